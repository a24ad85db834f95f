import type { CodePages } from '../../walkthrough/index.ts'

/** Kinds of declarations in the index, by number. */
export const symbolKinds = ['func', 'method', 'type', 'field', 'imethod', 'const', 'var'] as const

/** A declaration: its name inside the package (`Type.Member`), its package and its kind by number, its address below `code/`. */
export type IndexedSymbol = readonly [name: string, packageNumber: number, kindNumber: number, address: string]

/** What can be found in a walkthrough. Plain JSON, small enough to be fetched whole when the search is opened. */
export interface WalkthroughSymbols {
  /** Id of the walkthrough, the folder of its pages. */
  readonly id: string
  /** Packages: the name in the package clause, the import path, the address below `code/`. */
  readonly packages: readonly (readonly [name: string, importPath: string, address: string])[]
  readonly symbols: readonly IndexedSymbol[]
}

/** Address of the file with the symbols of all walkthroughs, below the site's base. */
export const SYMBOLS_FILE = 'symbols.json'

/** Everything on the pages about a walkthrough's code that has an address, in order of the source. */
export function symbolIndex(id: string, { declarations, packages }: CodePages): WalkthroughSymbols {
  const numbers = new Map(packages.map(({ importPath }, index) => [importPath, index]))
  const below = (address: string): string => address.slice(address.indexOf('/') + 1)
  return {
    id,
    packages: packages.map(({ name, importPath, address }) => [name, importPath, below(address)] as const),
    symbols: declarations.flatMap(({ address, name, declaration, members }): IndexedSymbol[] => {
      const number = numbers.get(declaration.importPath)
      if (number === undefined) return []
      const own = members.flatMap((member): IndexedSymbol[] => {
        if (member.id === undefined) return []
        const full = declaration.kind === 'type' ? `${name}.${member.name}` : member.name
        return [[full, number, symbolKinds.indexOf(member.kind), `${below(address)}#${encodeURIComponent(member.id)}`]]
      })
      return [[name, number, symbolKinds.indexOf(declaration.kind), below(address)], ...own]
    }),
  }
}
