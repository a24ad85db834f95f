import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../report/index.ts'
import type { SourceTree } from '../source/index.ts'
import type { Declaration, FileFacts } from './declaration.ts'
import type { GoTree } from './go-node.ts'
import type { ModuleLayout } from './module-layout.ts'
import { decodeSource } from './decode-source.ts'
import { openParser } from './open-parser.ts'

/** Which declarations to give. */
export interface DeclarationFilter {
  /** Those of `_test.go` files too; default: false. */
  readonly tests?: boolean
}

/** Everything known of a tree's Go files. Facts of a file are decoded when first asked for. */
export interface GoIndex {
  readonly tree: SourceTree
  readonly layout: ModuleLayout
  /** Facts by path relative to the tree's root, sorted by path; test files included. */
  readonly files: ReadonlyMap<string, FileFacts>
  /** Files that could not be read, or not everywhere; patterns that name nothing. */
  readonly diagnostics: readonly Diagnostic[]
  /** Import paths of all packages that have a file here, sorted. */
  packages(): readonly string[]
  /** Files of a package, test files included, sorted by path; empty for an unknown one. */
  filesOf(importPath: string): readonly FileFacts[]
  /** Name of the package in its package clause; undefined for an unknown one. */
  packageName(importPath: string): string | undefined
  /** Declarations of a package, in order of file and line. */
  package(importPath: string, filter?: DeclarationFilter): readonly Declaration[]
  /** All declarations, in order of file and line. */
  declarations(filter?: DeclarationFilter): Iterable<Declaration>
  /** Declarations of a full symbol. More than one: files for different systems, `init`, `_`, or a tree that does not compile. */
  bySymbol(symbol: string, filter?: DeclarationFilter): readonly Declaration[]
  /** Text of a file, as all offsets count it. */
  text(file: string): string
  /** The whole syntax tree of a file; the caller deletes it. */
  parse(file: string): Promise<{ readonly text: string; readonly tree: GoTree }>
}

/** Makes the index of facts that are already there. `packagesOf` says which files lie in which folder's package. */
export function goIndex(
  tree: SourceTree,
  layout: ModuleLayout,
  files: ReadonlyMap<string, FileFacts>,
  filesByImportPath: ReadonlyMap<string, readonly string[]>,
  diagnostics: readonly Diagnostic[],
): GoIndex {
  const facts = (file: string): FileFacts | undefined => files.get(file)
  const filesOf = (importPath: string): readonly FileFacts[] => {
    const folderPath = filesByImportPath.has(importPath) ? importPath : importPath.replace(/_test$/, '')
    const names = filesByImportPath.get(folderPath) ?? []
    return names.map(facts).filter((file): file is FileFacts => file?.importPath === importPath)
  }
  const inPackage = (importPath: string, filter?: DeclarationFilter): Declaration[] =>
    filesOf(importPath).flatMap((file) => (file.test && filter?.tests !== true ? [] : file.declarations))
  const symbols = new Map<string, ReadonlyMap<string, Declaration[]>>()
  const symbolsOf = (importPath: string): ReadonlyMap<string, Declaration[]> => {
    let table = symbols.get(importPath)
    if (table === undefined) {
      table = bySymbol(inPackage(importPath, { tests: true }))
      symbols.set(importPath, table)
    }
    return table
  }
  const text = (file: string): string => {
    const decoded = decodeSource(readFileSync(join(tree.root, file)))
    return decoded.kind === 'text' ? decoded.text : ''
  }
  return {
    tree,
    layout,
    files,
    diagnostics,
    packages: () => [...filesByImportPath.keys()].sort(),
    filesOf,
    packageName: (importPath) => {
      const [first] = filesOf(importPath)
      return filesOf(importPath).find(({ test, packageName }) => !test && packageName !== '')?.packageName ?? first?.packageName
    },
    package: inPackage,
    *declarations(filter) {
      for (const file of files.values()) {
        if (!file.test || filter?.tests === true) yield* file.declarations
      }
    },
    bySymbol(symbol, filter) {
      for (const importPath of importPathsIn(symbol)) {
        if (!filesByImportPath.has(importPath) && !filesByImportPath.has(importPath.replace(/_test$/, ''))) continue
        const found = symbolsOf(importPath).get(symbol)?.filter(({ test }) => !test || filter?.tests === true)
        if (found !== undefined && found.length > 0) return found
      }
      return []
    },
    text,
    async parse(file) {
      const parser = await openParser()
      const content = text(file)
      return { text: content, tree: parser.parse(content) }
    },
  }
}

function bySymbol(declarations: readonly Declaration[]): Map<string, Declaration[]> {
  const table = new Map<string, Declaration[]>()
  for (const declaration of declarations) {
    const list = table.get(declaration.symbol)
    if (list === undefined) table.set(declaration.symbol, [declaration])
    else list.push(declaration)
  }
  return table
}

/** The import paths a full symbol may start with, longest first: the last element of a path can hold dots itself. */
export function importPathsIn(symbol: string): string[] {
  const paths: string[] = []
  // A dot in front of everything ends no path; searching on from before the start would find it for ever.
  for (let at = symbol.lastIndexOf('.'); at > 0 && at > symbol.lastIndexOf('/'); at = symbol.lastIndexOf('.', at - 1)) paths.push(symbol.slice(0, at))
  return paths
}
