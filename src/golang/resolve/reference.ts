import type { Entity, Found } from './entity.ts'
import type { Syntax } from './syntax.ts'
import type { SourceFile } from './source-file.ts'

/**
 * What kind of thing a reference leads to. `method` is also a method of an interface, `local` a variable inside a function,
 * `param` a parameter, named result or receiver. Types and constants inside a function are `type` and `const` too; their
 * `importPath` is null. `unknown`: a name of a package whose source is not at hand.
 */
export type TargetKind =
  'package' | 'type' | 'typeparam' | 'func' | 'method' | 'field' | 'const' | 'var' | 'local' | 'param' | 'label' | 'unknown'

/** Where a reference leads. */
export interface Target {
  readonly kind: TargetKind
  /** Of the package that declares it, or that it is; null for what can be named in one function or file only. */
  readonly importPath: string | null
  /** `importPath.Name`, `importPath.Type.Member`, the import path for a package, or the bare name of a local. */
  readonly symbol: string
  /** Path relative to the tree; null when it is declared outside of the tree. */
  readonly file: string | null
  /** One-based; null when no source is at hand. */
  readonly line: number | null
  /** One-based, in UTF-16 code units. Of an embedded field, where its type expression starts. */
  readonly column: number | null
  /** Path below `GOROOT/src` of what Go's own library declares, where its sources were read; null for everything else. */
  readonly library: string | null
}

/**
 * One identifier of a file and what it means.
 *
 * `resolved`: certainly this target. `candidate`: one of `candidates`, or something not at hand. `builtin`: declared by the
 * language itself. `unknown`: the syntax does not tell.
 */
export interface Reference {
  /** One-based line; columns are one-based and count UTF-16 code units, `endColumn` is one past the last. */
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly name: string
  readonly status: 'resolved' | 'candidate' | 'unknown' | 'builtin'
  readonly target: Target | null
  /** Symbols it could be; empty unless a candidate. */
  readonly candidates: readonly string[]
}

const NO_CANDIDATES: readonly string[] = []

/** The reference of an identifier of a file. `targets`: those of the file so far, each made once. */
export function referenceOf(node: Syntax, found: Found | undefined, source: SourceFile, targets: Map<Entity, Target>): Reference {
  const { text: name } = node
  const { line, column } = source.lineAndColumn(node.start)
  const endColumn = column + (node.end - node.start)
  const without = (status: Reference['status'], candidates = NO_CANDIDATES): Reference => ({ line, column, endColumn, name, status, target: null, candidates })
  if (found === undefined || found.kind === 'none') return without(name === '_' ? 'builtin' : 'unknown')
  if (found.kind === 'several') return without('candidate', symbols(found.entities))
  if (!found.sure) return without('candidate', symbols([found.entity]))
  const { entity } = found
  const fromLanguage = entity.place === undefined && entity.kind !== 'external' && !entity.symbol.startsWith('unsafe.')
  if (fromLanguage) return without('builtin')
  return { line, column, endColumn, name, status: 'resolved', target: targetOf(entity, targets), candidates: NO_CANDIDATES }
}

function symbols(entities: readonly Entity[]): string[] {
  return [...new Set(entities.map(({ symbol }) => symbol))].sort()
}

function targetOf(entity: Entity, targets: Map<Entity, Target>): Target {
  let target = targets.get(entity)
  if (target === undefined) targets.set(entity, (target = makeTarget(entity)))
  return target
}

function makeTarget(entity: Entity): Target {
  const { symbol, place } = entity
  const importPath = importPathOf(entity)
  const kind = kindOf(entity, importPath)
  if (place === undefined) return { kind, importPath, symbol, file: null, line: null, column: null, library: null }
  const { source, offset } = place
  const isTree = source.root === 'tree'
  return { kind, importPath, symbol, file: isTree ? source.file : null, ...source.lineAndColumn(offset), library: isTree ? null : source.file }
}

function importPathOf({ kind, symbol, name, place }: Entity): string | null {
  if (kind === 'package') return symbol
  if (place === undefined) return symbol.slice(0, -name.length - 1)
  const { importPath } = place.source
  return symbol.startsWith(`${importPath}.`) ? importPath : null
}

function kindOf(entity: Entity, importPath: string | null): TargetKind {
  switch (entity.kind) {
    case 'external':
      return 'unknown'
    case 'builtin':
      return entity.role === 'type' ? 'type' : 'func'
    case 'var':
      return entity.parameter === true ? 'param' : importPath === null ? 'local' : 'var'
    default:
      return entity.kind
  }
}
