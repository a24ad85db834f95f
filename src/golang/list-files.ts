import { readdirSync, type Dirent } from 'node:fs'
import type { ModuleLayout } from './module-layout.ts'

/** Which folders are walked besides the named ones. */
export interface ListOptions {
  /** Walk `vendor` folders too. */
  readonly vendor: boolean
  /** Walk `testdata` folders and those whose name starts with `_` too; Go's own `...` does not. */
  readonly everything: boolean
  /** Told now and then how many files there are so far. */
  readonly onFound?: (files: number) => void
}

/**
 * Go files of package patterns: `dir` is one folder, `dir/...` that folder and everything below it, `...` the whole tree.
 *
 * A walk passes over folders whose name starts with `.`, and unless told otherwise over those Go's own `...` passes over
 * (`testdata`, a leading `_`). It does not follow symbolic links. Folders
 * named by a pattern are taken in their canonical form. Paths are relative to `root`, with forward slashes, sorted, each
 * once. A pattern that names nothing gives nothing (`missing` lists them).
 */
export function listFiles(
  root: string,
  patterns: readonly string[],
  layout: ModuleLayout,
  options: ListOptions,
): { files: string[]; missing: string[] } {
  const files = new Set<string>()
  const missing: string[] = []
  for (const pattern of patterns) {
    const deep = pattern === '...' || pattern.endsWith('/...')
    const named = (deep ? pattern.slice(0, -3) : pattern).replace(/\/+$/, '')
    const folder = layout.canonicalFolder(named === '.' ? '' : named)
    const before = files.size
    if (deep) walk(root, folder, options, files)
    else for (const entry of entriesOf(root, folder) ?? []) addFile(entry, folder, files)
    if (files.size === before && entriesOf(root, folder) === undefined) missing.push(pattern)
  }
  return { files: [...files].sort(), missing }
}

function walk(root: string, top: string, options: ListOptions, into: Set<string>): void {
  const open = [top]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of entriesOf(root, folder) ?? []) {
      const { name } = entry
      if (!entry.isDirectory()) addFile(entry, folder, into)
      else if (isWalked(name, options)) open.push(folder === '' ? name : `${folder}/${name}`)
    }
    options.onFound?.(into.size)
  }
}

function isWalked(name: string, { vendor, everything }: ListOptions): boolean {
  if (name.startsWith('.') || (name === 'vendor' && !vendor)) return false
  return everything || (name !== 'testdata' && !name.startsWith('_'))
}

function addFile(entry: Dirent, folder: string, into: Set<string>): void {
  if (entry.isFile() && entry.name.endsWith('.go')) into.add(folder === '' ? entry.name : `${folder}/${entry.name}`)
}

function entriesOf(root: string, folder: string): Dirent[] | undefined {
  try {
    return readdirSync(`${root}/${folder}`, { withFileTypes: true })
  } catch {
    return undefined
  }
}
