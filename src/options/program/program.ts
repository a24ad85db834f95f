import type { GoParser, ModuleLayout } from '../../golang/index.ts'
import { goFile, type GoFile } from './go-file.ts'
import { goPackage, type BrokenListener, type GoPackage } from './go-package.ts'

/** What is read from disk. Paths are relative to the root of the tree. */
export interface FolderReader {
  /** Names of the Go files of a folder, sorted; empty when there is none. */
  goFiles(folder: string): readonly string[]
  /** Text of a file; undefined when it cannot be read. */
  read(path: string): string | undefined
}

/** The packages of a tree, read when first asked for. */
export interface Program {
  /** The package an import path leads to from a file; undefined when the tree does not have it. */
  imported(importPath: string, from: GoFile | undefined): GoPackage | undefined
  /** The import path a name stands for in a file; undefined when it names no import. */
  importNamed(name: string, file: GoFile): string | undefined
  packageOf(file: GoFile): GoPackage
}

/** A program over a folder. */
export function openProgram(layout: ModuleLayout, reader: FolderReader, parser: GoParser, onBroken: BrokenListener): Program {
  const packages = new Map<string, GoPackage | undefined>()
  const names = new Map<GoFile, Map<string, string | undefined>>()
  const at = (folder: string): GoPackage | undefined => {
    if (!packages.has(folder)) packages.set(folder, readPackage(folder, layout, reader, parser, onBroken))
    return packages.get(folder)
  }
  const located = new Map<string, GoPackage | undefined>()
  const locate = (importPath: string, from: string | undefined): GoPackage | undefined => {
    const key = `${from ?? ''}:${importPath}`
    if (!located.has(key)) located.set(key, find(importPath, from))
    return located.get(key)
  }
  // Asking the disk where a path really leads takes long, and the same few paths are imported all over.
  const folders = new Map<string, string | undefined>()
  const folderOf = (importPath: string): string | undefined => {
    if (!folders.has(importPath)) folders.set(importPath, layout.folderOf(importPath))
    return folders.get(importPath)
  }
  const find = (importPath: string, from: string | undefined): GoPackage | undefined => {
    const folder = folderOf(importPath)
    const here = folder === undefined ? undefined : at(folder)
    if (here !== undefined || from === undefined) return here
    for (let above: string | undefined = from; above !== undefined; above = above === '' ? undefined : above.slice(0, Math.max(0, above.lastIndexOf('/')))) {
      const vendored = at(layout.canonicalFolder(above === '' ? `vendor/${importPath}` : `${above}/vendor/${importPath}`))
      if (vendored !== undefined) return vendored
    }
    return undefined
  }
  const program: Program = {
    imported: (importPath, from) => locate(importPath, from?.folder),
    packageOf: (file) => at(file.folder)!,
    importNamed(name, file) {
      let known = names.get(file)
      if (known === undefined) names.set(file, (known = new Map<string, string | undefined>()))
      if (!known.has(name)) {
        const imports = file.imports()
        const named =
          imports.find(({ alias }) => alias === name) ??
          imports.find(({ path, alias }) => alias === undefined && likelyName(path) === name && program.imported(path, file)?.name === name) ??
          imports.find(({ path, alias }) => alias === undefined && program.imported(path, file)?.name === name) ??
          imports.find(({ path, alias }) => alias === undefined && likelyName(path) === name)
        known.set(name, named?.path)
      }
      return known.get(name)
    },
  }
  return program
}

function readPackage(folder: string, layout: ModuleLayout, reader: FolderReader, parser: GoParser, onBroken: BrokenListener): GoPackage | undefined {
  const importPath = layout.importPathOf(folder)
  const files = reader
    .goFiles(folder)
    .filter((name) => !name.endsWith('_test.go'))
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`
      const text = reader.read(path)
      return text === undefined ? [] : [goFile(path, importPath, text, parser)]
    })
    .filter(({ built, packageName }) => built && packageName !== '' && packageName !== 'documentation')
  const name = files[0]?.packageName
  if (name === undefined) return undefined
  return goPackage(importPath, name, folder, files.filter(({ packageName }) => packageName === name), onBroken)
}

/** The name a package most likely has: the last part of its path without a version. */
function likelyName(path: string): string {
  const last = path.replace(/\/v\d+$/, '').split('/').at(-1) ?? path
  return last.replace(/\.v\d+$/, '').replace(/^go-|[.-]go$/g, '').replaceAll('-', '_')
}
