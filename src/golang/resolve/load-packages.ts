import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeSource } from '../decode-source.ts'
import { diskTree } from '../disk-tree.ts'
import type { GoParser } from '../go-node.ts'
import { moduleLayout, type ModuleLayout } from '../module-layout.ts'
import { operand } from './operand.ts'
import { packageTable, type PackageTable } from './package-table.ts'
import { readSyntax } from './read-syntax.ts'
import { sourceFile, type RootKind, type SourceFile } from './source-file.ts'
import { visitFunction } from './visit-function.ts'
import type { World } from './world.ts'

/** A place packages can lie in. */
export interface Root {
  readonly kind: RootKind
  readonly folder: string
  readonly layout: ModuleLayout
}

/** Packages on disk, read when first asked for. */
export interface Packages extends World {
  /** Import paths of packages of which a declaration was wanted and no source is at hand, Go's own library among them. */
  readonly missing: ReadonlySet<string>
  /** The file at a path relative to the tree, with the table of its package; undefined when there is none. */
  fileOf(path: string): { readonly source: SourceFile; readonly table: PackageTable } | undefined
}

interface Folder {
  readonly files: readonly SourceFile[]
  readonly tables: Map<string, PackageTable>
}

/** Packages of a tree, and of Go's own library where its sources are at hand. `library` is `GOROOT/src`. */
export function loadPackages(tree: { root: string; layout: ModuleLayout }, library: string | undefined, parser: GoParser): Packages {
  const roots: Root[] = [{ kind: 'tree', folder: tree.root, layout: tree.layout }]
  if (library !== undefined) roots.push({ kind: 'library', folder: library, layout: moduleLayout(diskTree(library)) })
  const folders = new Map<string, Folder>()
  const missing = new Set<string>()
  const located = new Map<string, { root: Root; folder: string } | undefined>()

  const folderAt = (root: Root, folder: string): Folder => {
    const key = `${root.kind}:${folder}`
    let known = folders.get(key)
    if (known === undefined) folders.set(key, (known = { files: readFolder(root, folder), tables: new Map() }))
    return known
  }
  const tableOf = (folder: Folder, name: string): PackageTable => {
    let table = folder.tables.get(name)
    if (table === undefined) {
      const files = folder.files.filter(({ packageName }) => packageName === name)
      table = packageTable(files[0]?.importPath ?? name, name, files, world)
      folder.tables.set(name, table)
    }
    return table
  }
  const locate = (importPath: string, from: SourceFile): Folder | undefined => {
    const key = `${from.root}:${from.folder}:${importPath}`
    if (!located.has(key)) located.set(key, locateImport(importPath, from, roots))
    const place = located.get(key)
    return place === undefined ? undefined : folderAt(place.root, place.folder)
  }
  const world: Packages = {
    operand,
    visitFunction,
    depth: 0,
    tooDeep: 0,
    missing,
    importTable(importPath, from) {
      const folder = locate(importPath, from)
      const name = folder === undefined ? undefined : importedName(folder.files)
      if (folder !== undefined && name !== undefined) return tableOf(folder, name)
      missing.add(importPath)
      return undefined
    },
    packageName(importPath, from) {
      const folder = locate(importPath, from)
      return folder === undefined ? undefined : importedName(folder.files)
    },
    declarations: (source) => readSyntax(source, parser, 'declarations'),
    fileOf(path) {
      const folder = folderAt(roots[0]!, path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      const source = folder.files.find(({ file }) => file === path)
      return source === undefined ? undefined : { source, table: tableOf(folder, source.packageName) }
    },
  }
  return world
}

/** Where an import leads: the module layout first, then `vendor` folders upwards from the importing one, then Go's library. */
function locateImport(importPath: string, from: SourceFile, roots: readonly Root[]): { root: Root; folder: string } | undefined {
  if (importPath === 'C' || importPath === 'unsafe' || importPath.startsWith('.') || importPath.startsWith('/')) return undefined
  for (const root of roots) {
    if (from.root === 'library' && root.kind !== 'library') continue
    const folder = root.layout.folderOf(importPath)
    if (folder !== undefined && hasGo(root, folder)) return { root, folder }
    if (from.root !== root.kind) continue
    for (let at: string | undefined = from.folder; at !== undefined; at = at === '' ? undefined : at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const vendored = at === '' ? `vendor/${importPath}` : `${at}/vendor/${importPath}`
      if (hasGo(root, vendored)) return { root, folder: root.layout.canonicalFolder(vendored) }
    }
  }
  return undefined
}

function hasGo(root: Root, folder: string): boolean {
  return goFiles(root, folder).length > 0
}

function goFiles(root: Root, folder: string): string[] {
  try {
    return readdirSync(join(root.folder, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.go') && !/^[._]/.test(entry.name))
      .map(({ name }) => name)
      .sort()
  } catch {
    return []
  }
}

function readFolder(root: Root, folder: string): SourceFile[] {
  const importPath = root.layout.importPathOf(folder)
  return goFiles(root, folder).flatMap((name) => {
    const file = folder === '' ? name : `${folder}/${name}`
    try {
      const decoded = decodeSource(readFileSync(join(root.folder, file)))
      return decoded.kind === 'text' ? [sourceFile(root.kind, file, importPath, decoded.text)] : []
    } catch {
      return []
    }
  })
}

/** Name of the package that an import of a folder gives: of what is built there, programs and documentation aside. */
function importedName(files: readonly SourceFile[]): string | undefined {
  const own = files.filter(({ test, packageName }) => !test && packageName !== '')
  const built = own.filter((source) => source.built)
  const names = new Set((built.length > 0 ? built : own).map(({ packageName }) => packageName))
  if (names.size > 1) {
    names.delete('documentation')
    names.delete('main')
  }
  const [name] = names
  return name
}
