import type { SourceFile } from './source-file.ts'

/**
 * A folder as files of one sort see it: `built` for files of the build that are no tests, which see one another only;
 * `all` for the others. Written `built:tree:pkg/a`.
 */
export type PackageNode = `${'built' | 'all'}:${string}`

/** What an import path leads to from a node: a folder such as `tree:pkg/a`; empty when to nothing that is at hand. */
export type Links = ReadonlyMap<PackageNode, ReadonlyMap<string, string>>

/** Keeps in mind which imports were followed while resolving. */
export interface LinkRecorder {
  readonly links: Links
  note(from: SourceFile, importPath: string, to: string): void
}

/** The node that a file looks around from. */
export function nodeOf({ built, test, root, folder }: SourceFile): PackageNode {
  return `${built && !test ? 'built' : 'all'}:${root}:${folder}`
}

/** A recorder that has seen nothing. */
export function recordLinks(): LinkRecorder {
  const links = new Map<PackageNode, Map<string, string>>()
  return {
    links,
    note(from, importPath, to) {
      const node = nodeOf(from)
      let known = links.get(node)
      if (known === undefined) links.set(node, (known = new Map<string, string>()))
      known.set(importPath, to)
    },
  }
}

/** The nodes that one leads to: files that see all files of a folder see what those of the build see, too. */
export function linkedFrom(node: PackageNode, links: Links): PackageNode[] {
  const mode = node.slice(0, node.indexOf(':')) as 'built' | 'all'
  const next: PackageNode[] = [...(links.get(node)?.values() ?? [])].filter((to) => to !== '').map((to): PackageNode => `${mode}:${to}`)
  if (mode === 'all') next.push(`built:${node.slice('all:'.length)}`)
  return next
}
