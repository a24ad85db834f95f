import type { TokenLine, TokenKind } from '../highlight/index.ts'
import type { CodeRange } from '../../walkthrough/excerpt.ts'
import type { NameLink } from './name-link.ts'

/** A range that notes point at, by the note's number. */
export interface Mark {
  readonly note: number
  readonly range: CodeRange
}

/** A piece of a line whose characters are all of one kind, under the same marks and in the same link. */
export interface Piece {
  readonly text: string
  readonly kind: TokenKind | undefined
  /** The link it belongs to, or a part of it where a mark begins or ends inside. */
  readonly link?: NameLink
}

/** Neighbouring pieces under the same notes; `notes` is empty for code that nobody speaks of. */
export interface PieceGroup {
  readonly notes: readonly number[]
  readonly pieces: readonly Piece[]
}

/**
 * Cuts one line at the edges of marks and links, so that neither a token nor another mark or link is ever crossed.
 *
 * Marks may nest, overlap and go over several lines; white space at the edges of a mark on a line (its indentation, for
 * one) is left out. `line` is the number of the line in its file. Links of other lines don't count, and where two overlap the first holds.
 */
export function splitMarks(tokens: TokenLine, line: number, marks: readonly Mark[], links: readonly NameLink[] = []): PieceGroup[] {
  const text = tokens.map((token) => token.text).join('')
  const spans = marks.flatMap(({ note, range }) => {
    if (line < range.startLine || line > range.endLine) return []
    let start = line === range.startLine ? range.startColumn - 1 : 0
    let end = line === range.endLine ? Math.min(range.endColumn - 1, text.length) : text.length
    while (start < end && /\s/.test(text.charAt(start))) start += 1
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
    return start < end ? [{ note, start, end }] : []
  })
  const here = links.filter((link) => link.line === line)
  const edges = [...spans.flatMap(({ start, end }) => [start, end]), ...here.flatMap(({ column, endColumn }) => [column - 1, endColumn - 1])]

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
      const link = here.find(({ column, endColumn }) => column - 1 <= from && to <= endColumn - 1)
      group.pieces.push({ text: text.slice(from, to), kind: token.kind, ...(link === undefined ? {} : { link }) })
    }
    offset = stop
  }
  return groups
}
