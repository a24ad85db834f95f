import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeSource } from '../decode-source.ts'
import { diskTree } from '../disk-tree.ts'
import type { GoParser } from '../go-node.ts'
import { moduleLayout, type ModuleLayout } from '../module-layout.ts'
import type { KeptFiles } from './kept-files.ts'
import { operand } from './operand.ts'
import { recordLinks, type Links, type PackageNode } from './package-links.ts'
import { packageTable, type PackageTable } from './package-table.ts'
import { readPart, readSyntax, type FileSyntax } from './read-syntax.ts'
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
  /** Imports that were followed so far. */
  readonly links: Links
  /** The folder that an import leads to from a node; empty when to none. */
  leadsTo(node: PackageNode, importPath: string): string
  /** The files of a node's folder, tests included. */
  filesOf(node: PackageNode): readonly SourceFile[]
  /** The file at a path relative to the tree, with the table of its package; undefined when there is none. */
  fileOf(path: string): { readonly source: SourceFile; readonly table: PackageTable } | undefined
}

interface Folder {
  readonly files: readonly SourceFile[]
  /** By name of the package. */
  readonly tables: Map<string, PackageTable>
  importedName(): string | undefined
}

/** Packages of a tree, and of Go's own library where its sources are at hand. `library` is `GOROOT/src`. */
export function loadPackages(tree: { root: string; layout: ModuleLayout; kept?: KeptFiles | undefined }, library: string | undefined, parser: GoParser): Packages {
  const roots: Root[] = [{ kind: 'tree', folder: tree.root, layout: remembering(tree.layout) }]
  if (library !== undefined) roots.push({ kind: 'library', folder: library, layout: remembering(moduleLayout(diskTree(library))) })
  const folders = new Map<string, Folder>()
  const missing = new Set<string>()
  const located = new Map<string, { root: Root; folder: string } | undefined>()

  const recorder = recordLinks()

  const names = new Map<string, string[]>()
  const namesIn = (root: Root, folder: string): string[] => {
    const key = `${root.kind}:${folder}`
    let known = names.get(key)
    if (known === undefined) names.set(key, (known = goFiles(root, folder)))
    return known
  }
  const hasGo = (root: Root, folder: string): boolean => namesIn(root, folder).length > 0
  const folderAt = (root: Root, folder: string): Folder => {
    const key = `${root.kind}:${folder}`
    let known = folders.get(key)
    if (known === undefined) folders.set(key, (known = folderOf(readFolder(root, folder, namesIn(root, folder), tree.kept))))
    return known
  }
  const tableOf = (folder: Folder, name: string): PackageTable => {
    let table = folder.tables.get(name)
    if (table === undefined) {
      table = packageTable(name, folder.files, world)
      folder.tables.set(name, table)
    }
    return table
  }
  const locate = (importPath: string, from: SourceFile): Folder | undefined => {
    const key = `${from.root}:${from.folder}:${importPath}`
    if (!located.has(key)) located.set(key, locateImport(importPath, from, roots, hasGo))
    const place = located.get(key)
    recorder.note(from, importPath, place === undefined ? '' : `${place.root.kind}:${place.folder}`)
    return place === undefined ? undefined : folderAt(place.root, place.folder)
  }
  const world: Packages = {
    operand,
    visitFunction,
    depth: 0,
    tooDeep: 0,
    missing,
    links: recorder.links,
    leadsTo(node, importPath) {
      const [, kind, folder = ''] = /^\w+:(\w+):(.*)$/.exec(node) ?? []
      const place = locateImport(importPath, { root: kind === 'library' ? 'library' : 'tree', folder }, roots, hasGo)
      return place === undefined ? '' : `${place.root.kind}:${place.folder}`
    },
    filesOf(node) {
      const [, kind, folder = ''] = /^\w+:(\w+):(.*)$/.exec(node) ?? []
      const root = roots.find((one) => one.kind === kind)
      return root === undefined ? [] : folderAt(root, folder).files
    },
    importTable(importPath, from) {
      const folder = locate(importPath, from)
      const name = folder === undefined ? undefined : folder.importedName()
      if (folder !== undefined && name !== undefined) return tableOf(folder, name)
      missing.add(importPath)
      return undefined
    },
    packageName(importPath, from) {
      const folder = locate(importPath, from)
      return folder === undefined ? undefined : folder.importedName()
    },
    part(source, part) {
      const read = (): FileSyntax => readPart(source, part, parser)
      return tree.kept === undefined ? read() : tree.kept.part(part, read)
    },
    whole: (source) => readSyntax(source, parser),
    fileOf(path) {
      // Nothing outside of the tree is looked at, whatever is asked for.
      if (path.startsWith('/') || path.split('/').includes('..')) return undefined
      const folder = folderAt(roots[0]!, path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      const source = folder.files.find(({ file }) => file === path)
      return source === undefined ? undefined : { source, table: tableOf(folder, source.packageName) }
    },
  }
  return world
}

/** A layout that asks the disk once for each import path. */
function remembering(layout: ModuleLayout): ModuleLayout {
  const known = new Map<string, string | undefined>()
  const folderOf = (importPath: string): string | undefined => {
    if (!known.has(importPath)) known.set(importPath, layout.folderOf(importPath))
    return known.get(importPath)
  }
  return { ...layout, folderOf }
}

/** Where an import leads: the module layout first, then `vendor` folders upwards from the importing one, then Go's library. */
function locateImport(importPath: string, from: Pick<SourceFile, 'root' | 'folder'>, roots: readonly Root[], hasGo: (root: Root, folder: string) => boolean): { root: Root; folder: string } | undefined {
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

function readFolder(root: Root, folder: string, names: readonly string[], kept: KeptFiles | undefined): SourceFile[] {
  const importPath = root.layout.importPathOf(folder)
  return names.map((name) => {
    const file = folder === '' ? name : `${folder}/${name}`
    const path = join(root.folder, file)
    const make = (): SourceFile => sourceFile(root.kind, file, importPath, () => readText(path))
    return kept === undefined ? make() : kept.get(path, importPath, make)
  })
}

/** Text of a file; empty when there is none that can be read. */
function readText(path: string): string {
  try {
    const decoded = decodeSource(readFileSync(path))
    return decoded.kind === 'text' ? decoded.text : ''
  } catch {
    return ''
  }
}

function folderOf(files: readonly SourceFile[]): Folder {
  let name: { readonly imported: string | undefined } | undefined
  return { files, tables: new Map(), importedName: () => (name ??= { imported: importedName(files) }).imported }
}

/** Names that stand beside a package in its folder. */
const ASIDE: ReadonlySet<string> = new Set(['documentation', 'main'])

/** Name of the package that an import of a folder gives: of what is built there, programs and documentation aside. */
function importedName(files: readonly SourceFile[]): string | undefined {
  const own = files.filter(({ test }) => !test)
  const first = (some: readonly SourceFile[]): SourceFile | undefined => some.find(({ packageName }) => !ASIDE.has(packageName)) ?? some[0]
  const named = (some: readonly SourceFile[]): SourceFile[] => some.filter(({ packageName }) => packageName !== '')
  // Only as many files are looked into as it takes.
  const built = own.find((file) => file.built && file.packageName !== '' && !ASIDE.has(file.packageName))
  return (built ?? first(named(own.filter((file) => file.built))) ?? first(named(own)))?.packageName
}
