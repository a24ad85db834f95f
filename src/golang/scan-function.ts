import { endOfComment, skipNested } from './skip-nested.ts'

/** Where the parts of a function declaration stand in the text. */
export interface FunctionHead {
  /** Where the name of the receiver's type starts, and where it ends; both -1 for a function. */
  readonly receiver: number
  readonly receiverEnd: number
  readonly name: number
  readonly nameEnd: number
  /** Where the body starts, or what has none ends. */
  readonly headEnd: number
  readonly end: number
}

const TAB = 9
const NEWLINE = 10
const RETURN = 13
const SPACE = 32
const PARENTHESIS = 40
const CLOSED = 41
const STAR = 42
const SLASH = 47
const SEMICOLON = 59
const BRACKET = 91
const BRACE = 123

/** Words that a type goes on after, on the next line too. */
const OPEN_WORDS = new Set(['func', 'chan', 'map', 'struct', 'interface'])

/**
 * Finds the parts of the function declaration whose keyword stands at `start`; undefined for an unusual one (a receiver with
 * type parameters, comments around its name, or no Go), which only the parser understands. Starts of lines on the way go to
 * `lineStarts`, places of comments in the head to `comments`; both may have grown when the answer is undefined.
 */
export function scanFunction(text: string, start: number, lineStarts: number[], comments: number[]): FunctionHead | undefined {
  let index = afterBlanks(text, start + 4)
  let receiver = -1
  let receiverEnd = -1
  if (text.charCodeAt(index) === PARENTHESIS) {
    receiver = receiverType(text, index + 1)
    receiverEnd = endOfWord(text, receiver)
    if (receiverEnd === receiver || text.charCodeAt(receiverEnd) !== CLOSED) return undefined
    index = afterBlanks(text, receiverEnd + 1)
  }
  const name = index
  const nameEnd = endOfWord(text, name)
  if (nameEnd === name) return undefined
  index = afterBlanks(text, nameEnd)
  if (text.charCodeAt(index) === BRACKET) index = skipNested(text, index, lineStarts, comments)
  if (index === -1 || text.charCodeAt(index) !== PARENTHESIS) return undefined
  const head = endOfHead(text, index, lineStarts, comments)
  if (head === undefined) return undefined
  const { headEnd, bodied } = head
  const end = bodied ? skipNested(text, headEnd, lineStarts, undefined) : headEnd
  return end === -1 || !endsStatement(text, end) ? undefined : { receiver, receiverEnd, name, nameEnd, headEnd, end }
}

/** Whether nothing more can belong to what ends here. */
function endsStatement(text: string, end: number): boolean {
  const index = afterBlanks(text, end)
  const code = text.charCodeAt(index)
  if (code === SLASH) return text.charCodeAt(index + 1) === SLASH
  return code === NEWLINE || code === RETURN || code === SEMICOLON || index >= text.length
}

/** Follows parameters and results from the first parenthesis to the body, or to the line's end where there is none. */
function endOfHead(text: string, start: number, lineStarts: number[], comments: number[]): { headEnd: number; bodied: boolean } | undefined {
  let index = start
  let codeEnd = start // behind the last token
  let complete = false // whether a newline ends it here
  let typeBrace = false // whether a brace opens a type here, no body
  for (;;) {
    const code = text.charCodeAt(index)
    if (code === SPACE || code === TAB || code === RETURN) index++
    else if (code === BRACE && !typeBrace) return complete ? { headEnd: index, bodied: true } : undefined
    else if (code === PARENTHESIS || code === BRACKET || code === BRACE) {
      index = codeEnd = skipNested(text, index, lineStarts, comments)
      if (index === -1) return undefined
      complete = text.charCodeAt(index - 1) !== 93 // what is in brackets is followed by a type
      typeBrace = false
    } else if (isWord(code)) {
      codeEnd = endOfWord(text, index)
      const word = text.slice(index, codeEnd)
      complete = !OPEN_WORDS.has(word)
      typeBrace = word === 'struct' || word === 'interface'
      index = codeEnd
    } else if (code === NEWLINE || code === SEMICOLON || index >= text.length) {
      if (complete) return { headEnd: codeEnd, bodied: false }
      if (code !== NEWLINE) return undefined
      lineStarts.push(++index)
    } else if (code === SLASH) {
      const end = endOfComment(text, index)
      if (end <= 0) return undefined
      if (complete) return text.charCodeAt(index + 1) === SLASH ? { headEnd: codeEnd, bodied: false } : undefined
      if (text.slice(index, end).includes('\n')) return undefined
      comments.push(index, end)
      index = end
    } else if (code === STAR || code === 46 || code === 60 || code === 45) {
      // Of a pointer, a qualified name, a channel's arrow.
      index++
      complete = false
    } else return undefined
  }
}

/** Where the type of a receiver starts, behind its own name and the star: `T` of `r *T)`. */
function receiverType(text: string, start: number): number {
  let index = start
  const nameEnd = endOfWord(text, index)
  const next = text.charCodeAt(nameEnd)
  if (nameEnd > index && (next === SPACE || next === TAB)) index = afterBlanks(text, nameEnd)
  return text.charCodeAt(index) === STAR ? index + 1 : index
}

function afterBlanks(text: string, start: number): number {
  let index = start
  for (let code = text.charCodeAt(index); code === SPACE || code === TAB; code = text.charCodeAt(index)) index++
  return index
}

/** One past the last character of the word that starts here; `start` itself where none does. */
export function endOfWord(text: string, start: number): number {
  const length = text.length
  let index = start
  while (index < length && isWord(text.charCodeAt(index))) index++
  return index
}

/** Whether a character can be part of a word; everything beyond ASCII is taken for it. */
export function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code > 127
}
