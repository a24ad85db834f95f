import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FACTS_VERSION } from './facts-codec.ts'

/** Encoded facts of one file, somewhere in a buffer. */
export interface EncodedFacts {
  /** Mode and content hash. */
  readonly key: string
  readonly buffer: Buffer
  readonly offset: number
  readonly length: number
  /** Whether the facts hold a problem to tell; spares decoding the others. */
  readonly troubled: boolean
}

/** What was seen of a file when it was read last; if it looks the same, so is its content. */
export interface SeenFile {
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
  readonly key: string
}

/** More than this is not carried over from one write to the next; what is used now always is. */
const LARGEST_STORE = 256 * 1024 * 1024

const FORMAT = `waymark-facts ${FACTS_VERSION}`

/**
 * Reads the facts kept under `name`. Anything that does not fit (another version, a torn file) counts as nothing kept.
 */
export function loadFacts(folder: string, name: string): Map<string, EncodedFacts> {
  const facts = new Map<string, EncodedFacts>()
  let buffer: Buffer
  try {
    buffer = readFileSync(join(folder, `${name}.facts`))
    const headEnd = buffer.indexOf(10)
    const [format, total, rows] = JSON.parse(buffer.toString('utf8', 0, headEnd)) as [string, number, [string, number, 0 | 1][]]
    if (format !== FORMAT || total !== buffer.length - headEnd - 1) return facts
    let offset = headEnd + 1
    for (const [key, length, troubled] of rows) {
      facts.set(key, { key, buffer, offset, length, troubled: troubled === 1 })
      offset += length
    }
  } catch {
    return new Map()
  }
  return facts
}

/** Keeps facts: those in use, and as many of the others as there is room for. */
export function saveFacts(folder: string, name: string, used: Iterable<EncodedFacts>, known: Map<string, EncodedFacts>): void {
  const all = new Map<string, EncodedFacts>()
  for (const facts of used) all.set(facts.key, facts)
  let total = 0
  for (const { length } of all.values()) total += length
  for (const facts of known.values()) {
    if (all.has(facts.key) || total + facts.length > LARGEST_STORE) continue
    all.set(facts.key, facts)
    total += facts.length
  }
  const list = [...all.values()]
  const head = JSON.stringify([FORMAT, total, list.map(({ key, length, troubled }) => [key, length, troubled ? 1 : 0])])
  const parts = list.map(({ buffer, offset, length }) => buffer.subarray(offset, offset + length))
  writeWhole(folder, `${name}.facts`, Buffer.concat([Buffer.from(`${head}\n`), ...parts]))
}

/** Reads what was seen of the files of a tree; empty when nothing fitting is kept. */
export function loadSeen(folder: string, name: string): Map<string, SeenFile> {
  try {
    const [format, rows] = JSON.parse(readFileSync(join(folder, `${name}.seen`), 'utf8')) as [
      string,
      [string, number, number, number, string][],
    ]
    if (format !== FORMAT) return new Map()
    return new Map(rows.map(([file, size, mtimeMs, ino, key]) => [file, { size, mtimeMs, ino, key }]))
  } catch {
    return new Map()
  }
}

/** Keeps what was seen of the files of a tree. */
export function saveSeen(folder: string, name: string, seen: ReadonlyMap<string, SeenFile>): void {
  const rows = [...seen].map(([file, { size, mtimeMs, ino, key }]) => [file, size, mtimeMs, ino, key])
  writeWhole(folder, `${name}.seen`, JSON.stringify([FORMAT, rows]))
}

/** Replaces a file at once, so that a reader or a second writer never sees half of it. A cache that cannot be written is no error. */
function writeWhole(folder: string, name: string, content: string | Buffer): void {
  const temporary = join(folder, `.${name}.${process.pid}.${Math.trunc(performance.now())}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, content)
    renameSync(temporary, join(folder, name))
  } catch {
    rmSync(temporary, { force: true })
  }
}
