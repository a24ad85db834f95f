import { docSynopsis } from '../golang/doc/index.ts'
import type { Declaration, GoIndex } from '../golang/index.ts'
import type { LinesUrl } from './book.ts'
import type { DeclarationAddresses } from './declaration-address.ts'
import { packageDoc } from './package-doc.ts'
import type { PackageEntry, PackageView } from './declaration-view.ts'

/** The pages about the indexed packages, by import path; tests are left out. `hasPage` says which declarations can be led to. */
export function packageViews(index: GoIndex, addresses: DeclarationAddresses, linesUrl: LinesUrl, hasPage: (symbol: string) => boolean): PackageView[] {
  const paths = index.packages().filter((path) => index.package(path).length > 0)
  const imports = new Map(paths.map((path) => [path, importsOf(path, index, paths)]))
  return paths.map((importPath) => {
    const files = index.filesOf(importPath).filter(({ test }) => !test)
    const folder = files[0]?.file.replace(/\/?[^/]*$/, '') ?? ''
    return {
      address: addresses.package(importPath) ?? '',
      importPath,
      name: index.packageName(importPath) ?? '',
      folder,
      url: linesUrl(folder, 1, 1)?.replace(/#.*$/, ''),
      doc: files.map(({ file }) => packageDoc(index.text(file))).find((doc) => doc !== '') ?? '',
      entries: entriesOf(importPath, index, addresses, linesUrl, hasPage),
      imports: imports.get(importPath) ?? [],
      importedBy: paths.filter((path) => imports.get(path)?.includes(importPath)),
    }
  })
}

/** Indexed packages that a package imports, sorted; its tests aside. */
export function importsOf(importPath: string, index: GoIndex, among: readonly string[]): string[] {
  const paths = index.filesOf(importPath).flatMap(({ test, imports }) => (test ? [] : imports.map(({ path }) => path)))
  return [...new Set(paths)].filter((path) => path !== importPath && among.includes(path)).sort()
}

function entriesOf(importPath: string, index: GoIndex, addresses: DeclarationAddresses, linesUrl: LinesUrl, hasPage: (symbol: string) => boolean): PackageEntry[] {
  const seen = new Set<string>()
  return index.package(importPath).flatMap((declaration): PackageEntry[] => {
    const { kind, name, symbol, file, startLine, endLine, doc, comment } = declaration
    if (kind === 'field' || kind === 'imethod' || name === '_' || (kind === 'func' && name === 'init') || seen.has(symbol)) return []
    seen.add(symbol)
    return [
      {
        declaration,
        name: symbol.slice(importPath.length + 1),
        synopsis: docSynopsis(doc === '' ? comment : doc),
        address: hasPage(addresses.head(declaration).symbol) ? addresses.of(declaration) : undefined,
        url: linesUrl(file, startLine, endLine),
      },
    ]
  })
}

/** Whether two declarations are of one kind to a reader of a package: methods stand with their types. */
export function sectionOf({ kind }: Pick<Declaration, 'kind'>): 'const' | 'var' | 'func' | 'type' {
  return kind === 'method' || kind === 'type' ? 'type' : kind === 'const' || kind === 'var' ? kind : 'func'
}
