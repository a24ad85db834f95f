/** What one pass over the characters of a Go file finds, before any parsing. */
export interface ScannedSource {
  /**
   * The text without comments, without what stands in braces outside type declarations (function bodies, literals) and
   * without long strings in values: the same declarations in a fraction of the size.
   */
  readonly condensed: string
  /** Offset in the text of each kept piece, and in `condensed`; both ascend. */
  readonly pieces: { readonly original: readonly number[]; readonly condensed: readonly number[] }
  /** Start and end offsets in the text of every comment outside the dropped braces, in order: start, end, start, … */
  readonly comments: readonly number[]
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
  /** False when a literal, comment or bracket does not close: then `condensed` is not to be trusted. */
  readonly sound: boolean
}

const KIND = { plain: 0, open: 1, close: 2, quote: 3, raw: 4, rune: 5, slash: 6, newline: 7, letter: 8, group: 9, ungroup: 10 } as const

/** Kind of each ASCII character; everything beyond ASCII is plain. */
const KINDS = new Uint8Array(128)
for (const [text, kind] of [
  ['{', KIND.open],
  ['}', KIND.close],
  ['([', KIND.group],
  [')]', KIND.ungroup],
  ['"', KIND.quote],
  ['`', KIND.raw],
  ["'", KIND.rune],
  ['/', KIND.slash],
  ['\n', KIND.newline],
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', KIND.letter],
] as const) {
  for (const character of text) KINDS[character.charCodeAt(0)] = kind
}

/** Longer literals are dropped from values, where nobody asks what they say. */
const LONG_LITERAL = 64

const BACKSLASH = 92
const NEWLINE = 10

/**
 * Scans by Go's lexical rules: interpreted, raw and rune literals and comments are passed over whole, so that a brace
 * or quote inside them counts for nothing (Go spec, "Lexical elements").
 *
 * Newlines outside dropped braces are kept, because they end statements.
 */
export function scanSource(text: string): ScannedSource {
  const length = text.length
  const parts: string[] = []
  const original: number[] = [0]
  const condensed: number[] = [0]
  const comments: number[] = []
  const lineStarts: number[] = [0]
  let emitted = 0 // length of what is in parts
  let from = 0 // start of the piece being kept
  let dropped = 0 // depth of braces inside the dropped ones; 0 means outside
  let kept = 0 // depth of braces of a type declaration
  let groups = 0 // depth of parentheses and brackets
  let groupsOutside = 0
  let inType = false
  let inValue = false // in a const or var declaration
  let sound = true
  let index = 0

  const keepUntil = (end: number): void => {
    parts.push(text.slice(from, end))
    emitted += end - from
  }
  const resumeAt = (start: number): void => {
    from = start
    original.push(start)
    condensed.push(emitted)
  }
  const newlinesBetween = (start: number, end: number): void => {
    for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  }

  /** Keeps the quotes and drops what is between them. */
  const dropLiteral = (start: number, end: number): void => {
    keepUntil(start + 1)
    resumeAt(end - 1)
  }

  while (index < length) {
    const code = text.charCodeAt(index)
    const kind = code < 128 ? KINDS[code] : KIND.plain
    switch (kind) {
      case KIND.plain:
        index++
        break
      case KIND.newline:
        lineStarts.push(++index)
        break
      case KIND.letter: {
        let end = index + 1
        while (end < length && isWord(text.charCodeAt(end))) end++
        if (dropped === 0 && kept === 0 && groups === 0) {
          if (end - index === 4 && text.startsWith('type', index)) {
            inType = true
            inValue = false
          } else if (isOtherKeyword(text, index, end) && startsStatement(text, index)) {
            inType = false
            inValue = text.startsWith('var', index) || text.startsWith('const', index)
          }
        }
        index = end
        break
      }
      case KIND.group:
        groups++
        index++
        break
      case KIND.ungroup:
        groups--
        index++
        break
      case KIND.open:
        index++
        if (dropped > 0) dropped++
        else if (inType) kept++
        else {
          dropped = 1
          groupsOutside = groups
          keepUntil(index)
        }
        break
      case KIND.close:
        if (dropped > 0) {
          if (--dropped === 0) {
            if (groups !== groupsOutside) sound = false
            resumeAt(index)
          }
        } else if (--kept < 0) {
          sound = false
          kept = 0
        }
        index++
        break
      case KIND.quote:
      case KIND.rune: {
        const end = endOfLiteral(text, index, code)
        if (end === -1) {
          sound = false
          index++
          break
        }
        if (end - index > LONG_LITERAL && dropped === 0 && inValue) dropLiteral(index, end)
        index = end
        break
      }
      case KIND.raw: {
        const end = text.indexOf('`', index + 1)
        if (end === -1) sound = false
        const next = end === -1 ? length : end + 1
        if (end - index > LONG_LITERAL && dropped === 0 && inValue) dropLiteral(index, next)
        newlinesBetween(index, next)
        index = next
        break
      }
      default: {
        const next = text.charCodeAt(index + 1)
        if (next !== 47 && next !== 42) {
          index++
          break
        }
        let end = next === 47 ? text.indexOf('\n', index) : text.indexOf('*/', index + 2) + 2
        if (next === 42 && end === 1) sound = false
        if (end < index + 2) end = length
        if (dropped === 0) {
          comments.push(index, end)
          keepUntil(index)
          const gap = next === 42 && text.slice(index, end).includes('\n') ? '\n' : ' '
          parts.push(gap)
          emitted += 1
          resumeAt(end)
        }
        if (next === 42) newlinesBetween(index, end)
        index = end
      }
    }
  }
  if (dropped === 0) keepUntil(length)
  if (dropped > 0 || kept > 0 || groups !== 0) sound = false
  return { condensed: parts.join(''), pieces: { original, condensed }, comments, lineStarts, sound }
}

/** One past the closing quote, or -1 when the line ends first. */
function endOfLiteral(text: string, start: number, quote: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === quote) return index + 1
    if (code === BACKSLASH) index++
    else if (code === NEWLINE) return -1
  }
  return -1
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code > 127
}

const OTHER_KEYWORDS = new Set(['func', 'var', 'const', 'import', 'package'])

function isOtherKeyword(text: string, start: number, end: number): boolean {
  return end - start <= 7 && OTHER_KEYWORDS.has(text.slice(start, end))
}

/** Whether nothing but white space or a comment's end stands before it on its line: `type F func()` is no function. */
function startsStatement(text: string, start: number): boolean {
  for (let index = start - 1; index >= 0; index--) {
    const code = text.charCodeAt(index)
    if (code === NEWLINE || code === 59) return true
    if (code === 47 && text.charCodeAt(index - 1) === 42) {
      index = text.lastIndexOf('/*', index - 2)
      continue
    }
    if (code !== 32 && code !== 9 && code !== 13) return false
  }
  return true
}

/** The offset in the text of the character at an offset of the condensed text. */
export function originalOffset(pieces: ScannedSource['pieces'], offset: number): number {
  const starts = pieces.condensed
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return (pieces.original[low] ?? 0) + (offset - (starts[low] ?? 0))
}
