import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Diagnostic } from '../report/index.ts'
import type { GoParser } from './go-node.ts'
import type { SeenFile } from './facts-store.ts'
import { LARGEST_FILE_BYTES, tooLarge } from './decode-source.ts'
import { encodeFacts } from './facts-codec.ts'
import { NO_FACTS, readFacts, type ReadMode } from './read-file-facts.ts'

/** One file to be read. */
export interface BatchFile {
  /** Path relative to the tree. */
  readonly file: string
  readonly absolute: string
}

/** What reading one file gave; its facts are the next `length` bytes of the batch's buffer. */
export interface BatchResult extends SeenFile {
  readonly file: string
  readonly length: number
  readonly troubled: boolean
}

/** Results of a batch, in a form that goes from thread to thread without being copied. */
export interface Batch {
  readonly results: readonly BatchResult[]
  readonly facts: Buffer
}

/** Reads, hashes and parses files one after another. */
export async function readBatch(parser: GoParser, files: readonly BatchFile[], mode: ReadMode): Promise<Batch> {
  const results: BatchResult[] = []
  const encoded: Buffer[] = []
  for (const [index, { file, absolute }] of files.entries()) {
    // The native runtime frees its trees only between turns of the event loop.
    if (parser.backend === 'native' && index % 8 === 7) await setImmediate()
    const { bytes, size, mtimeMs, ino, problem } = readBytes(absolute)
    const facts = problem === undefined ? readFacts(parser, bytes, mode) : { ...NO_FACTS, problem }
    const buffer = Buffer.from(encodeFacts(facts))
    const troubled = facts.problem !== undefined || facts.syntaxErrors.length > 0
    encoded.push(buffer)
    const key = problem === undefined ? contentKey(mode, bytes) : `${mode}:unread:${size}:${problem.code}`
    results.push({ file, size, mtimeMs, ino, key, length: buffer.length, troubled })
  }
  return { results, facts: Buffer.concat(encoded) }
}

/** Names facts by what they depend on: the content, and how much of it was parsed. */
export function contentKey(mode: ReadMode, bytes: Buffer): string {
  return `${mode === 'whole' ? 'w' : 'd'}${hash('sha256', bytes, 'base64url').slice(0, 27)}`
}

const NOTHING = Buffer.alloc(0)

/** Where the bytes of most files go, one file after another: making room for each costs more than reading it. */
const room = Buffer.alloc(1024 * 1024)

/** What a file holds. Valid until the next file is read. */
interface ReadFile {
  readonly bytes: Buffer
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
  readonly problem: Diagnostic | undefined
}

function readBytes(path: string): ReadFile {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const { size, mtimeMs, ino } = fstatSync(descriptor)
    if (size > LARGEST_FILE_BYTES) return { bytes: NOTHING, size, mtimeMs, ino, problem: tooLarge(size) }
    const into = size > room.length ? Buffer.alloc(size) : room
    let length = 0
    for (let read = -1; read !== 0 && length < size; length += read) read = readSync(descriptor, into, length, size - length, null)
    return { bytes: into.subarray(0, length), size, mtimeMs, ino, problem: undefined }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    const problem: Diagnostic = {
      code: 'go-unreadable',
      severity: 'warning',
      message: 'cannot be read',
      found: found.split(',')[0],
      fix: 'Make the file readable, or leave it out of the packages.',
    }
    return { bytes: NOTHING, size: -1, mtimeMs: 0, ino: 0, problem }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
