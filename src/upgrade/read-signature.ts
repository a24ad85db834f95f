import type { Declaration } from '../golang/index.ts'
import { tokenize } from '../walkthrough/tokenize.ts'

/** A receiver or parameter: its name, if it has one, and its type without spaces. */
export interface Parameter {
  readonly name: string | undefined
  readonly type: string
}

/**
 * Receiver and parameters of a function or method, from its signature on one line. Go names all parameters of a list or none
 * (Go specification, "Function types"); a name without a type has that of the next. Empty for other declarations.
 */
export function readSignature({ kind, signature }: Pick<Declaration, 'kind' | 'signature'>): { receiver: Parameter[]; parameters: Parameter[] } {
  if (kind !== 'func' && kind !== 'method') return { receiver: [], parameters: [] }
  const tokens = tokenize(signature).map(({ text }) => text)
  let at = tokens[0] === 'func' ? 1 : 0
  let receiver: Parameter[] = []
  if (kind === 'method' && tokens[at] === '(') {
    const end = closing(tokens, at)
    receiver = readList(tokens.slice(at + 1, end))
    at = end + 1
  }
  at += 1
  if (tokens[at] === '[') at = closing(tokens, at) + 1
  const parameters = tokens[at] === '(' ? readList(tokens.slice(at + 1, closing(tokens, at))) : []
  return { receiver, parameters }
}

const OPENS = new Set(['(', '[', '{'])
const CLOSES = new Set([')', ']', '}'])

function closing(tokens: readonly string[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (OPENS.has(tokens[at] as string)) depth += 1
    else if (CLOSES.has(tokens[at] as string) && (depth -= 1) === 0) return at
  }
  return tokens.length
}

function readList(tokens: readonly string[]): Parameter[] {
  const parts: string[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (OPENS.has(token)) depth += 1
    if (CLOSES.has(token)) depth -= 1
    if (token === ',' && depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  const filled = parts.filter((part) => part.length > 0)
  const named = filled.some(isNamed)
  if (!named) return filled.map((part) => ({ name: undefined, type: part.join('') }))
  let type = ''
  return filled
    .reverse()
    .map((part) => {
      if (part.length > 1) type = part.slice(1).join('')
      return { name: part[0], type }
    })
    .reverse()
}

/** `s *T`, `args ...string`, `f func()`: a word, and then something that does not belong to it. */
function isNamed([first = '', second]: readonly string[]): boolean {
  return second !== undefined && /^[\p{L}_]/u.test(first) && !['func', 'map', 'chan', 'struct', 'interface'].includes(first) && second !== '.'
}
