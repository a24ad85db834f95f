import type { Progress } from '../report/index.ts'
import { encodeFacts } from './facts-codec.ts'
import type { EncodedFacts } from './facts-store.ts'
import { openParser } from './open-parser.ts'
import { readBatch, type Batch, type BatchFile, type BatchResult } from './read-batch.ts'
import { NO_FACTS, type ReadMode } from './read-file-facts.ts'
import type { ReadingThreads } from './reading-threads.ts'

/** Starting threads pays from about this many bytes on; below it is done in this one. */
const WORTH_THREADS_BYTES = 3 * 1024 * 1024
const BATCH_BYTES = 1024 * 1024
/** What a file is taken for whose size nobody has asked for. */
const USUAL_BYTES = 9000

/** A file that no cache knows. */
export interface MissingFile extends BatchFile {
  /** In bytes; undefined where nobody has asked the disk yet. */
  readonly size: number | undefined
}

/** Whether so many files of unknown size are read in threads. */
export function areWorthThreads(files: number): boolean {
  return files * USUAL_BYTES >= WORTH_THREADS_BYTES
}

/** Reads files that no cache knows, in this thread or in several, and hands over each one's facts. */
export async function readMissing(
  files: readonly MissingFile[],
  mode: ReadMode,
  threads: ReadingThreads,
  progress: Progress,
  onFacts: (facts: EncodedFacts, result: BatchResult) => void,
): Promise<void> {
  if (files.length === 0) return
  let done = 0
  const take = ({ results, facts: buffer }: Batch): void => {
    let offset = 0
    for (const result of results) {
      const { key, length, troubled } = result
      onFacts({ key, buffer, offset, length, troubled }, result)
      offset += length
    }
    done += results.length
    progress.update(done, files.length, 'files')
  }
  progress.stage(`reading ${files.length} Go file${files.length === 1 ? '' : 's'}`)
  const bytes = files.reduce((sum, { size = USUAL_BYTES }) => sum + size, 0)
  const batches = inBatches(files)
  if (bytes < WORTH_THREADS_BYTES) {
    const parser = await openParser()
    for (const batch of batches) take(await readBatch(parser, batch, mode))
    return
  }
  await threads.read(batches, take, (file, reason) => take(failed(file, reason)))
}

function inBatches(files: readonly MissingFile[]): BatchFile[][] {
  const batches: BatchFile[][] = []
  let room = 0
  for (const { file, absolute, size = USUAL_BYTES } of files) {
    if (room <= 0) {
      batches.push([])
      room = BATCH_BYTES
    }
    batches.at(-1)?.push({ file, absolute })
    room -= size
  }
  return batches
}

function failed({ file }: BatchFile, reason: string): Batch {
  const facts = Buffer.from(
    encodeFacts({
      ...NO_FACTS,
      problem: {
        code: 'go-parser-failed',
        severity: 'warning',
        message: 'could not be parsed',
        found: reason,
        fix: 'Leave the file out of the packages; please tell the Waymark project about it.',
      },
    }),
  )
  return { results: [{ file, size: -1, mtimeMs: 0, ino: 0, key: `failed:${file}`, length: facts.length, troubled: true }], facts }
}
