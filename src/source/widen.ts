import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderOf, isDeep } from './cone.ts'
import { readGoMod } from './go-mod.ts'
import { packageFolder } from './module-folders.ts'
import { scanImports } from './scan-imports.ts'
import type { SourceTree } from './source-tree.ts'

/**
 * Says which further folders of the repository a tree needs, once it holds its configured packages. Entries are written
 * like the config's packages: `a/b` for a folder's own files, `a/b/...` with everything below.
 */
export type WidenFunction = (tree: SourceTree) => Promise<readonly string[]>

/** Finds what the imports of the configured packages do not bring, and what reads the tree wants all the same. */
export interface Needs {
  /** Names the way they are found, so that a finished copy can say whether it was made for the same. */
  readonly key: string
  /**
   * Import paths of packages that are wanted and not below `root`; what lies elsewhere may be among them. Asked again after
   * each batch, until it names nothing more that the repository has.
   */
  missing(root: string, packages: readonly string[]): Promise<readonly string[]>
}

/**
 * The folders that the Go files of `packages` import from inside the repository, sorted.
 *
 * Test files are left out: they are not part of what a package is. `exists` answers for folders of the whole repository,
 * checked out or not.
 */
export async function importedFolders(
  root: string,
  packages: readonly string[],
  exists: (folder: string) => boolean,
): Promise<string[]> {
  const goMod = readGoMod(await readFile(join(root, 'go.mod'), 'utf8').catch(() => ''))
  const folders = new Set<string>()
  for (const file of await goFiles(root, packages)) {
    for (const path of scanImports(await readFile(join(root, file), 'utf8'))) {
      const folder = packageFolder(path, goMod, exists)
      if (folder !== undefined) folders.add(folder)
    }
  }
  return [...folders].sort()
}

/** The folders of these packages that lie inside the repository, sorted. */
export async function foldersOf(root: string, importPaths: readonly string[], exists: (folder: string) => boolean): Promise<string[]> {
  const goMod = readGoMod(await readFile(join(root, 'go.mod'), 'utf8').catch(() => ''))
  return [...new Set(importPaths.map((path) => packageFolder(path, goMod, exists)).filter((folder) => folder !== undefined))].sort()
}

/** The Go files of `packages` that lie in `root`, without tests; symbolic links are not followed. */
export async function goFiles(root: string, packages: readonly string[]): Promise<string[]> {
  const files: string[] = []
  const visit = async (folder: string, deep: boolean): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile() && entry.name.endsWith('.go') && !entry.name.endsWith('_test.go')) files.push(path)
      // Go's own rule for `...`: folders that begin with a dot or underscore, and testdata, hold no packages.
      if (deep && entry.isDirectory() && !/^[._]|^testdata$|^vendor$/.test(entry.name)) await visit(path, true)
    }
  }
  for (const entry of packages) await visit(folderOf(entry), isDeep(entry))
  return [...new Set(files)].sort()
}
