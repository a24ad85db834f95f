import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openParser, type Declaration, type FileFacts, type GoIndex } from '../golang/index.ts'
import type { Target } from '../golang/resolve/index.ts'
import { placeFacts } from '../golang/local-declaration.ts'
import { readFacts } from '../golang/read-file-facts.ts'

/** Finds the declaration that a resolved reference leads to, in any file of the tree, indexed or not, and of Go's own library where that is at hand. */
export type FindDeclaration = (target: Target) => Promise<Declaration | undefined>

/**
 * Makes a `FindDeclaration`; `library` is `GOROOT/src`. A file that is not indexed is read once, without bodies, when something first leads there; one
 * that cannot be read declares nothing.
 */
export function findDeclarations({ tree, layout, files }: GoIndex, library: string | undefined): FindDeclaration {
  const read = new Map<string, Promise<FileFacts | undefined>>()
  const outside = async (root: string, file: string, importPath: string): Promise<FileFacts | undefined> => {
    try {
      return placeFacts(readFacts(await openParser(), readFileSync(join(root, file)), 'declarations'), file, importPath)
    } catch {
      return undefined
    }
  }
  const once = (key: string, make: () => Promise<FileFacts | undefined>): Promise<FileFacts | undefined> => {
    const known = read.get(key) ?? make()
    read.set(key, known)
    return known
  }
  const factsOf = ({ file, library: inLibrary, importPath }: Target): FileFacts | undefined | Promise<FileFacts | undefined> => {
    if (file !== null) {
      const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')))
      return files.get(file) ?? once(file, () => outside(tree.root, file, layout.importPathOf(folder)))
    }
    if (library === undefined || inLibrary === null || importPath === null) return undefined
    return once(`library:${inLibrary}`, () => outside(library, inLibrary, importPath))
  }
  return async (target) => {
    const { symbol, line, column } = target
    const declarations = (await factsOf(target))?.declarations.filter((declaration) => declaration.symbol === symbol) ?? []
    return declarations.find(({ nameLine, nameColumn }) => nameLine === line && nameColumn === column) ?? declarations[0]
  }
}
