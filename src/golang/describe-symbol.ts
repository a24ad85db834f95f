import type { Declaration } from './declaration.ts'
import type { GoIndex } from './go-index.ts'

/** A declaration with what belongs to it: fields and methods of a type. */
export interface SymbolDescription {
  readonly declaration: Declaration
  readonly members: readonly Declaration[]
}

/** Finds the members of a declaration; a declaration that is no type has none. */
export function describeSymbol(index: GoIndex, declaration: Declaration): SymbolDescription {
  if (declaration.kind !== 'type') return { declaration, members: [] }
  const members = index.package(declaration.importPath).filter(({ owner }) => owner === declaration.name)
  return { declaration, members }
}
