import { resolveSymbol, type Declaration, type GoIndex } from '../golang/index.ts'
import { importPathsIn } from '../golang/go-index.ts'
import { WaymarkError, type Diagnostic } from '../report/index.ts'

/**
 * The function or method a walk begins with, as a person names it: by import path (`example.org/x/cmd/serve.main`), by folder
 * (`cmd/serve.main`, `.main` for the root's package), or by the package's name (`serve.Run`) where only one is called that.
 *
 * @throws WaymarkError `entry-unknown`, `entry-ambiguous` or `entry-not-function`, with what there is instead.
 */
export function findEntry(index: GoIndex, entry: string): Declaration {
  const named = resolveSymbol(index, {}, byFolder(index, entry) ?? entry)
  if (named.kind === 'ambiguous') {
    throw problem({
      code: 'entry-ambiguous',
      message: `${entry} could be one of ${named.candidates.length} functions.`,
      expected: 'one function or method',
      candidates: named.candidates,
      fix: 'Name it with its import path or folder in front: --entry cmd/serve.main',
    })
  }
  if (named.kind === 'missing') {
    const near = [...new Set([...namesakes(index, entry), ...named.nearest.flatMap((short) => functionNamed(index, short))])]
    const candidates = (near.length > 0 ? near : beginnings(index)).slice(0, MENTIONED)
    const packages = index.packages().length
    throw problem({
      code: 'entry-unknown',
      message: `Nothing here is called ${entry}.`,
      expected: 'a function or method: <package>.<function> or <package>.<Type>.<method>',
      found: `${packages} package${packages === 1 ? '' : 's'} without it`,
      ...(candidates.length > 0 ? { candidates } : {}),
      fix: 'Name one of these with --entry, or any other function; its folder may stand for the package.',
    })
  }
  const { declaration } = named
  if (declaration.kind === 'func' || declaration.kind === 'method') return declaration
  const candidates = functionsAround(index, declaration)
  throw problem({
    code: 'entry-not-function',
    message: `${declaration.symbol} is no function, so no calls lead on from it.`,
    expected: 'a function or method with a body',
    found: `${declaration.signature} (${declaration.file}:${declaration.startLine})`,
    ...(candidates.length > 0 ? { candidates } : {}),
    fix: 'Name a function or method with --entry.',
  })
}

/** How many candidates a message names. */
const MENTIONED = 8

/** `cmd/serve.main` with the import path of the folder in front; undefined where no such folder has it. */
function byFolder(index: GoIndex, entry: string): string | undefined {
  const written = entry.replace(/^\.\//, '')
  const paths = written.startsWith('.') ? [''] : importPathsIn(written)
  for (const folder of paths) {
    const symbol = `${index.layout.importPathOf(folder)}${written.slice(folder.length)}`
    if (index.bySymbol(symbol).length > 0) return symbol
  }
  return undefined
}

/** Functions of that very name in other packages. */
function namesakes(index: GoIndex, entry: string): string[] {
  const name = entry.slice(entry.lastIndexOf('.') + 1)
  const found: string[] = []
  for (const { kind, name: other, symbol } of index.declarations()) if (other === name && isFunction(kind)) found.push(symbol)
  return [...new Set(found)].sort((a, b) => a.length - b.length)
}

/** A short name's function in full; none where it is something else, from which no walk begins. */
function functionNamed(index: GoIndex, short: string): string[] {
  const resolved = resolveSymbol(index, {}, short)
  return resolved.kind === 'found' && isFunction(resolved.declaration.kind) ? [resolved.declaration.symbol] : []
}

/** Where programs begin; of a library, what others can call. */
function beginnings(index: GoIndex): string[] {
  const functions = [...index.declarations()].filter(({ kind, file }) => kind === 'func' && index.files.get(file)?.test !== true)
  const mains = functions.filter(({ name, file }) => name === 'main' && index.files.get(file)?.packageName === 'main')
  const found = mains.length > 0 ? mains : functions.filter(({ exported }) => exported)
  return [...new Set(found.map(({ symbol }) => symbol))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** A type's methods and the functions whose names hold its name. */
function functionsAround(index: GoIndex, { importPath, name }: Declaration): string[] {
  return index
    .package(importPath)
    .filter(({ kind, owner, name: other }) => isFunction(kind) && (owner === name || other.includes(name)))
    .map(({ symbol }) => symbol)
    .slice(0, MENTIONED)
}

const isFunction = (kind: Declaration['kind']): boolean => kind === 'func' || kind === 'method'

const problem = (told: Omit<Diagnostic, 'severity'>): WaymarkError => new WaymarkError({ ...told, severity: 'error' })
