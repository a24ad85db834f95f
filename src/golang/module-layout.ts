// Not through the folder's index: that loads git, archives and network clients, which no thread that reads Go needs.
import { readGoMod, type GoMod } from '../source/go-mod.ts'

/** What the layout needs of a disk. Paths are relative to the tree's root, with forward slashes; `''` is the root. */
export interface TreeReader {
  /** Text of a file; undefined when there is none. */
  readText(path: string): string | undefined
  /** Whether this is a folder. */
  isFolder(path: string): boolean
  /** Path inside the tree of what this folder really is once symbolic links are followed; undefined when outside or missing. */
  realFolder(path: string): string | undefined
}

/** Where packages lie. Folders are relative to the tree's root and canonical. */
export interface ModuleLayout {
  /** Import path of the package in a folder. */
  importPathOf(folder: string): string
  /** Folder of a package of this tree; undefined when the tree has no such folder. */
  folderOf(importPath: string): string | undefined
  /** The canonical name of a folder: `staging/src/k8s.io/api` for `vendor/k8s.io/api`, symbolic link or not. */
  canonicalFolder(folder: string): string
}

interface Module {
  readonly folder: string
  /** Prefix of its import paths; empty for the standard library. */
  readonly prefix: string
  readonly mod: GoMod
}

/**
 * Reads the layout of a tree from the `go.mod` files it finds on the way (Go modules reference: "module", "replace" with
 * a local folder, nested modules, workspaces, vendor folders). Module `std` is Go's own library: its import paths have no prefix. A
 * tree without `go.mod` has its folders as import paths.
 */
export function moduleLayout(reader: TreeReader): ModuleLayout {
  const modules = new Map<string, Module | undefined>()
  const own = (folder: string): Module | undefined => {
    if (modules.has(folder)) return modules.get(folder)
    const text = reader.readText(join(folder, 'go.mod'))
    const mod = text === undefined ? undefined : readGoMod(text)
    const module = mod?.module === undefined ? undefined : { folder, prefix: mod.module === 'std' ? '' : mod.module, mod }
    modules.set(folder, module)
    return module
  }
  /** Folder of each module a local `replace` of the root names, longest path first. */
  const replaces = (own('')?.mod.replaces ?? [])
    .flatMap(({ path, target, local }) => {
      const folder = local ? insideTree(target) : undefined
      return folder === undefined ? [] : [{ path, folder }]
    })
    .sort((a, b) => b.path.length - a.path.length)
  /** Modules that are used together: those a `go.work` names (Go modules reference, "workspaces"), and Go's own library in Go's own repository. */
  const together = [...workspaceFolders(reader.readText('go.work')), ...(own('') === undefined && own('src')?.mod.module === 'std' ? ['src'] : [])]
    .flatMap((folder) => own(folder) ?? [])
    .sort((a, b) => b.prefix.length - a.prefix.length)
  const replacedAt = new Map(replaces.map(({ path, folder }) => [folder, path]))

  const importPathOf = (folder: string): string => {
    const vendored = afterVendor(folder)
    if (vendored !== undefined) {
      const before = folder.slice(0, folder.length - vendored.length - 'vendor/'.length).replace(/\/$/, '')
      // The standard library imports what it vendors by its full folder.
      return own(before)?.mod.module === 'std' ? `vendor/${vendored}` : vendored
    }
    for (let at: string | undefined = folder; at !== undefined; at = parent(at)) {
      const prefix = own(at)?.prefix ?? replacedAt.get(at)
      if (prefix !== undefined) return join(prefix, folder.slice(at === '' ? 0 : at.length + 1))
    }
    return folder
  }

  const canonicalFolder = (folder: string): string => {
    const real = reader.realFolder(folder) ?? folder
    const vendored = afterVendor(real)
    const replaced = vendored === undefined ? undefined : replacedFolder(vendored)
    return replaced !== undefined && reader.isFolder(replaced) ? replaced : real
  }

  const replacedFolder = (importPath: string): string | undefined => {
    for (const { path, folder } of replaces) {
      const rest = below(importPath, path)
      if (rest !== undefined) return join(folder, rest)
    }
    return undefined
  }

  const folderOf = (importPath: string): string | undefined => {
    const root = own('')
    const rest = root === undefined ? importPath : below(importPath, root.prefix)
    const inWorkspace = together.flatMap(({ folder, prefix }) => {
      const within = below(importPath, prefix)
      return within === undefined ? [] : [join(folder, within)]
    })
    const candidates = [replacedFolder(importPath), rest, ...inWorkspace, `vendor/${importPath}`]
    for (const folder of candidates) {
      if (folder === undefined || !reader.isFolder(folder)) continue
      const canonical = canonicalFolder(folder)
      if (importPathOf(canonical) === importPath) return canonical
    }
    return undefined
  }

  return { importPathOf, folderOf, canonicalFolder }
}

/** Folders of the `use` directives of a `go.work`. */
function workspaceFolders(text: string | undefined): string[] {
  const uses = (text ?? '').replace(/\/\/.*/g, '').matchAll(/^\s*use\s*(?:\(([^)]*)\)|(\S+))/gm)
  return [...uses]
    .flatMap(([, block, single]) => (block ?? single ?? '').split(/\s+/))
    .filter((path) => path !== '')
    .flatMap((path) => insideTree(path.replace(/^["`](.*)["`]$/, '$1')) ?? [])
}

/** What stands behind the last `vendor/` of a path; undefined when there is none. */
function afterVendor(path: string): string | undefined {
  const at = `/${path}`.lastIndexOf('/vendor/')
  return at === -1 ? undefined : path.slice(at + 'vendor/'.length)
}

/** `b` for `a/b` below `a`, `''` for `a` itself, undefined for anything else. */
function below(path: string, prefix: string): string | undefined {
  if (prefix === '') return path
  if (path === prefix) return ''
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined
}

/** A `replace` target as a path inside the tree; undefined when it leaves it. */
function insideTree(target: string): string | undefined {
  const parts: string[] = []
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return /^([/\\]|[A-Za-z]:)/.test(target) ? undefined : parts.join('/')
}

function parent(folder: string): string | undefined {
  if (folder === '') return undefined
  const at = folder.lastIndexOf('/')
  return at === -1 ? '' : folder.slice(0, at)
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('/')
}
