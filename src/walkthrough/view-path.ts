import { localize } from '../config/index.ts'
import type { Diagnostic } from '../report/index.ts'
import type { BookParts, LinesUrl } from './book.ts'
import type { BoundSymbol } from './binder.ts'
import type { HopView, StopView } from './excerpt.ts'
import { doubtsOf } from './hop-doubts.ts'
import type { HopRecord } from './lock.ts'
import { found, type AuthorPlace, type Resolved } from './request.ts'

/** Lines of a stop's declaration that the home page may show. */
const FIRST_LINES = 6

/** The config is where a path is written, so diagnostics about it point there. */
const configPlace: AuthorPlace = { file: 'walkthrough.config.ts', line: 1, column: 1 }

/**
 * The path with its places and hops.
 *
 * Always found: a stop or hop that cannot be resolved is left out or loses its hop, with an error among the
 * diagnostics, so that `check` reports all of them at once.
 */
export function viewPath(
  { walkthrough, binder, lock }: BookParts,
  linesUrl: LinesUrl,
  languageTag: string,
  hrefOf: (chapter: string) => string,
): Resolved<readonly StopView[]> {
  const diagnostics: Diagnostic[] = []
  const stops: StopView[] = []
  const bounds: BoundSymbol[] = []
  const indexes = new Map<string, number>()
  for (const stop of walkthrough.path) {
    const resolved = binder.symbol(stop.symbol, configPlace)
    diagnostics.push(...resolved.diagnostics)
    if (resolved.kind === 'failed') continue
    const bound = resolved.value
    const { file, lines } = bound.record
    const from = stop.calledBy === undefined ? undefined : indexes.get(stop.calledBy)
    if (stop.calledBy !== undefined && from === undefined) diagnostics.push(unknownCaller(stop.symbol, stop.calledBy, [...indexes.keys()]))
    const hop = from === undefined ? undefined : binder.hop(bounds[from] as BoundSymbol, bound, from, configPlace)
    diagnostics.push(...(hop?.diagnostics ?? []))
    if (hop?.kind === 'found') diagnostics.push(...doubtsOf(hop.value, lock.hops[bound.symbol], bound.symbol, stop.calledBy ?? ''))
    indexes.set(stop.symbol, stops.length)
    bounds.push(bound)
    stops.push({
      symbol: bound.symbol,
      label: stop.label ?? (stop.symbol.split('.').at(-1) as string),
      summary: localize(stop.summary, languageTag),
      file,
      startLine: lines[0],
      endLine: lines[1],
      url: linesUrl(file, lines[0], lines[1]),
      href: hrefOf(stop.chapter),
      chapter: stop.chapter,
      hop: hop?.kind === 'found' ? viewHop(hop.value, linesUrl) : undefined,
      code: binder.lines(file, lines[0], Math.min(lines[1], lines[0] + FIRST_LINES - 1)),
    })
  }
  return found(stops, diagnostics)
}

function viewHop({ from, line, file, status, through, how, via }: HopRecord, linesUrl: LinesUrl): HopView {
  // `k8s.io/x/app.Options.run` is called Options.run where its package is plain.
  const name = via?.slice(via.lastIndexOf('/') + 1).replace(/^[^.]*\./, '')
  return { from, line, file, url: linesUrl(file, line, line), status, how: how ?? 'call', through, via: name }
}

function unknownCaller(symbol: string, caller: string, known: readonly string[]): Diagnostic {
  return {
    code: 'path-caller-unknown',
    severity: 'error',
    message: `The stop ${symbol} says that ${caller} calls it, but no earlier stop has that name.`,
    ...configPlace,
    expected: 'calledBy to be the symbol of an earlier stop',
    found: caller,
    candidates: known,
    fix: 'Correct calledBy, or put the calling stop first.',
  }
}
