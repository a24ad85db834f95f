import type { StopView } from '../../../src/walkthrough/excerpt.ts'

/** A stop with a place of its own, called from `from` if that is given. */
export function stop(label: string, chapter: string, from?: number, extra: Partial<StopView> = {}): StopView {
  return {
    symbol: `example.org/app.${label}`,
    label,
    summary: `What ${label} does.`,
    file: 'app/server.go',
    startLine: 10,
    endLine: 20,
    url: 'https://code.example/app/server.go#L10-L20',
    href: `/walk/${chapter}/`,
    chapter,
    hop:
      from === undefined
        ? undefined
        : { from, line: 15, file: 'app/server.go', url: 'https://code.example/app/server.go#L15', status: 'resolved', how: 'call', through: undefined, via: undefined },
    code: ['func () {', '}'],
    ...extra,
  }
}

/** main → command → options, complete, run → chain: a path with a fan in it. */
export const fan: readonly StopView[] = [
  stop('main', 'start'),
  stop('NewCommand', 'start', 0),
  stop('NewOptions', 'options', 1),
  stop('Complete', 'complete', 1),
  stop('Run', 'run', 1),
  stop('CreateChain', 'run', 4),
]
