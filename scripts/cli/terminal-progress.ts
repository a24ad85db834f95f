import cliProgress from 'cli-progress'
import pc from 'picocolors'
import type { Progress, ProgressUnit } from '../../src/report/index.ts'

/**
 * Progress on stderr: a bar on a terminal, one line a stage elsewhere (a log, CI).
 *
 * Call `stop` before printing anything else that should stay.
 */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress & { stop(): void } {
  let label = ''
  let bar: cliProgress.SingleBar | undefined
  const stop = (): void => {
    bar?.stop()
    bar = undefined
  }
  return {
    stage(next) {
      stop()
      label = next
      stream.write(`${pc.dim('·')} ${label}\n`)
    },
    update(done, total, unit) {
      if (!stream.isTTY) return
      const size = total ?? 0
      bar ??= startBar(stream, unit)
      bar.setTotal(Math.max(size, done))
      bar.update(done, { amount: amount(done, total, unit) })
    },
    say(line) {
      stop()
      stream.write(`  ${line}\n`)
    },
    stop,
  }
}

function startBar(stream: NodeJS.WriteStream, unit: ProgressUnit): cliProgress.SingleBar {
  const bar = new cliProgress.SingleBar({
    format: '  {bar} {amount}',
    barsize: 28,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
    clearOnComplete: true,
    stream,
  })
  bar.start(1, 0, { amount: amount(0, undefined, unit) })
  return bar
}

function amount(done: number, total: number | undefined, unit: ProgressUnit): string {
  const show = (n: number) => (unit === 'bytes' ? `${(n / 1e6).toFixed(1)} MB` : `${n}`)
  const suffix = unit === 'bytes' ? '' : ` ${unit}`
  return total === undefined ? `${show(done)}${suffix}` : `${show(done)} of ${show(total)}${suffix}`
}
