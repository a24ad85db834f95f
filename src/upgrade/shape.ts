import type { Declaration, FileFacts } from '../golang/index.ts'
import { tokenize } from '../walkthrough/tokenize.ts'
import { readSignature, type Parameter } from './read-signature.ts'

/** What of a declaration is compared with others: not its names for itself, and not where it stands. */
export interface Shape {
  /** Tokens without comments; its own name, receiver and parameters are numbered, and packages' names left out. */
  readonly tokens: readonly string[]
  /** Names that are called in it. */
  readonly calls: ReadonlySet<string>
  /** Full symbol of the receiver's type, as far as its spelling tells. */
  readonly receiver: string | undefined
  /** Full symbol of the first parameter's type, likewise. */
  readonly firstParameter: string | undefined
}

const KEYWORDS = new Set('break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(' '))
const WORD = /^[\p{L}_]/u

/** Reads the shape of a declaration from its text; `facts` are its file's. */
export function shapeOf(declaration: Declaration, text: string, facts: Pick<FileFacts, 'imports' | 'importPath'> | undefined): Shape {
  const { receiver, parameters } = readSignature(declaration)
  const own = new Map<string, string>([[declaration.name, '·name'], ...numbered([...receiver, ...parameters])])
  const packages = new Set((facts?.imports ?? []).map(({ path, alias }) => alias ?? path.slice(path.lastIndexOf('/') + 1)))
  return {
    tokens: normalTokens(text, own, packages),
    calls: callsIn(text, declaration.name),
    receiver: typeSymbol(receiver[0]?.type, facts),
    firstParameter: typeSymbol(parameters[0]?.type, facts),
  }
}

/** The names a function gives to its receiver and parameters, numbered as `shapeOf` does. */
export function ownNames(declaration: Declaration): Map<string, string> {
  const { receiver, parameters } = readSignature(declaration)
  return new Map(numbered([...receiver, ...parameters]))
}

const numbered = (names: readonly Parameter[]): [string, string][] =>
  names.flatMap(({ name }, i) => (name === undefined || name === '_' ? [] : [[name, `·${i}`] as [string, string]]))

/** Tokens of a piece of Go with some names replaced and the qualifiers of packages dropped. */
export function normalTokens(text: string, own: ReadonlyMap<string, string>, packages: ReadonlySet<string>): string[] {
  const tokens = tokenize(text).map((token) => token.text)
  const normal: string[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as string
    if (packages.has(token) && tokens[i + 1] === '.' && tokens[i - 1] !== '.' && !own.has(token)) i += 1
    else normal.push(own.get(token) ?? token)
  }
  return normal
}

/** Names that are followed by an opening parenthesis, which in Go are calls and conversions. */
export function callsIn(text: string, ownName: string): Set<string> {
  const tokens = tokenize(text)
  const calls = new Set<string>()
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const { text: token } = tokens[i] as { text: string }
    if (tokens[i + 1]?.text === '(' && WORD.test(token) && !KEYWORDS.has(token) && token !== ownName) calls.add(token)
  }
  return calls
}

/** `*options.T[K]` → `example.org/app/options.T`. */
function typeSymbol(text: string | undefined, facts: Pick<FileFacts, 'imports' | 'importPath'> | undefined): string | undefined {
  if (text === undefined || facts === undefined) return undefined
  const bare = text.replace(/^\*+/, '').replace(/\[.*$/s, '')
  const match = /^(?:([\p{L}_][\w]*)\.)?([\p{L}_]\w*)$/u.exec(bare)
  if (match === null) return undefined
  const [, qualifier, name] = match
  if (qualifier === undefined) return `${facts.importPath}.${name ?? ''}`
  const { path } = facts.imports.find((one) => (one.alias ?? one.path.slice(one.path.lastIndexOf('/') + 1)) === qualifier) ?? {}
  return path === undefined ? undefined : `${path}.${name ?? ''}`
}
