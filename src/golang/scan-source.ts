import { endOfWord, isWord, scanFunction, type FunctionHead } from './scan-function.ts'
import { addLines, endOfComment, endOfLiteral, endOfRaw, KIND, KINDS, skipNested } from './skip-nested.ts'

/** What one pass over the characters of a Go file finds, before any parsing. */
export interface ScannedSource {
  /**
   * The text without comments, without what stands in braces outside type declarations (function bodies, literals), in the
   * parentheses of methods in types, and between the quotes of import paths, field tags and values; of functions only
   * `func (T) name()` is left. The same declarations in a fraction of the size.
   */
  readonly condensed: string
  /** Offset in the text of each kept piece, and in `condensed`; both ascend. */
  readonly pieces: { readonly original: readonly number[]; readonly condensed: readonly number[] }
  /** Parts of the functions of which little is left, by where that ends in `condensed`. */
  readonly functions: ReadonlyMap<number, FunctionHead>
  /** Start and end offsets in the text of every comment outside the dropped braces, in order: start, end, start, … */
  readonly comments: readonly number[]
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
  /** False when a literal, comment or bracket does not close: then `condensed` is not to be trusted. */
  readonly sound: boolean
}

/** Shorter literals and lists are kept: parsing them costs less than leaving them out. */
const LONG_LITERAL = 12
const LONG_LIST = 6

const NEWLINE = 10
const SPACE = 32
const PARENTHESIS = 40
const CLOSED = 41
const STAR = 42

/**
 * Scans by Go's lexical rules: interpreted, raw and rune literals and comments are passed over whole, so that a brace
 * or quote inside them counts for nothing (Go spec, "Lexical elements").
 *
 * Newlines outside dropped brackets are kept, because they end statements.
 */
export function scanSource(text: string): ScannedSource {
  const length = text.length
  const parts: string[] = []
  const original: number[] = [0]
  const condensed: number[] = [0]
  const functions = new Map<number, FunctionHead>()
  const comments: number[] = []
  const lineStarts: number[] = [0]
  let emitted = 0 // length of what is in parts
  let from = 0 // start of the piece being kept
  let braces = 0 // depth of braces of a type declaration
  let groups = 0 // depth of parentheses and brackets
  let inType = false
  let sound = true
  let index = 0

  /** Leaves out what stands between two offsets, or puts `gap` in its place. */
  const drop = (start: number, end: number, gap: string): void => {
    if (start === from && gap === '') {
      from = end
      original[original.length - 1] = end
      return
    }
    parts.push(text.slice(from, start), gap)
    emitted += start - from + gap.length
    from = end
    original.push(end)
    condensed.push(emitted)
  }

  /** One past the bracket that closes the one at `start`; -1 when there is none, and then there is no second try. */
  const closing = (start: number, keepComments: boolean): number => {
    if (!sound) return -1
    const linesBefore = lineStarts.length
    const commentsBefore = comments.length
    const end = skipNested(text, start, lineStarts, keepComments ? comments : undefined)
    if (end === -1) {
      sound = false
      lineStarts.length = linesBefore
      comments.length = commentsBefore
    }
    return end
  }

  /** Leaves `func (T) name()` of the function declared at `start`; gives where it ends, undefined for an unusual one. */
  const functionAt = (start: number): number | undefined => {
    if (!sound) return undefined
    const linesBefore = lineStarts.length
    const commentsBefore = comments.length
    const head = scanFunction(text, start, lineStarts, comments)
    if (head === undefined) {
      lineStarts.length = linesBefore
      comments.length = commentsBefore
      return undefined
    }
    if (head.receiver !== -1) {
      const open = text.indexOf('(', start) + 1
      if (head.receiver > open) drop(open, head.receiver, '')
    }
    drop(head.nameEnd, head.end, '()')
    functions.set(emitted, head)
    return head.end
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
        let end = endOfWord(text, index)
        if (braces === 0 && groups === 0) {
          if (end - index === 4 && text.startsWith('type', index)) inType = true
          else if (isOtherKeyword(text, index, end) && startsStatement(text, index)) {
            inType = false
            if (code === 102) end = functionAt(index) ?? end
          }
        }
        index = end
        break
      }
      case KIND.group: {
        if (code === PARENTHESIS && groups === 0 && inType && isSignature(text, index)) {
          const end = closing(index, true)
          if (end !== -1) {
            if (end - index > LONG_LIST) drop(index + 1, end - 1, '')
            index = end
            break
          }
        }
        groups++
        index++
        break
      }
      case KIND.ungroup:
        groups--
        index++
        break
      case KIND.open: {
        const end = inType ? -1 : closing(index, false)
        if (end === -1) {
          braces++
          index++
        } else {
          if (end - index > 2) drop(index + 1, end - 1, '')
          index = end
        }
        break
      }
      case KIND.close:
        if (--braces < 0) {
          sound = false
          braces = 0
        }
        index++
        break
      case KIND.quote:
      case KIND.rune:
      case KIND.raw: {
        const raw = kind === KIND.raw
        const end = raw ? endOfRaw(text, index) : endOfLiteral(text, index, code)
        if (end === -1) {
          sound = false
          index++
          break
        }
        if (kind !== KIND.rune && end - index > LONG_LITERAL) drop(index + 1, end - 1, '')
        if (raw) addLines(text, index, end, lineStarts)
        index = end
        break
      }
      default: {
        const found = endOfComment(text, index)
        if (found === 0) {
          index++
          break
        }
        if (found === -1) sound = false
        const end = found === -1 ? length : found
        const linesBefore = lineStarts.length
        const block = text.charCodeAt(index + 1) === STAR
        if (block) addLines(text, index, end, lineStarts)
        comments.push(index, end)
        const start = afterCode(text, from, index)
        const alone = start === from || text.charCodeAt(start - 1) === NEWLINE
        drop(start, end, alone || !block ? '' : lineStarts.length > linesBefore ? '\n' : ' ')
        index = end
      }
    }
  }
  parts.push(text.slice(from, length))
  if (braces > 0 || groups !== 0) sound = false
  return { condensed: parts.join(''), pieces: { original, condensed }, functions, comments, lineStarts, sound }
}

/** Where the white space before a comment starts: behind the first newline of it, else behind the code. */
function afterCode(text: string, from: number, comment: number): number {
  let start = comment
  for (let index = comment - 1; index >= from; index--) {
    const code = text.charCodeAt(index)
    if (code === NEWLINE) start = index + 1
    else if (code === SPACE || code === 9 || code === 13) {
      if (index === from) return from
    } else return start === comment ? index + 1 : start
  }
  return from
}

/** Whether parentheses in a type hold parameters or results: they follow a name, `func` or parameters at once. */
function isSignature(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  return isWord(before) || (before === SPACE && text.charCodeAt(start - 2) === CLOSED)
}

const OTHER_KEYWORDS = new Set(['func', 'var', 'const', 'import', 'package'])

function isOtherKeyword(text: string, start: number, end: number): boolean {
  const length = end - start
  return length >= 3 && length <= 7 && OTHER_KEYWORDS.has(text.slice(start, end))
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
