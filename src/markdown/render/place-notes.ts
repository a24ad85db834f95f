import type { ElementContent } from 'hast'
import type { ExcerptView, NoteView } from '../../walkthrough/excerpt.ts'

/** A range of more lines than this is announced at its first line; a shorter one is spoken of after its last. */
const LONG_RANGE = 4

/** Width of a line of a note beside the code, in ems; a little low, for words that don't fit at its end. */
const NOTE_EMS = 17

/** Width of a letter in a wide system font, in ems. A Chinese character is one em. */
const LETTER_EMS = 0.57

/** Rows of the sentence that says the code has changed. */
const REMARK_ROWS = 3

/** Where a note stands, and how far it is moved down so that it clears the one above it, in lines of code. */
export interface Placement {
  readonly note: NoteView
  readonly body: readonly ElementContent[]
  /** The line it stands under, or beside; undefined for a note without a place. */
  readonly line: number | undefined
  readonly push: number
}

/**
 * The line that carries each note's number, undefined for a note without a range: the note is read right after it.
 *
 * That is the last line of what the note is about, so that a statement is read before its note; or its first line where it
 * is long, or where a later note would otherwise be read earlier.
 */
export function homeLines(notes: readonly NoteView[]): readonly (number | undefined)[] {
  const homes: (number | undefined)[] = []
  let next = Infinity
  for (const { range } of notes.toReversed()) {
    if (range !== undefined) {
      const short = range.endLine - range.startLine < LONG_RANGE
      const home = short && range.endLine <= next ? range.endLine : short && next >= range.startLine ? next : range.startLine
      homes.push(home)
      next = Math.min(next, home)
    } else homes.push(undefined)
  }
  return homes.reverse()
}

/**
 * Places the notes of an excerpt.
 *
 * Heights are estimated from the text, so a page without script has no overlap either; the client measures and refines.
 * `height` is what the whole picture needs, in lines, with all folds closed.
 */
export function placeNotes(
  view: ExcerptView,
  bodies: readonly (readonly ElementContent[])[],
): { placements: readonly Placement[]; height: number } {
  const rowOf = rowsOf(view)
  const homes = homeLines(view.notes)
  const sorted = view.notes
    .map((note, index) => ({ note, body: bodies[index] ?? [], line: within(homes[index], rowOf) }))
    .sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || a.note.number - b.note.number)
  let free = 0
  const placements = sorted.map((placed): Placement => {
    if (placed.line === undefined) return { ...placed, push: 0 }
    const row = rowOf.get(placed.line) ?? 0
    const top = Math.max(row, free)
    free = top + estimateHeight(placed.body) + (placed.note.changed ? REMARK_ROWS : 0) + 1
    return { ...placed, push: top - row }
  })
  return { placements, height: free }
}

function within(line: number | undefined, rowOf: ReadonlyMap<number, number>): number | undefined {
  return line !== undefined && rowOf.has(line) ? line : undefined
}

/** Which row of the picture each line stands in, a closed fold being one row. */
function rowsOf({ segments }: ExcerptView): ReadonlyMap<number, number> {
  const rows = new Map<number, number>()
  let row = 0
  for (const segment of segments) {
    for (let line = segment.startLine; line <= segment.endLine; line += 1) {
      rows.set(line, row)
      if (segment.kind === 'shown') row += 1
    }
    if (segment.kind === 'elided') row += 1
  }
  return rows
}

/** How many lines a body takes in the narrow column beside the code. */
export function estimateHeight(body: readonly ElementContent[]): number {
  const blocks = body.filter((node) => node.type === 'element' && isBlock(node.tagName))
  const flows: (readonly ElementContent[])[] = blocks.length === 0 ? [body] : blocks.map((block) => [block])
  const lines = flows.map((flow) => {
    const items = flow.flatMap(blockItems)
    return items.reduce((sum, text) => sum + Math.max(1, Math.ceil(ems(text) / NOTE_EMS)), 0)
  })
  return lines.reduce((sum, count) => sum + count, 0) + Math.ceil(Math.max(0, flows.length - 1) / 2)
}

function isBlock(tagName: string): boolean {
  return /^(p|ul|ol|dl|pre|blockquote|div|table|h[1-6])$/.test(tagName)
}

/** Texts that begin lines of their own: list items, lines of a `pre`, or the node itself. */
function blockItems(node: ElementContent): string[] {
  if (node.type === 'element' && /^(ul|ol)$/.test(node.tagName)) {
    return node.children.flatMap((child) => (child.type === 'element' ? [textOf(child)] : []))
  }
  const text = textOf(node)
  return node.type === 'element' && node.tagName === 'pre' ? text.split('\n') : [text]
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

/** Width of a text in ems: East Asian wide and full-width characters count one (Unicode UAX 11, by script and block). */
function ems(text: string): number {
  let width = 0
  for (const character of text) {
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 1 : LETTER_EMS
  }
  return width
}
