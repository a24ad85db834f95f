import { statSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, shapeOf, type PackageNode, type Packages, type SourceFile } from '../resolve/index.ts'

/** What of a file counts, and how it looked when that was found. */
export interface FileDigest {
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
  readonly content: string
  readonly shape: string
  readonly built: boolean
}

/** Digests of files; a file that looks as it did when it was read last is not read again. */
export interface FileDigests {
  of(source: SourceFile): FileDigest
  /** Digest of all that can be seen from a node of its own folder. */
  fingerprint(node: PackageNode): string
  /** Digests worth keeping. */
  readonly settled: ReadonlyMap<string, FileDigest>
}

/** A file whose time stamp is this young may change again without showing it. */
const SETTLED_AFTER_MS = 2000

/** Digests of the files of packages; `before` are those kept from an earlier time. */
export function fileDigests(packages: Packages, roots: { tree: string; library: string | undefined }, before: ReadonlyMap<string, FileDigest>): FileDigests {
  const now = Date.now()
  const known = new Map<string, FileDigest>()
  const settled = new Map<string, FileDigest>()
  const of = (source: SourceFile): FileDigest => {
    const key = `${source.root}:${source.file}`
    let digest = known.get(key)
    if (digest !== undefined) return digest
    const stat = statSync(join(source.root === 'tree' ? roots.tree : (roots.library ?? ''), source.file), { throwIfNoEntry: false })
    const { size = 0, mtimeMs = now, ino = 0 } = stat ?? {}
    const last = before.get(key)
    const same = last !== undefined && last.size === size && last.mtimeMs === mtimeMs && last.ino === ino
    digest = same ? last : { size, mtimeMs, ino, content: digestOf(source.text), shape: shapeOf(source), built: source.built }
    known.set(key, digest)
    if (now - mtimeMs > SETTLED_AFTER_MS) settled.set(key, digest)
    return digest
  }
  const fingerprints = new Map<PackageNode, string>()
  const fingerprint = (node: PackageNode): string => {
    let found = fingerprints.get(node)
    if (found !== undefined) return found
    const all = node.startsWith('all:')
    const files = packages.filesOf(node).filter(({ test }) => all || !test)
    const parts = files.map((source) => {
      const { shape, built } = of(source)
      return `${source.file}:${all || built ? shape : ''}`
    })
    fingerprints.set(node, (found = digestOf(parts.join('\n'))))
    return found
  }
  return { of, fingerprint, settled }
}
