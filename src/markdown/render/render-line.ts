import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { TokenLine } from '../highlight/index.ts'
import { linkProperties, type NameLink } from './name-link.ts'
import type { ExcerptStrings } from './strings.ts'
import { splitMarks, type Mark, type Piece } from './split-marks.ts'

/** A note's number at the end of its line. */
export interface Marker {
  readonly number: number
  /** Id of the note. */
  readonly id: string
}

/**
 * One line of code: its number, its text, the numbers of its notes, and the line end.
 *
 * The number is drawn by the stylesheet, so it's neither read out nor copied; the id makes the line a place to link to.
 */
export function renderLine(line: {
  readonly excerptId: string
  readonly number: number
  readonly tokens: TokenLine
  readonly marks: readonly Mark[]
  readonly links: readonly NameLink[]
  readonly markers: readonly Marker[]
  readonly strings: ExcerptStrings
}): Element {
  const id = lineId(line.excerptId, line.number)
  const text = splitMarks(line.tokens, line.number, line.marks, line.links).flatMap(({ notes, pieces }): ElementContent[] => {
    const inner = renderPieces(pieces)
    return notes.length === 0 ? inner : [h('mark', { class: 'wm-anchor', dataNote: notes.join(' ') }, inner)]
  })
  return h('span', { class: 'line', id }, [
    h('a', { class: 'wm-no', href: `#${id}`, dataLine: String(line.number), ariaHidden: 'true', tabIndex: -1 }),
    h('span', { class: 'wm-text' }, text),
    ...(line.markers.length === 0
      ? []
      : [h('span', { class: 'wm-markers', dataPagefindIgnore: true }, line.markers.map((marker) => renderMarker(marker, line.strings)))]),
    { type: 'text', value: '\n' },
  ])
}

/** Id of a line, unique in the page because the excerpt's is. */
export function lineId(excerptId: string, line: number): string {
  return `${excerptId}-L${line}`
}

/** Pieces in their order, those of one link inside it: a link never holds another, since no piece has two. */
function renderPieces(pieces: readonly Piece[]): ElementContent[] {
  const content: ElementContent[] = []
  for (let index = 0; index < pieces.length; ) {
    const { link } = pieces[index] as Piece
    let end = index + 1
    while (link !== undefined && pieces[end]?.link === link) end += 1
    const run = pieces.slice(index, end)
    content.push(...(link === undefined ? run.flatMap(renderPiece) : [renderLink(link, run)]))
    index = end
  }
  return content
}

/** A name as a link; one of a single kind, which nearly all are, wears the kind's class itself. */
function renderLink(link: NameLink, pieces: readonly Piece[]): Element {
  const [first] = pieces
  const alone = pieces.length === 1 && first?.kind !== undefined ? first.kind : undefined
  const content = alone === undefined ? pieces.flatMap(renderPiece) : showControls(first?.text ?? '')
  return h('a', { class: alone === undefined ? 'wm-ref' : `wm-ref tk-${alone}`, ...linkProperties(link) }, content)
}

function renderPiece({ text, kind }: Piece): ElementContent[] {
  const content = showControls(text)
  return kind === undefined ? content : [h('span', { class: `tk-${kind}` }, content)]
}

/** Marks that turn the direction of text, and spaces of no width: unseen, they make code look like other code. */
const CONTROLS = /([\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff])/u

/** Text whose invisible characters are wrapped, so that the stylesheet can show them; the characters stay. */
function showControls(text: string): ElementContent[] {
  if (!CONTROLS.test(text)) return [{ type: 'text', value: text }]
  return text.split(CONTROLS).flatMap((value, index): ElementContent[] => {
    if (value === '') return []
    if (index % 2 === 0) return [{ type: 'text', value }]
    const code = (value.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return [h('span', { class: 'wm-control', dataCode: `U+${code}` }, [{ type: 'text', value }])]
  })
}

function renderMarker({ number, id }: Marker, strings: ExcerptStrings): Element {
  return h('a', { class: 'wm-marker', href: `#${id}`, ariaLabel: strings.note(number), dataNote: String(number) }, [
    { type: 'text', value: String(number) },
  ])
}
