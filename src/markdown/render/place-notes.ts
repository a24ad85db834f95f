import type { ElementContent } from 'hast'
import type { ExcerptView, NoteView } from '../../walkthrough/excerpt.ts'
import { estimateHeight } from './estimate-height.ts'

/** A range of more lines than this is announced at its first line; a shorter one is spoken of after its last. */
const LONG_RANGE = 4

/** Width of a line of a note beside the code, in ems; a little low, for words that don't fit at its end. */
const NOTE_EMS = 17

/** The same where short code leaves notes more room. */
const ROOMY_NOTE_EMS = 33

/** Code whose shown lines are no longer than this, in columns, leaves that room. */
const ROOMY_COLUMNS = 60

/** Notes may reach this far below the code before it is given away, in rows. */
const OVERHANG = 3

/** Rows of the sentence that says the code has changed. */
const REMARK_ROWS = 3

/** Where a note stands, and how far it is moved down so that it clears the one above it, in lines of code. */
export interface Placement {
  readonly note: NoteView
  readonly body: readonly ElementContent[]
  /** The line it stands under, or beside; undefined for a note without a place. */
  readonly line: number | undefined
  readonly push: number
  /** The same in a roomy excerpt. */
  readonly roomyPush: number
}

/** All notes of an excerpt in their places. Heights are what the whole picture needs, in lines, with all folds closed. */
export interface Placements {
  readonly placements: readonly Placement[]
  readonly height: number
  readonly roomyHeight: number
  /** Short code with much to say about it: notes get a wider column, lest they hang far below. */
  readonly roomy: boolean
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
 */
export function placeNotes(
  view: ExcerptView,
  bodies: readonly (readonly ElementContent[])[],
): Placements {
  const rowOf = rowsOf(view)
  const homes = homeLines(view.notes)
  const sorted = view.notes
    .map((note, index) => ({ note, body: bodies[index] ?? [], line: within(homes[index], rowOf) }))
    .sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || a.note.number - b.note.number)
  const narrow = stack(sorted, rowOf, NOTE_EMS)
  const wide = stack(sorted, rowOf, ROOMY_NOTE_EMS)
  const rows = Math.max(-1, ...rowOf.values()) + 1
  return {
    placements: sorted.map((placed, index) => ({
      ...placed,
      push: narrow.pushes[index] ?? 0,
      roomyPush: wide.pushes[index] ?? 0,
    })),
    height: narrow.height,
    roomyHeight: wide.height,
    roomy: narrow.height > rows + OVERHANG && longestShown(view) <= ROOMY_COLUMNS,
  }
}

/** Puts notes below one another in a column so many ems wide, each no higher than its line. */
function stack(
  placed: readonly Pick<Placement, 'note' | 'body' | 'line'>[],
  rowOf: ReadonlyMap<number, number>,
  width: number,
): { pushes: readonly number[]; height: number } {
  let free = 0
  const pushes = placed.map(({ note, body, line }) => {
    if (line === undefined) return 0
    const row = rowOf.get(line) ?? 0
    const top = Math.max(row, free)
    free = top + estimateHeight(body, width) + (note.changed ? REMARK_ROWS : 0) + 1
    return top - row
  })
  return { pushes, height: free }
}

/** Columns of the longest line that isn't folded away; infinite without code. */
function longestShown({ code, segments, startLine }: ExcerptView): number {
  if (code === undefined) return Infinity
  const shown = segments.filter(({ kind }) => kind === 'shown')
  const lines = shown.flatMap((segment) => code.slice(segment.startLine - startLine, segment.endLine - startLine + 1))
  return Math.max(0, ...lines.map((line) => line.replaceAll('\t', '    ').length))
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
