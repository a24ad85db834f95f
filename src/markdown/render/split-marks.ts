import type { TokenLine, TokenKind } from '../highlight/index.ts'
import type { CodeRange } from '../../walkthrough/excerpt.ts'

/** A range that notes point at, by the note's number. */
export interface Mark {
  readonly note: number
  readonly range: CodeRange
}

/** A piece of a line whose characters are all of one kind and under the same marks. */
export interface Piece {
  readonly text: string
  readonly kind: TokenKind | undefined
}

/** Neighbouring pieces under the same notes; `notes` is empty for code that nobody speaks of. */
export interface PieceGroup {
  readonly notes: readonly number[]
  readonly pieces: readonly Piece[]
}

/**
 * Cuts one line at the edges of marks, so that neither a token nor another mark is ever crossed.
 *
 * Marks may nest, overlap and go over several lines; white space at the edges of a mark on a line (its indentation, for
 * one) is left out. `line` is the number of the line in its file.
 */
export function splitMarks(tokens: TokenLine, line: number, marks: readonly Mark[]): PieceGroup[] {
  const text = tokens.map((token) => token.text).join('')
  const spans = marks.flatMap(({ note, range }) => {
    if (line < range.startLine || line > range.endLine) return []
    let start = line === range.startLine ? range.startColumn - 1 : 0
    let end = line === range.endLine ? Math.min(range.endColumn - 1, text.length) : text.length
    while (start < end && /\s/.test(text.charAt(start))) start += 1
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
    return start < end ? [{ note, start, end }] : []
  })
  const edges = spans.flatMap(({ start, end }) => [start, end])

  const groups: { notes: number[]; pieces: Piece[] }[] = []
  let offset = 0
  for (const token of tokens) {
    const stop = offset + token.text.length
    const cuts = [...new Set([offset, ...edges.filter((edge) => edge > offset && edge < stop), stop])].sort((a, b) => a - b)
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? stop
      const notes = spans.filter(({ start, end }) => start <= from && to <= end).map(({ note }) => note)
      const last = groups.at(-1)
      const group = last !== undefined && last.notes.join() === notes.join() ? last : { notes, pieces: [] }
      if (group !== last) groups.push(group)
      group.pieces.push({ text: text.slice(from, to), kind: token.kind })
    }
    offset = stop
  }
  return groups
}
