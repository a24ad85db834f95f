import { posix } from 'node:path'
import type { GoMod } from './go-mod.ts'

/**
 * Where an import path's package lies in the repository, or undefined when it lies elsewhere (the standard library, a
 * module that is neither vendored nor replaced by a folder).
 *
 * Tried in Go's order of meaning: the main module itself, the longest local `replace`, then `vendor/`. So a package that
 * is linked from `vendor/` into `staging/` is found in `staging/`. `exists` answers for folders of the repository.
 */
export function packageFolder(importPath: string, root: GoMod, exists: (folder: string) => boolean): string | undefined {
  const candidates: string[] = []
  const local = root.replaces
    .filter(({ local, path }) => local && isWithin(importPath, path))
    .sort((a, b) => b.path.length - a.path.length)
  for (const { path, target } of local) {
    const folder = posix.normalize(posix.join(target.replaceAll('\\', '/'), importPath.slice(path.length)))
    if (!folder.startsWith('..') && !folder.startsWith('/')) candidates.push(folder.replace(/\/$/, ''))
  }
  if (root.module !== undefined && isWithin(importPath, root.module)) {
    candidates.push(importPath.slice(root.module.length + 1))
  }
  candidates.push(`vendor/${importPath}`)
  return candidates.find((folder) => folder === '' || exists(folder))
}

const isWithin = (importPath: string, module: string): boolean =>
  importPath === module || importPath.startsWith(`${module}/`)
