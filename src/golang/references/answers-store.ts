import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageNode } from '../resolve/index.ts'
import { ANSWERS_VERSION } from './file-answer.ts'
import type { FileDigest } from './file-digests.ts'

/** An answer as it is kept, and what it depends on besides the links of its node. */
export interface KeptAnswer {
  readonly node: PackageNode
  /** Digest of the file's own text. */
  readonly content: string
  readonly text: string
}

/** What was so of a folder when the answers that depend on it were found. */
export interface KeptNode {
  readonly fingerprint: string
  /** What each import that was followed from here led to. */
  readonly links: Readonly<Record<string, string>>
}

/** All that is kept of one tree. */
export interface KeptAnswers {
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly nodes: ReadonlyMap<PackageNode, KeptNode>
  readonly digests: ReadonlyMap<string, FileDigest>
}

const FORMAT = `waymark-references ${ANSWERS_VERSION}`

interface Head {
  readonly format: string
  readonly size: number
  readonly answers: readonly (readonly [string, PackageNode, string, number])[]
  readonly nodes: readonly (readonly [PackageNode, KeptNode])[]
  readonly digests: readonly (readonly [string, FileDigest])[]
}

/** Reads what is kept under a name. Anything that does not fit (another version, a torn file) counts as nothing kept. */
export function loadAnswers(folder: string, name: string): KeptAnswers {
  const nothing: KeptAnswers = { answers: new Map(), nodes: new Map(), digests: new Map() }
  try {
    const buffer = readFileSync(join(folder, `${name}.answers`))
    let at = buffer.indexOf(10) + 1
    const head = JSON.parse(buffer.toString('utf8', 0, at)) as Head
    if (head.format !== FORMAT || head.size !== buffer.length - at) return nothing
    const answers = new Map<string, KeptAnswer>()
    for (const [file, node, content, length] of head.answers) {
      const start = at
      at += length
      answers.set(file, {
        node,
        content,
        get text() {
          return buffer.toString('utf8', start, start + length)
        },
      })
    }
    return { answers, nodes: new Map(head.nodes), digests: new Map(head.digests) }
  } catch {
    return nothing
  }
}

/** Keeps answers. Replaces the file at once; a cache that cannot be written is no error. */
export function saveAnswers(folder: string, name: string, { answers, nodes, digests }: KeptAnswers): void {
  const rows: [string, PackageNode, string, number][] = []
  const parts: Buffer[] = []
  let size = 0
  for (const [file, { node, content, text }] of answers) {
    const part = Buffer.from(text)
    rows.push([file, node, content, part.length])
    parts.push(part)
    size += part.length
  }
  const head: Head = { format: FORMAT, size, answers: rows, nodes: [...nodes], digests: [...digests] }
  const temporary = join(folder, `.${name}.${process.pid}.${Math.trunc(performance.now())}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]))
    renameSync(temporary, join(folder, `${name}.answers`))
  } catch {
    rmSync(temporary, { force: true })
  }
}
