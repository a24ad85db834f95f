import { KeptPieces } from './kept-pieces.ts'
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
const RUNE = 39
const RAW = 96

/**
 * Scans by Go's lexical rules: interpreted, raw and rune literals and comments are passed over whole, so that a brace
 * or quote inside them counts for nothing (Go spec, "Lexical elements").
 *
 * Newlines outside dropped brackets are kept, because they end statements.
 */
export function scanSource(text: string): ScannedSource {
  return new Scan(text).run()
}

/** A scan under way. Each method but `run` takes the offset where something starts and gives the one behind it. */
class Scan {
  readonly #text: string
  readonly #kept: KeptPieces
  readonly #functions = new Map<number, FunctionHead>()
  readonly #comments: number[] = []
  readonly #lineStarts: number[] = [0]
  /** Depth of braces of a type declaration. */
  #braces = 0
  /** Depth of parentheses and brackets. */
  #groups = 0
  #inType = false
  #sound = true

  constructor(text: string) {
    this.#text = text
    this.#kept = new KeptPieces(text)
  }

  run(): ScannedSource {
    const text = this.#text
    const lineStarts = this.#lineStarts
    const length = text.length
    for (let index = 0; index < length; ) {
      const code = text.charCodeAt(index)
      const kind = code < 128 ? KINDS[code] : KIND.plain
      if (kind === KIND.plain) index++
      else if (kind === KIND.newline) lineStarts.push(++index)
      else if (kind === KIND.letter) index = this.#word(index)
      else if (kind === KIND.slash) index = this.#comment(index)
      else if (kind === KIND.quote || kind === KIND.rune || kind === KIND.raw) index = this.#literal(index, code)
      else index = this.#bracket(index, code, kind)
    }
    if (this.#braces > 0 || this.#groups !== 0) this.#sound = false
    return {
      condensed: this.#kept.join(),
      pieces: this.#kept,
      functions: this.#functions,
      comments: this.#comments,
      lineStarts,
      sound: this.#sound,
    }
  }

  #word(start: number): number {
    const text = this.#text
    const end = endOfWord(text, start)
    if (this.#braces !== 0 || this.#groups !== 0) return end
    if (end - start === 4 && text.startsWith('type', start)) this.#inType = true
    else if (isOtherKeyword(text, start, end) && startsStatement(text, start)) {
      this.#inType = false
      if (text.charCodeAt(start) === 102) return this.#function(start) ?? end
    }
    return end
  }

  /** Leaves `func (T) name()` of the function declared at `start`; undefined for an unusual one. */
  #function(start: number): number | undefined {
    if (!this.#sound) return undefined
    const linesBefore = this.#lineStarts.length
    const commentsBefore = this.#comments.length
    const head = scanFunction(this.#text, start, this.#lineStarts, this.#comments)
    if (head === undefined) {
      this.#forget(linesBefore, commentsBefore)
      return undefined
    }
    if (head.receiver !== -1) {
      const open = this.#text.indexOf('(', start) + 1
      if (head.receiver > open) this.#kept.drop(open, head.receiver, '')
    }
    this.#kept.drop(head.nameEnd, head.end, '()')
    this.#functions.set(this.#kept.length, head)
    return head.end
  }

  #bracket(start: number, code: number, kind: number | undefined): number {
    if (kind === KIND.ungroup) this.#groups--
    else if (kind === KIND.close) {
      if (--this.#braces < 0) {
        this.#sound = false
        this.#braces = 0
      }
    } else if (kind === KIND.open) {
      const end = this.#inType ? -1 : this.#closing(start, false)
      if (end !== -1) {
        if (end - start > 2) this.#kept.drop(start + 1, end - 1, '')
        return end
      }
      this.#braces++
    } else {
      const end = code === PARENTHESIS && this.#groups === 0 && this.#inType && isSignature(this.#text, start) ? this.#closing(start, true) : -1
      if (end !== -1) {
        if (end - start > LONG_LIST) this.#kept.drop(start + 1, end - 1, '')
        return end
      }
      this.#groups++
    }
    return start + 1
  }

  /** One past the bracket that closes the one at `start`; -1 when there is none, and then there is no second try. */
  #closing(start: number, keepComments: boolean): number {
    if (!this.#sound) return -1
    const linesBefore = this.#lineStarts.length
    const commentsBefore = this.#comments.length
    const end = skipNested(this.#text, start, this.#lineStarts, keepComments ? this.#comments : undefined)
    if (end === -1) {
      this.#sound = false
      this.#forget(linesBefore, commentsBefore)
    }
    return end
  }

  #forget(linesBefore: number, commentsBefore: number): void {
    this.#lineStarts.length = linesBefore
    this.#comments.length = commentsBefore
  }

  #literal(start: number, quote: number): number {
    const raw = quote === RAW
    const end = raw ? endOfRaw(this.#text, start) : endOfLiteral(this.#text, start, quote)
    if (end === -1) {
      this.#sound = false
      return start + 1
    }
    if (quote !== RUNE && end - start > LONG_LITERAL) this.#kept.drop(start + 1, end - 1, '')
    if (raw) addLines(this.#text, start, end, this.#lineStarts)
    return end
  }

  #comment(start: number): number {
    const text = this.#text
    const found = endOfComment(text, start)
    if (found === 0) return start + 1
    if (found === -1) this.#sound = false
    const end = found === -1 ? text.length : found
    const linesBefore = this.#lineStarts.length
    const block = text.charCodeAt(start + 1) === STAR
    if (block) addLines(text, start, end, this.#lineStarts)
    this.#comments.push(start, end)
    const from = this.#kept.from
    const dropped = afterCode(text, from, start)
    const alone = dropped === from || text.charCodeAt(dropped - 1) === NEWLINE
    this.#kept.drop(dropped, end, alone || !block ? '' : this.#lineStarts.length > linesBefore ? '\n' : ' ')
    return end
  }
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
