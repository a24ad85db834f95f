/** A declaration at the top of a file, as far as its first words tell. Offsets count UTF-16 code units of the file. */
export interface Piece {
  readonly keyword: 'import' | 'const' | 'var' | 'type' | 'func'
  readonly start: number
  readonly end: number
  /** Names it may declare; of a group also words that only start a line. */
  readonly names: readonly string[]
  /** Name of the receiver's type, for a method. */
  readonly receiver: string | undefined
}

const KEYWORDS = new Set(['import', 'const', 'var', 'type', 'func'])
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy
const NAMES = /[\p{L}_][\p{L}\p{Nd}_]*(?:\s*,\s*[\p{L}_][\p{L}\p{Nd}_]*)*/uy
const HEAD_OF_FUNCTION = /^func\s*(?:\(([^)]*)\)\s*)?([\p{L}_][\p{L}\p{Nd}_]*)/u
const RECEIVER = /([\p{L}_][\p{L}\p{Nd}_]*)\s*(?:\[[^\]]*\])?\s*$/u

/**
 * Splits a file into its declarations without parsing it. A declaration starts with its keyword as the first word of a line
 * outside all brackets; where brackets do not add up, with a keyword at the very start of a line.
 */
export function splitFile(text: string): readonly Piece[] {
  const starts: { keyword: string; start: number; words: string[] }[] = []
  let depth = 0
  let lineBlank = true
  for (let at = 0; at < text.length; ) {
    const past = skipQuiet(text, at)
    if (past > at) {
      at = past
      lineBlank = false
      continue
    }
    const code = text.charCodeAt(at)
    if (code === 10) lineBlank = true
    else if (code === 40 || code === 91 || code === 123) depth++
    else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1)
    else if (isLetter(code)) {
      WORD.lastIndex = at
      const word = WORD.exec(text)?.[0] ?? text[at]!
      const keyword = lineBlank && KEYWORDS.has(word) && (depth === 0 || at === 0 || text.charCodeAt(at - 1) === 10)
      if (keyword) {
        depth = 0
        starts.push({ keyword: word, start: at, words: [] })
      } else if (depth === 1 && lineBlank) starts.at(-1)?.words.push(...namesAt(text, at))
      lineBlank = false
      at += word.length
      continue
    }
    if (code !== 10 && code !== 9 && code !== 32 && code !== 13) lineBlank = code === 59 || (depth === 1 && code === 40)
    at++
  }
  return starts.map(({ keyword, start, words }, index) => piece(text, keyword as Piece['keyword'], start, starts[index + 1]?.start ?? text.length, words))
}

function piece(text: string, keyword: Piece['keyword'], start: number, end: number, words: readonly string[]): Piece {
  if (keyword === 'func') {
    const head = HEAD_OF_FUNCTION.exec(text.slice(start, start + 400))
    const receiver = head?.[1] === undefined ? undefined : RECEIVER.exec(head[1])?.[1]
    return { keyword, start, end, names: head?.[2] === undefined ? [] : [head[2]], receiver }
  }
  let at = start + keyword.length
  while (/\s/.test(text[at] ?? 'x')) at++
  return { keyword, start, end, names: text[at] === '(' ? words : namesAt(text, at), receiver: undefined }
}

function namesAt(text: string, at: number): string[] {
  NAMES.lastIndex = at
  return (NAMES.exec(text)?.[0] ?? '').split(',').map((name) => name.trim())
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127
}

/** One past the comment or literal that starts here; the same offset when none does. */
function skipQuiet(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 47) {
    const next = text.charCodeAt(at + 1)
    if (next === 47) return endOf(text, '\n', at)
    return next === 42 ? endOf(text, '*/', at + 2) + 2 : at
  }
  if (code === 96) return endOf(text, '`', at + 1) + 1
  if (code !== 34 && code !== 39) return at
  for (let end = at + 1; end < text.length; end++) {
    const inside = text.charCodeAt(end)
    if (inside === code) return end + 1
    if (inside === 92) end++
    else if (inside === 10) return end
  }
  return text.length
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at
}
