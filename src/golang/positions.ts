import type { ScannedSource } from './scan-source.ts'

/** From offsets of a tree to places in the text of the file. Asking in order of the text is quickest. */
export interface Positions {
  /** Offset in the file of what starts at this offset of the parsed text. */
  start(offset: number): number
  /** Offset in the file of what ends at this offset of the parsed text. */
  end(offset: number): number
  /** One-based line of an offset of the file. */
  line(offset: number): number
  /** One-based column of an offset of the file, in UTF-16 code units. */
  column(offset: number): number
}

/** Positions for a tree of the whole text, or of the condensed one. */
export function positionsIn({ pieces, lineStarts }: ScannedSource, parsed: 'whole' | 'condensed'): Positions {
  let nearLine = 0
  let nearPiece = 0
  const line = (offset: number): number => {
    nearLine = lastAtMost(lineStarts, offset, nearLine)
    return nearLine + 1
  }
  const column = (offset: number): number => offset - (lineStarts[line(offset) - 1] ?? 0) + 1
  if (parsed === 'whole') return { start: (offset) => offset, end: (offset) => offset, line, column }
  const start = (offset: number): number => {
    nearPiece = lastAtMost(pieces.condensed, offset, nearPiece)
    return (pieces.original[nearPiece] ?? 0) + (offset - (pieces.condensed[nearPiece] ?? 0))
  }
  // What ends where something was dropped ends before it, not behind it.
  return { start, end: (offset) => (offset === 0 ? 0 : start(offset - 1) + 1), line, column }
}

const FEW = 8

/** Index of the last of ascending numbers that is at most `wanted`, looked for at `near` and a little behind it first. */
function lastAtMost(numbers: readonly number[], wanted: number, near: number): number {
  let low = 0
  let high = numbers.length - 1
  if ((numbers[near] ?? Infinity) <= wanted) {
    low = near
    for (let steps = 0; steps < FEW; steps++, low++) if (low === high || (numbers[low + 1] ?? Infinity) > wanted) return low
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
