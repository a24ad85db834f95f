import { linkedFrom, type Links, type PackageNode, type Packages } from '../resolve/index.ts'
import type { KeptAnswer, KeptAnswers } from './answers-store.ts'
import type { FileDigests } from './file-digests.ts'

/**
 * Those of the kept answers that still hold: neither the file has changed, nor anything that others can see of a package
 * that was looked into for it, nor where an import leads.
 */
export function validAnswers({ answers, nodes }: KeptAnswers, packages: Packages, digests: FileDigests): Map<string, KeptAnswer> {
  const links = keptLinks(nodes)
  const changed = [...nodes].filter(
    ([node, { fingerprint, links: led }]) =>
      digests.fingerprint(node) !== fingerprint || Object.entries(led).some(([importPath, to]) => packages.leadsTo(node, importPath) !== to),
  )
  const users = new Map<PackageNode, PackageNode[]>()
  for (const node of nodes.keys()) {
    for (const used of linkedFrom(node, links)) {
      const list = users.get(used)
      if (list === undefined) users.set(used, [node])
      else list.push(node)
    }
  }
  const stale = new Set<PackageNode>()
  const open = changed.map(([node]) => node)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (stale.has(node)) continue
    stale.add(node)
    open.push(...(users.get(node) ?? []))
  }
  const valid = new Map<string, KeptAnswer>()
  for (const [file, answer] of answers) {
    if (stale.has(answer.node) || !nodes.has(answer.node)) continue
    const source = packages.fileOf(file)?.source
    if (source !== undefined && digests.of(source).content === answer.content) valid.set(file, answer)
  }
  return valid
}

/** Links as they are kept. */
export function keptLinks(nodes: KeptAnswers['nodes']): Links {
  return new Map([...nodes].map(([node, { links }]) => [node, new Map(Object.entries(links))]))
}
