import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { Batch, BatchAnswers } from './answer-worker.ts'

/** Each thread reads for itself what its files depend on: more threads gain little and cost memory. */
const MOST_THREADS = 4
/** What a file is resolved with lives as long as the file: room enough for that is cleared seldom, and cheaply. */
const YOUNG_MEGABYTES = 192
/** A thread that holds more than this is let go of after its batch. */
const MOST_BYTES = 1_000_000_000

/**
 * Answers files in threads. Neighbours go to one thread, because they depend on the same packages.
 *
 * `onBatch` is told of each batch as soon as it is there.
 */
export async function answerInParallel({ files, ...rest }: Batch, onBatch: (files: readonly string[], batch: BatchAnswers) => void): Promise<void> {
  const threads = Math.min(MOST_THREADS, availableParallelism())
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./answer-worker.ts', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    maxMemoryLimitBeforeRecycle: MOST_BYTES,
  })
  const size = Math.max(1, Math.ceil(files.length / (threads * 12)))
  const batches = Array.from({ length: Math.ceil(files.length / size) }, (_, index) => files.slice(index * size, (index + 1) * size))
  try {
    await Promise.all(batches.map(async (batch) => onBatch(batch, (await pool.run({ ...rest, files: batch } satisfies Batch)) as BatchAnswers)))
  } finally {
    await pool.destroy()
  }
}
