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

/** What was seen, column by column: one long string is read faster than thousands of short ones. */
type SeenColumns = [format: string, files: string, sizes: number[], times: number[], inodes: number[], keys: string]

/** Stands in no path and in no key. */
const BETWEEN = '//'

/** Reads what was seen of the files of a tree; empty when nothing fitting is kept. */
export function loadSeen(folder: string, name: string): Map<string, SeenFile> {
  const seen = new Map<string, SeenFile>()
  try {
    const [format, files, sizes, times, inodes, keys] = JSON.parse(readFileSync(join(folder, `${name}.seen`), 'utf8')) as SeenColumns
    if (format !== FORMAT) return seen
    const keyOf = keys.split(BETWEEN)
    for (const [at, file] of files.split(BETWEEN).entries()) {
      seen.set(file, { size: sizes[at] ?? -1, mtimeMs: times[at] ?? -1, ino: inodes[at] ?? -1, key: keyOf[at] ?? '' })
    }
    return seen
  } catch {
    return new Map()
  }
}

/** Keeps what was seen of the files of a tree. */
export function saveSeen(folder: string, name: string, seen: ReadonlyMap<string, SeenFile>): void {
  const rows = [...seen.values()]
  const columns: SeenColumns = [
    FORMAT,
    [...seen.keys()].join(BETWEEN),
    rows.map(({ size }) => size),
    rows.map(({ mtimeMs }) => mtimeMs),
    rows.map(({ ino }) => ino),
    rows.map(({ key }) => key).join(BETWEEN),
  ]
  writeWhole(folder, `${name}.seen`, JSON.stringify(columns))
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
