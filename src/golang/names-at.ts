import { endOfWord } from './scan-function.ts'
import { endOfComment } from './skip-nested.ts'

/** A name as it stands in a text. */
export interface Name {
  readonly name: string
  readonly start: number
}

const ASCII_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
const NAME = /^[\p{L}_][\p{L}\p{Nd}_]*/u

/** The identifier that starts at an offset; empty where none does (Go spec, "Identifiers"). */
export function identifierAt(text: string, start: number): string {
  const word = text.slice(start, endOfWord(text, start))
  return ASCII_NAME.test(word) ? word : (NAME.exec(word)?.[0] ?? '')
}

/** The names, separated by commas, that start at an offset, and the offset of the token behind the last one. */
export function namesAt(text: string, start: number): { readonly names: readonly Name[]; readonly next: number } {
  const names: Name[] = []
  for (let at = start; ; ) {
    const name = identifierAt(text, at)
    if (name === '') return { names, next: at }
    names.push({ name, start: at })
    const next = afterSpace(text, at + name.length)
    if (text.charCodeAt(next) !== 44) return { names, next }
    at = afterSpace(text, next + 1)
  }
}

/** The offset of the first character from `start` on that is neither white space nor in a comment. */
export function afterSpace(text: string, start: number): number {
  let index = start
  for (;;) {
    const code = text.charCodeAt(index)
    if (code === 32 || code === 9 || code === 10 || code === 13) index++
    else if (code === 47) {
      const end = endOfComment(text, index)
      if (end <= 0) return index
      index = end
    } else return index
  }
}
