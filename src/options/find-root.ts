import type { FuncDecl, GoPackage, Program } from './program/index.ts'
import { nearest, WaymarkError } from '../report/index.ts'

/** A function or method that was named as a root. */
export interface Root {
  readonly decl: FuncDecl
  readonly pkg: GoPackage
  /** The type a method belongs to. */
  readonly typeName: string | undefined
}

/**
 * Finds `package.Function` or `package.Type.Method`; the package by an alias or its import path.
 *
 * @throws WaymarkError `options-root-missing` with the nearest names.
 */
export function findRoot(program: Program, aliases: Readonly<Record<string, string>>, symbol: string): Root {
  for (const { importPath, rest } of readings(symbol, aliases)) {
    const pkg = program.imported(importPath, undefined)
    if (pkg === undefined) continue
    const [name = '', method] = rest.split('.')
    const decl = method === undefined ? pkg.find(name) : pkg.method(name, method)
    if (decl?.kind === 'func') return { decl, pkg, typeName: method === undefined ? undefined : name }
    throw missing(symbol, candidatesIn(pkg, rest), `package ${pkg.importPath} declares no such function`)
  }
  throw missing(symbol, nearest(symbol, Object.keys(aliases).map((alias) => `${alias}.${symbol.split('.').slice(1).join('.')}`)), 'no package of that name is in the tree')
}

/** Every way to part a symbol into a package and a name in it. */
function readings(symbol: string, aliases: Readonly<Record<string, string>>): { importPath: string; rest: string }[] {
  const slash = symbol.lastIndexOf('/')
  const found: { importPath: string; rest: string }[] = []
  for (let dot = symbol.indexOf('.', slash + 1); dot !== -1; dot = symbol.indexOf('.', dot + 1)) {
    const [before, rest] = [symbol.slice(0, dot), symbol.slice(dot + 1)]
    found.push({ importPath: (Object.hasOwn(aliases, before) ? aliases[before] : undefined) ?? before, rest })
  }
  return found
}

function candidatesIn(pkg: GoPackage, wanted: string): readonly string[] {
  const names = pkg.files.flatMap((file) =>
    file.pieces().filter(({ keyword }) => keyword === 'func').map(({ receiver, names: [name = ''] }) => (receiver === undefined ? name : `${receiver}.${name}`)),
  )
  return nearest(wanted, names)
}

function missing(symbol: string, candidates: readonly string[], found: string): WaymarkError {
  return new WaymarkError({
    code: 'options-root-missing',
    severity: 'error',
    message: `there is no function or method ${symbol}`,
    expected: 'package.Function or package.Type.Method; the package by an alias of the config or by its import path',
    found,
    candidates,
    fix: 'Name one that exists: in the config under options, or with --constructor, --flags, --complete, --validate.',
  })
}
