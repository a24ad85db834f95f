import { goFiles } from '../../source/index.ts'
import { diskTree } from '../disk-tree.ts'
import { moduleLayout } from '../module-layout.ts'
import { openResolver } from '../resolve/index.ts'

/**
 * Import paths of the packages of which resolving the Go files of `packages` wanted a declaration and found no source,
 * sorted. Those of Go's own library are among them: a tree never has them.
 *
 * What the missing ones lead to shows only once they are there.
 */
export async function missingPackages(root: string, packages: readonly string[]): Promise<string[]> {
  const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root } as const, pinned: false, topLevel: [] }
  const resolver = openResolver({ tree, layout: moduleLayout(diskTree(root)) })
  for (const file of await goFiles(root, packages)) await resolver.references(file)
  return [...resolver.missing].sort()
}
