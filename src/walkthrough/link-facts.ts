import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openParser, type Declaration, type FileFacts, type GoIndex } from '../golang/index.ts'
import type { Target } from '../golang/resolve/index.ts'
import { placeFacts } from '../golang/local-declaration.ts'
import { readFacts } from '../golang/read-file-facts.ts'

/** Finds the declaration that a resolved reference leads to, in any file of the tree, indexed or not. */
export type FindDeclaration = (target: Target) => Promise<Declaration | undefined>

/**
 * Makes a `FindDeclaration`. A file that is not indexed is read once, without bodies, when something first leads there; one
 * that cannot be read declares nothing.
 */
export function findDeclarations({ tree, layout, files }: GoIndex): FindDeclaration {
  const read = new Map<string, Promise<FileFacts | undefined>>()
  const outside = async (file: string): Promise<FileFacts | undefined> => {
    try {
      const facts = readFacts(await openParser(), readFileSync(join(tree.root, file)), 'declarations')
      return placeFacts(facts, file, layout.importPathOf(file.slice(0, Math.max(0, file.lastIndexOf('/')))))
    } catch {
      return undefined
    }
  }
  const factsOf = (file: string): FileFacts | undefined | Promise<FileFacts | undefined> => {
    const indexed = files.get(file)
    if (indexed !== undefined) return indexed
    const known = read.get(file) ?? outside(file)
    read.set(file, known)
    return known
  }
  return async ({ file, symbol, line, column }) => {
    if (file === null) return undefined
    const declarations = (await factsOf(file))?.declarations.filter((declaration) => declaration.symbol === symbol) ?? []
    return declarations.find(({ nameLine, nameColumn }) => nameLine === line && nameColumn === column) ?? declarations[0]
  }
}
