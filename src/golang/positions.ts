import { originalOffset, type ScannedSource } from './scan-source.ts'

/** From offsets of a tree to places in the text of the file. */
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
export function positionsIn(scanned: ScannedSource, parsed: 'whole' | 'condensed'): Positions {
  const { pieces, lineStarts } = scanned
  const line = (offset: number): number => {
    let low = 0
    let high = lineStarts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
  const column = (offset: number): number => offset - (lineStarts[line(offset) - 1] ?? 0) + 1
  if (parsed === 'whole') return { start: (offset) => offset, end: (offset) => offset, line, column }
  return {
    start: (offset) => originalOffset(pieces, offset),
    // What ends where something was dropped ends before it, not behind it.
    end: (offset) => (offset === 0 ? 0 : originalOffset(pieces, offset - 1) + 1),
    line,
    column,
  }
}
