import { diskTree, moduleLayout } from '../../src/golang/index.ts'
import { openResolver, type Resolver } from '../../src/golang/resolve/index.ts'

/** A resolver over a folder, without Go's own library: what is said must not depend on what a machine has. */
export function resolverAt(root: string): Resolver {
  return openResolver({
    tree: { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] },
    layout: moduleLayout(diskTree(root)),
  })
}
