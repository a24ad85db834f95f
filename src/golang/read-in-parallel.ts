import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Batch, BatchFile } from './read-batch.ts'
import type { ReadMode } from './read-file-facts.ts'

/** More threads than this gain little and cost memory. */
const MOST_WORKERS = 8

/**
 * Reads batches in worker threads; each thread takes the next batch as soon as it is done with its last one.
 *
 * A batch whose thread dies is tried again file by file in a new thread; a file that kills its thread by itself is handed
 * to `onFailure`.
 */
export async function readInParallel(
  batches: readonly (readonly BatchFile[])[],
  mode: ReadMode,
  onBatch: (batch: Batch) => void,
  onFailure: (file: BatchFile, reason: string) => void,
): Promise<void> {
  const queue = [...batches].reverse()
  const lane = async (): Promise<void> => {
    for (;;) {
      const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { mode }, execArgv: [] })
      try {
        for (let batch = queue.pop(); ; batch = queue.pop()) {
          if (batch === undefined) return
          try {
            onBatch(await ask(worker, batch))
          } catch (error) {
            if (batch.length === 1 && batch[0] !== undefined) onFailure(batch[0], error instanceof Error ? error.message : String(error))
            else queue.push(...batch.map((file) => [file]))
            break
          }
        }
      } finally {
        await worker.terminate()
      }
    }
  }
  const lanes = Math.min(MOST_WORKERS, availableParallelism(), batches.length)
  await Promise.all(Array.from({ length: lanes }, lane))
}

function ask(worker: Worker, batch: readonly BatchFile[]): Promise<Batch> {
  return new Promise((resolve, reject) => {
    // Only our own listeners are taken off again: the thread has some of its own that it cannot work without.
    const settle = (): void => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
    const onMessage = ({ results, facts }: { results: Batch['results']; facts: Uint8Array }): void => {
      settle()
      resolve({ results, facts: Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength) })
    }
    const onError = (error: unknown): void => {
      settle()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    const onExit = (code: number): void => {
      settle()
      reject(new Error(`the reading thread ended with code ${code}`))
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(batch)
  })
}
