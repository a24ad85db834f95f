/** What a reader wants to see; empty means anything. */
export interface FlagFilter {
  readonly text: string
  readonly section: string
  readonly type: string
  /** All of these must hold. */
  readonly marks: readonly string[]
}

/** A flag as the filters see it; `text` is all that is said of it, in lower case. */
export interface FilteredFlag {
  readonly section: string
  readonly name: string
  readonly type: string
  readonly marks: readonly string[]
  readonly text: string
}

/** Whether a flag is one of those wanted. Each word has to be there; one with dashes counts for names alone. */
export function matchesFilter(flag: FilteredFlag, { text, section, type, marks }: FlagFilter): boolean {
  if (section !== '' && flag.section !== section) return false
  if (type !== '' && flag.type !== type) return false
  if (!marks.every((mark) => flag.marks.includes(mark))) return false
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return words.every((word) => (word.startsWith('--') ? `--${flag.name}`.startsWith(word.replace(/=.*$/s, '')) : flag.text.includes(word)))
}
