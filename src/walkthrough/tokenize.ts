/** A Go token: its text, and where it starts and ends in the text it was read from (UTF-16 code units). */
export interface Token {
  readonly text: string
  readonly startOffset: number
  readonly endOffset: number
}

/** Operators and punctuation of the Go specification, longest first so that the first match is the right one. */
const OPERATORS = [
  '<<=', '>>=', '&^=', '...', '&&', '||', '<-', '++', '--', '==', '!=', '<=', '>=', ':=',
  '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<', '>>', '&^',
] // prettier-ignore

const WORD = /[\p{L}_\p{Nd}]+/uy
const NUMBER = /(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]+)?|[\d_]*\.?[\d_]+(?:[eE][+-]?[\d_]+)?\.?|0[bBoO][\d_]+)i?/y
const SPACE = /[\s\uFEFF]+/y

/**
 * The tokens of a piece of Go, which need not be a whole statement or even balanced.
 *
 * White space and line breaks separate tokens and are otherwise ignored; so are comments, unless `comments` is set,
 * in which case each is one token with its inner white space folded. Follows the lexical part of the Go
 * specification; an unterminated string or comment runs to the end of the text.
 */
export function tokenize(text: string, options: { comments?: boolean } = {}): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = matchAt(SPACE, text, at)
    if (space > at) {
      at = space
      continue
    }
    const end = tokenEnd(text, at)
    const raw = text.slice(at, end)
    const comment = raw.startsWith('//') || raw.startsWith('/*')
    if (!comment) tokens.push({ text: raw, startOffset: at, endOffset: end })
    else if (options.comments) {
      tokens.push({ text: raw.replace(/\s+/g, ' ').trim(), startOffset: at, endOffset: end })
    }
    at = end
  }
  return tokens
}

/** Whether a fragment holds a comment, so that comments have to be compared too. */
export function hasComment(text: string): boolean {
  return tokenize(text, { comments: true }).length > tokenize(text).length
}

function tokenEnd(text: string, at: number): number {
  const char = text[at] as string
  if (char === '"' || char === "'") return quotedEnd(text, at, char)
  if (char === '`') return closing(text, '`', at + 1, 1)
  if (text.startsWith('//', at)) return lineEnd(text, at)
  if (text.startsWith('/*', at)) return closing(text, '*/', at + 2, 2)
  if (/\d/.test(char) || (char === '.' && /\d/.test(text[at + 1] ?? ''))) {
    const end = matchAt(NUMBER, text, at)
    if (end > at) return end
  }
  const word = matchAt(WORD, text, at)
  if (word > at) return word
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at))
  if (operator !== undefined) return at + operator.length
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
}

/** End of an interpreted string or rune: the closing quote, or the line's end where there is none. */
function quotedEnd(text: string, at: number, quote: string): number {
  for (let i = at + 1; i < text.length; i += 1) {
    const char = text[i]
    if (char === '\\') i += 1
    else if (char === quote) return i + 1
    else if (char === '\n') return i
  }
  return text.length
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function closing(text: string, mark: string, from: number, length: number): number {
  const end = text.indexOf(mark, from)
  return end === -1 ? text.length : end + length
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
