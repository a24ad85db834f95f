import { holdsOnLinux, openIndex } from '../../src/golang/index.ts'

/** Folders of the tree's own packages, vendored ones aside, that those of some patterns import, and what these import in turn. */
export async function firstPartyPackages(root: string, patterns: readonly string[]): Promise<string[]> {
  const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] } as const
  const all = await openIndex(tree, { packages: ['...'], mode: 'declarations' })
  const asked = await openIndex(tree, { packages: patterns, mode: 'declarations' })
  const open = [...asked.packages()]
  const folders = new Map<string, string>()
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (folders.has(path)) continue
    const files = all.filesOf(path).filter(({ test, buildConstraint }) => !test && holdsOnLinux(buildConstraint))
    const [first] = files
    if (first === undefined) continue
    folders.set(path, first.file.slice(0, Math.max(0, first.file.lastIndexOf('/'))))
    for (const file of files) for (const imported of file.imports) open.push(imported.path)
  }
  return [...folders.values()].sort()
}
