import { isWord } from '../scan-function.ts'
import { endOfComment, endOfLiteral, endOfRaw, KIND, KINDS, skipNested } from '../skip-nested.ts'

/** A name as it stands in a file; the offset counts UTF-16 code units. */
export interface OutlineName {
  readonly text: string
  readonly offset: number
}

/** One declaration of a file, or one group of them in parentheses, before any parsing. */
export interface OutlinePart {
  readonly kind: 'import' | 'func' | 'type' | 'const' | 'var'
  /** What it declares at package level, or the method. */
  readonly names: readonly OutlineName[]
  /** Type of a method's receiver. */
  readonly owner: string | undefined
  /** Offsets: of the keyword, and one past the last character. */
  readonly start: number
  readonly end: number
  /** Of a function with a body, the offset of the brace that opens it; undefined when that cannot be told by a glance. */
  readonly bodyStart: number | undefined
}

const NEWLINE = 10
const SEMICOLON = 59
const COMMA = 44
const DOT = 46
const OPEN = 40
const CLOSED = 41
const CLOSED_BRACE = 125
const PART_KINDS: ReadonlySet<string> = new Set(['import', 'func', 'type', 'const', 'var'])
/** Keywords that a statement cannot end with, as far as they occur in declarations (Go spec, "Semicolons"). */
const OPEN_WORDS = new Set(['chan', 'func', 'interface', 'map', 'struct'])

/**
 * What a file declares, found by its characters alone: by Go's lexical rules and the heads of its declarations. Undefined
 * where these do not add up; then only parsing tells.
 *
 * @param from offset of the package clause
 */
export function scanOutline(text: string, from: number): OutlinePart[] | undefined {
  const parts: OutlinePart[] = []
  const lines: number[] = []
  const length = text.length
  let lastBrace = -1

  /** The first character from here on that is no white space or comment, `;` being white space where told. */
  const skipSpace = (start: number, semicolons: boolean): number => {
    let at = start
    for (;;) {
      const code = text.charCodeAt(at)
      if (isSpace(code) || (semicolons && code === SEMICOLON)) at++
      else if (code === 47) {
        const end = endOfComment(text, at)
        if (end <= 0) return at
        at = end
      } else return at
    }
  }
  const endOfWord = (start: number): number => {
    let at = start
    while (at < length && isWord(text.charCodeAt(at))) at++
    return at
  }
  const nested = (start: number): number => {
    lines.length = 0
    return skipNested(text, start, lines, undefined)
  }
  /** Where the statement ends that goes on behind a name: at a newline or `;` that ends it, at a `)`, or at the end. -1: nowhere. */
  const endOfStatement = (start: number): number => {
    let at = start
    let mayEnd = true
    lastBrace = -1
    while (at < length) {
      const code = text.charCodeAt(at)
      if (code === SEMICOLON || code === CLOSED) return at
      if (code === NEWLINE) {
        if (mayEnd) return at
        at++
      } else if (isSpace(code)) at++
      else if (isWord(code)) {
        const end = endOfWord(at)
        mayEnd = !OPEN_WORDS.has(text.slice(at, end))
        // The dot of `1.` is no selector: a statement can end with it.
        at = text.charCodeAt(end) === DOT && isDigit(code) ? end + 1 : end
      } else {
        const kind = KINDS[code]!
        let end: number
        if (kind === KIND.slash) {
          end = endOfComment(text, at)
          if (end > 0 && mayEnd && text.slice(at, end).includes('\n')) return at
          if (end === 0) mayEnd = false
        } else if (kind === KIND.open || kind === KIND.group) {
          end = nested(at)
          if (kind === KIND.open) lastBrace = at
        }        else if (kind === KIND.raw) end = endOfRaw(text, at)
        else if (kind === KIND.quote || kind === KIND.rune) end = endOfLiteral(text, at, code)
        else if (kind === KIND.close || kind === KIND.ungroup) return -1
        else end = 0
        if (end === -1) return -1
        if (kind !== KIND.slash) mayEnd = end !== 0
        at = end === 0 ? at + 1 : end
      }
    }
    return length
  }
  /** Names from here on, separated by commas; gives the offset behind them, -1 when there is none. */
  const readNames = (start: number, many: boolean, into: OutlineName[]): number => {
    let at = start
    for (;;) {
      const end = endOfWord(at)
      if (end === at) return -1
      into.push({ text: text.slice(at, end), offset: at })
      const next = skipSpace(end, false)
      if (!many || text.charCodeAt(next) !== COMMA) return end
      at = skipSpace(next + 1, false)
    }
  }
  const readFunction = (keyword: number): OutlinePart | undefined => {
    let at = skipSpace(keyword + 4, false)
    let owner: string | undefined
    if (text.charCodeAt(at) === OPEN) {
      const end = nested(at)
      owner = end === -1 ? undefined : receiverName(text.slice(at + 1, end - 1))
      if (owner === undefined) return undefined
      at = skipSpace(end, false)
    }
    const names: OutlineName[] = []
    at = readNames(at, false, names)
    const end = at === -1 ? -1 : endOfStatement(at)
    return end === -1 ? undefined : { kind: 'func', names, owner, start: keyword, end, bodyStart: isBody(end) ? lastBrace : undefined }
  }
  /** Whether the last brace opened a body: it closes what ended here, and is no type's. */
  const isBody = (end: number): boolean =>
    lastBrace !== -1 && text.charCodeAt(end - 1) === CLOSED_BRACE && !/\b(struct|interface)\s*$/.test(text.slice(Math.max(0, lastBrace - 40), lastBrace))
  const readSpecs = (kind: 'type' | 'const' | 'var', keyword: number): OutlinePart | undefined => {
    const many = kind !== 'type'
    const names: OutlineName[] = []
    let at = skipSpace(keyword + kind.length, false)
    const inGroup = text.charCodeAt(at) === OPEN
    if (!inGroup) {
      at = readNames(at, many, names)
      const end = at === -1 ? -1 : endOfStatement(at)
      return end === -1 ? undefined : { kind, names, owner: undefined, start: keyword, end, bodyStart: undefined }
    }
    for (at = skipSpace(at + 1, true); text.charCodeAt(at) !== CLOSED; at = skipSpace(at, true)) {
      at = readNames(at, many, names)
      at = at === -1 ? -1 : endOfStatement(at)
      if (at === -1 || at >= length) return undefined
    }
    return { kind, names, owner: undefined, start: keyword, end: at + 1, bodyStart: undefined }
  }

  let at = skipSpace(endOfWord(from), false)
  at = endOfWord(at)
  for (;;) {
    // What ends a declaration must be a newline, a `;` or the end.
    const before = at
    at = skipSpace(at, true)
    if (at >= length) return parts
    if (!/[\n;]/.test(text.slice(before, at)) && parts.length > 0) return undefined
    const keyword = text.slice(at, endOfWord(at))
    if (!PART_KINDS.has(keyword)) return undefined
    let part: OutlinePart | undefined
    if (keyword === 'func') part = readFunction(at)
    else if (keyword === 'import') {
      const end = endOfStatement(skipSpace(at + keyword.length, false))
      part = end === -1 ? undefined : { kind: 'import', names: [], owner: undefined, start: at, end, bodyStart: undefined }
    } else part = readSpecs(keyword as 'type' | 'const' | 'var', at)
    if (part === undefined || text.charCodeAt(part.end) === CLOSED) return undefined
    parts.push(part)
    at = part.end
  }
}

/** The name of the receiver's type: `T` of `s *T[K]`. */
function receiverName(receiver: string): string | undefined {
  const plain = receiver.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ' ')
  const bracket = plain.indexOf('[')
  return /([\p{L}_][\p{L}\p{Nd}_]*)[\s)]*,?\s*$/u.exec(bracket === -1 ? plain : plain.slice(0, bracket))?.[1]
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === NEWLINE || code === 13
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
