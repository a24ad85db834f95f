import type { Diagnostic } from '../report/index.ts'
import type { BookParts, LinesUrl } from './book.ts'
import type { BoundSymbol } from './binder.ts'
import type { CodeRange, ExcerptView, NoteView } from './excerpt.ts'
import { excerptKey, fragmentKey } from './keys.ts'
import type { AnchorRecord } from './lock.ts'
import { found, type AuthorPlace, type ExcerptRequest, type FragmentRequest, type Resolved } from './request.ts'
import { segmentLines, type LineRange } from './segment-lines.ts'

/** Says which note of the request each note of the view is: `order[i]` is the index in the request of `notes[i]`. */
export interface NumberedNotes {
  readonly order: readonly number[]
}

type ExcerptResult = NumberedNotes & { readonly view: ExcerptView }

/**
 * Resolves an excerpt and its notes.
 *
 * Fails when the symbol or the part cannot be found. A note that cannot be bound does not fail the excerpt: it is
 * listed last without a range, with an error among the diagnostics.
 */
export function viewExcerpt(
  parts: BookParts,
  linesUrl: LinesUrl,
  request: ExcerptRequest,
  takenIds: Set<string>,
): Resolved<ExcerptResult> {
  const { binder } = parts
  const bound = binder.symbol(request.symbol, request.place)
  if (bound.kind === 'failed') return bound
  const part = binder.part(bound.value, request.part, request.place)
  if (part.kind === 'failed') return part
  const { symbol, record } = bound.value
  const diagnostics: Diagnostic[] = [...bound.diagnostics, ...part.diagnostics]
  diagnostics.push(...driftOfPart(parts, symbol, request, part.value.fingerprint))

  const anchors = request.notes.map((note) => resolveNote(parts, bound.value, note, diagnostics))
  const order = anchors
    .map((anchor, index) => ({ anchor, index }))
    .sort((a, b) => position(a.anchor) - position(b.anchor) || a.index - b.index)
    .map(({ index }) => index)

  const [startLine, endLine] = record.lines
  const reveal = anchors.flatMap((anchor): LineRange[] => (anchor === undefined ? [] : [revealed(anchor)]))
  const id = uniqueId(request.id ?? slug(request.symbol), takenIds)
  const notes = order.map((index, i): NoteView => {
    const anchor = anchors[index]
    const note = request.notes[index] as FragmentRequest
    return {
      number: i + 1,
      id: uniqueId(`${id}-note-${i + 1}`, takenIds),
      range: anchor === undefined ? undefined : toRange(anchor),
      url: anchor === undefined ? undefined : linesUrl(record.file, anchor.range[0], anchor.range[2]),
      changed: anchor !== undefined && isChanged(parts, symbol, note, anchor),
    }
  })
  const view: ExcerptView = {
    id,
    symbol,
    label: request.symbol,
    file: record.file,
    startLine,
    endLine,
    url: linesUrl(record.file, startLine, endLine),
    lineUrl: linesUrl(record.file, '{line}', '{line}'),
    segments: segmentLines(record.lines, [...part.value.shown, ...reveal]),
    code: binder.lines(record.file, startLine, endLine),
    notes,
  }
  return found({ view, order }, diagnostics)
}

function resolveNote(
  { binder, lock }: BookParts,
  bound: BoundSymbol,
  note: FragmentRequest,
  diagnostics: Diagnostic[],
): AnchorRecord | undefined {
  const resolved = binder.anchor(bound, note)
  diagnostics.push(...resolved.diagnostics)
  if (resolved.kind === 'failed') return undefined
  const before = lock.anchors[bound.symbol]?.[fragmentKey(note)]
  if (before === undefined) diagnostics.push(notAccepted('note', note.place))
  else if (before.fingerprint !== resolved.value.fingerprint) {
    diagnostics.push(changed(`The code around this note changed`, note.place, note.text))
  }
  return resolved.value
}

function driftOfPart({ lock }: BookParts, symbol: string, request: ExcerptRequest, fingerprint: string): Diagnostic[] {
  const before = lock.excerpts[excerptKey(symbol, request.part)]
  if (before === undefined) return [notAccepted('excerpt', request.place)]
  if (before.fingerprint === fingerprint) return []
  return [changed(`The code of this excerpt of ${request.symbol} changed`, request.place, undefined)]
}

const isChanged = ({ lock }: BookParts, symbol: string, note: FragmentRequest, anchor: AnchorRecord): boolean => {
  const before = lock.anchors[symbol]?.[fragmentKey(note)]
  return before !== undefined && before.fingerprint !== anchor.fingerprint
}

function changed(what: string, place: AuthorPlace, found_: string | undefined): Diagnostic {
  return {
    code: 'code-changed',
    severity: 'warning',
    message: `${what} since its author last looked at it.`,
    ...place,
    found: found_,
    fix: 'Read the code again, mend the prose if it no longer fits, then run: npm run check -- --accept',
  }
}

function notAccepted(what: string, place: AuthorPlace): Diagnostic {
  return {
    code: 'not-accepted',
    severity: 'warning',
    message: `This ${what} is not in the lock file yet.`,
    ...place,
    fix: 'When it says what you mean, run: npm run check -- --accept',
  }
}

/** A note shows its statement; of a long one (a closure, a struct) only the lines the note points at. */
function revealed({ range, unit }: AnchorRecord): LineRange {
  return unit[1] - unit[0] < 4 ? unit : [range[0], range[2]]
}

const position = (anchor: AnchorRecord | undefined): number =>
  anchor === undefined ? Number.MAX_SAFE_INTEGER : anchor.range[0] * 10_000 + anchor.range[1]

const toRange = ({ range: [startLine, startColumn, endLine, endColumn] }: AnchorRecord): CodeRange => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
})

/** `app.NewAPIServerCommand` → `app-newapiservercommand`. */
function slug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`
  taken.add(id)
  return id
}
