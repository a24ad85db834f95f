/**
 * What a piece of Go is to the eye. Few on purpose: a colour for each is all a reader can keep apart. Names and punctuation
 * have none and stay ink, which also halves the elements of a page.
 */
export const TOKEN_KINDS = [
  'comment',
  'keyword',
  'string',
  'number',
  'type',
  'function',
  'constant',
] as const

export type TokenKind = (typeof TOKEN_KINDS)[number]

/** A run of characters of one kind; without a kind it has the colour of ink. */
export interface Token {
  readonly text: string
  readonly kind: TokenKind | undefined
}

/** One line of code; the texts of its tokens, joined, are the line. Lines end nowhere: they hold no line ends. */
export type TokenLine = readonly Token[]

/** Splits lines of code into tokens: one `TokenLine` for each line, never a character more or less. */
export type Highlight = (lines: readonly string[]) => readonly TokenLine[]

/** A highlight that tells nothing apart: for text that isn't Go. */
export const plainHighlight: Highlight = (lines) =>
  lines.map((text) => (text === '' ? [] : [{ text, kind: undefined }]))
