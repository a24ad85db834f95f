import type { Book } from './book.ts'
import { importsOf } from './package-view.ts'

/** A package among those that the walkthrough reads. */
export interface PathPackage {
  readonly importPath: string
  /** Its last folders, as people tell it from others; its name at the root of the tree. */
  readonly label: string
  /** Of its page, below walkthrough and locale. */
  readonly address: string | undefined
  /** Import paths among the others. */
  readonly imports: readonly string[]
  /** Stops of the path that it declares, in order. */
  readonly stops: readonly string[]
}

/** The packages that the path passes through, and the indexed ones they import or are imported by; undefined without the source. */
export function pathPackages(book: Book, languageTag: string): PathPackage[] | undefined {
  const { linker } = book
  if (linker === undefined) return undefined
  const { index } = linker
  const path = book.path(languageTag, (chapter) => chapter)
  const stops = path.kind === 'found' ? path.value : []
  const paths = index.packages().filter((importPath) => index.package(importPath).length > 0)
  return paths.map((importPath): PathPackage => {
    const folder = index.filesOf(importPath)[0]?.file.replace(/\/?[^/]*$/, '') ?? ''
    const own = new Set(index.package(importPath).map(({ symbol }) => symbol))
    return {
      importPath,
      label: folder === '' ? (index.packageName(importPath) ?? importPath) : folder.split('/').slice(-2).join('/'),
      address: linker.packageAddress(importPath),
      imports: importsOf(importPath, index, paths),
      stops: stops.filter(({ symbol }) => own.has(symbol)).map(({ label }) => label),
    }
  })
}
