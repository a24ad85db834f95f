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
export function positionsIn(scanned: ScannedSource, parsed: 'whole' | 'condensed'): Positions {
  return new ScannedPositions(scanned, parsed === 'whole')
}

class ScannedPositions implements Positions {
  readonly #lineStarts: readonly number[]
  readonly #pieces: ScannedSource['pieces']
  readonly #whole: boolean
  #nearLine = 0
  #nearPiece = 0

  constructor({ lineStarts, pieces }: ScannedSource, whole: boolean) {
    this.#lineStarts = lineStarts
    this.#pieces = pieces
    this.#whole = whole
  }

  start(offset: number): number {
    if (this.#whole) return offset
    const { original, condensed } = this.#pieces
    this.#nearPiece = lastAtMost(condensed, offset, this.#nearPiece)
    return (original[this.#nearPiece] ?? 0) + (offset - (condensed[this.#nearPiece] ?? 0))
  }

  end(offset: number): number {
    // What ends where something was dropped ends before it, not behind it.
    return offset === 0 ? 0 : this.start(offset - 1) + 1
  }

  line(offset: number): number {
    this.#nearLine = lastAtMost(this.#lineStarts, offset, this.#nearLine)
    return this.#nearLine + 1
  }

  column(offset: number): number {
    return offset - (this.#lineStarts[this.line(offset) - 1] ?? 0) + 1
  }
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
