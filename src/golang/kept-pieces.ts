/** What is kept of a text of which much is left out, and where each kept piece came from. */
export class KeptPieces {
  /** Offset in the text of each kept piece; ascending. */
  readonly original: number[] = [0]
  /** Offset of each kept piece in what is kept; ascending. */
  readonly condensed: number[] = [0]
  readonly #text: string
  readonly #parts: string[] = []
  #length = 0
  #from = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Length of what is kept before the piece that is being kept now. */
  get length(): number {
    return this.#length
  }

  /** Where in the text the piece starts that is being kept now. */
  get from(): number {
    return this.#from
  }

  /** Leaves out what stands between two offsets, or puts `gap` in its place. Offsets ascend from call to call. */
  drop(start: number, end: number, gap: string): void {
    if (start === this.#from && gap === '') this.original[this.original.length - 1] = end
    else {
      this.#parts.push(this.#text.slice(this.#from, start), gap)
      this.#length += start - this.#from + gap.length
      this.original.push(end)
      this.condensed.push(this.#length)
    }
    this.#from = end
  }

  /** Everything that is kept, as one text. */
  join(): string {
    return this.#parts.join('') + this.#text.slice(this.#from)
  }
}
