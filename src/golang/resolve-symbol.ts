import { nearest } from '../report/index.ts'
import type { Declaration } from './declaration.ts'
import type { GoIndex } from './go-index.ts'
import { holdsOnLinux } from './evaluate-constraint.ts'
import { importPathsIn } from './go-index.ts'

/** What a written symbol stands for. */
export type SymbolResult =
  | { readonly kind: 'found'; readonly declaration: Declaration }
  /** Several declarations; `candidates` are their full symbols, or places where the symbols are the same. */
  | { readonly kind: 'ambiguous'; readonly declarations: readonly Declaration[]; readonly candidates: readonly string[] }
  /** None; `nearest` are symbols as one would write them, best first. */
  | { readonly kind: 'missing'; readonly nearest: readonly string[] }

/** Package aliases of a walkthrough: short name → import path. */
export type Aliases = Readonly<Record<string, string>>

/**
 * Finds what a symbol names: a full one (`k8s.io/api/core/v1.Pod.Spec`), one through an alias (`app.Complete`), through the
 * name of a package (`options.X`, ambiguous when several packages of that name have an `X`), or a bare name when only one
 * package declares it. Test files are left out. Of declarations for different systems the one for linux/amd64 counts.
 */
export function resolveSymbol(index: GoIndex, aliases: Aliases, text: string): SymbolResult {
  const full = index.bySymbol(text)
  if (full.length > 0) return choose(full)
  if (text.includes('/')) return { kind: 'missing', nearest: nearestFull(index, text) }
  const dot = text.indexOf('.')
  if (dot === -1) return bareName(index, aliases, text)
  const qualifier = text.slice(0, dot)
  const rest = text.slice(dot + 1)
  const aliased = Object.hasOwn(aliases, qualifier) ? aliases[qualifier] : undefined
  if (aliased !== undefined) {
    const found = index.bySymbol(`${aliased}.${rest}`)
    return found.length > 0 ? choose(found) : { kind: 'missing', nearest: nearestIn(index, [aliased], rest, qualifier) }
  }
  const packages = packagesNamed(index, qualifier)
  const matches = packages.map((path) => index.bySymbol(`${path}.${rest}`)).filter((found) => found.length > 0)
  const [only, ...others] = matches
  if (only !== undefined && others.length === 0) return choose(only)
  if (only !== undefined) return ambiguous(matches.flat())
  if (packages.length > 0) return { kind: 'missing', nearest: nearestIn(index, packages, rest, qualifier) }
  return { kind: 'missing', nearest: nearestAnywhere(index, aliases, text) }
}

/** The name a reader would use: through an alias where there is one, else with the package's own name. */
export function shortSymbol(index: GoIndex, aliases: Aliases, { symbol, importPath }: Pick<Declaration, 'symbol' | 'importPath'>): string {
  const alias = Object.entries(aliases).find(([, path]) => path === importPath)?.[0]
  const name = alias ?? index.packageName(importPath) ?? importPath.slice(importPath.lastIndexOf('/') + 1)
  return `${name}${symbol.slice(importPath.length)}`
}

function choose(declarations: readonly Declaration[]): SymbolResult {
  const built = declarations.filter(({ buildConstraint }) => holdsOnLinux(buildConstraint))
  const left = built.length > 0 ? built : declarations
  const [declaration, ...others] = left
  if (declaration === undefined) return { kind: 'missing', nearest: [] }
  return others.length === 0 ? { kind: 'found', declaration } : ambiguous(left)
}

function ambiguous(declarations: readonly Declaration[]): SymbolResult {
  const symbols = new Set(declarations.map(({ symbol }) => symbol))
  const candidates =
    symbols.size === declarations.length ? [...symbols] : declarations.map(({ symbol, file, startLine }) => `${symbol} (${file}:${startLine})`)
  return { kind: 'ambiguous', declarations, candidates }
}

function bareName(index: GoIndex, aliases: Aliases, name: string): SymbolResult {
  const found = [...index.declarations()].filter((declaration) => declaration.name === name && declaration.owner === undefined)
  if (found.length > 0) return choose(found)
  return { kind: 'missing', nearest: nearestAnywhere(index, aliases, name) }
}

function packagesNamed(index: GoIndex, name: string): string[] {
  // A package's name is mostly its path's last element, but need not be: ask the files, cheapest first.
  const all = index.packages()
  const byPath = all.filter((path) => path === name || path.endsWith(`/${name}`))
  return byPath.length > 0 ? byPath : all.filter((path) => index.packageName(path) === name)
}

function nearestIn(index: GoIndex, packages: readonly string[], wanted: string, qualifier: string): string[] {
  const names = packages.flatMap((path) => index.package(path).map(({ symbol }) => symbol.slice(path.length + 1)))
  return nearest(wanted, new Set(names)).map((name) => `${qualifier}.${name}`)
}

function nearestFull(index: GoIndex, symbol: string): string[] {
  for (const path of importPathsIn(symbol)) {
    const names = index.package(path).map((declaration) => declaration.symbol)
    if (names.length > 0) return nearest(symbol, new Set(names))
  }
  const wanted = importPathsIn(symbol).at(-1) ?? symbol
  return nearest(wanted, index.packages()).map((path) => `${path}${symbol.slice(wanted.length)}`)
}

function nearestAnywhere(index: GoIndex, aliases: Aliases, text: string): string[] {
  const last = text.slice(text.lastIndexOf('.') + 1)
  const names = new Map<string, string>()
  for (const declaration of index.declarations()) {
    if (!names.has(declaration.name)) names.set(declaration.name, shortSymbol(index, aliases, declaration))
  }
  return nearest(last, names.keys()).map((name) => names.get(name) ?? name)
}
