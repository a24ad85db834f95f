import type { WalkthroughSymbols } from '../symbol-index.ts'

/** A declaration that a search offers. */
export interface SymbolHit {
  /** Id of the walkthrough. */
  readonly walkthrough: string
  readonly name: string
  readonly packageName: string
  readonly importPath: string
  /** Index in `symbolKinds`. */
  readonly kind: number
  /** Below the walkthrough's `code/`. */
  readonly address: string
}

/**
 * Declarations whose name a reader may mean, best first: the whole name, then names that begin with what was typed, then those
 * that hold it. `Validate`, `ServerRunOptions.Validate` and `app.Complete` all name; case matters only between equals.
 *
 * @param first id of the walkthrough the reader is in, whose declarations go before equals
 */
export function findSymbols(all: readonly WalkthroughSymbols[], typed: string, limit: number, first?: string): SymbolHit[] {
  const query = typed.trim().replace(/[()*&]/g, '')
  if (query.length < 2 || /\s/.test(query)) return []
  const folded = query.toLowerCase()
  const found: { readonly hit: SymbolHit; readonly rank: number }[] = []
  for (const { id, packages, symbols } of all) {
    for (const [name, packageNumber, kind, address] of symbols) {
      const [packageName = '', importPath = ''] = packages[packageNumber] ?? []
      const rank = rankOf(name, `${packageName}.${name}`, query, folded)
      if (rank === undefined) continue
      found.push({ hit: { walkthrough: id, name, packageName, importPath, kind, address }, rank: rank + (id === first ? 0 : 0.5) })
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.hit.name.length - b.hit.name.length || (a.hit.name < b.hit.name ? -1 : 1))
    .slice(0, limit)
    .map(({ hit }) => hit)
}

function rankOf(name: string, qualified: string, query: string, folded: string): number | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (name === query || qualified === query) return 0
  if (name.toLowerCase() === folded || qualified.toLowerCase() === folded) return 1
  if (last.toLowerCase() === folded) return 2
  if (name.toLowerCase().startsWith(folded) || qualified.toLowerCase().startsWith(folded)) return 3
  if (last.toLowerCase().startsWith(folded)) return 4
  return name.toLowerCase().includes(folded) ? 5 : undefined
}
