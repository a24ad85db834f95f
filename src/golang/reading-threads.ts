import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Batch, BatchFile } from './read-batch.ts'
import type { ReadMode } from './read-file-facts.ts'

/** More threads than this gain little and cost memory. */
const MOST_WORKERS = 8

/** Threads that read batches of files. It takes one a while to start: who starts them early waits less. */
export class ReadingThreads {
  readonly #mode: ReadMode
  readonly #idle: Worker[] = []

  constructor(mode: ReadMode) {
    this.#mode = mode
  }

  /** Starts as many threads as this machine can use, once. */
  start(): void {
    while (this.#idle.length < Math.min(MOST_WORKERS, availableParallelism())) this.#idle.push(this.#startOne())
  }

  #startOne(): Worker {
    // Flags come from NODE_OPTIONS as it is now, not as it was when the process started.
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { mode: this.#mode }, execArgv: [] })
    // Until it is asked for something nobody waits for it; what is wrong with it shows then.
    worker.on('error', () => undefined)
    worker.unref()
    return worker
  }

  /**
   * Reads batches; each thread takes the next batch as soon as it is done with its last one. All threads end with the work.
   *
   * A batch whose thread dies is tried again file by file in a new thread; a file that kills its thread by itself is handed
   * to `onFailure`.
   */
  async read(
    batches: readonly (readonly BatchFile[])[],
    onBatch: (batch: Batch) => void,
    onFailure: (file: BatchFile, reason: string) => void,
  ): Promise<void> {
    this.start()
    const queue = [...batches].reverse()
    const lane = async (first: Worker): Promise<void> => {
      for (let worker: Worker | undefined = first; worker !== undefined; ) {
        try {
          await readQueue(worker, queue, onBatch, onFailure)
        } finally {
          void worker.terminate()
        }
        worker = queue.length > 0 ? this.#startOne() : undefined
      }
    }
    await Promise.all(this.#idle.splice(0).map(lane))
  }
}

/** Has one thread read batches until none is left, or until it dies. */
async function readQueue(
  worker: Worker,
  queue: (readonly BatchFile[])[],
  onBatch: (batch: Batch) => void,
  onFailure: (file: BatchFile, reason: string) => void,
): Promise<void> {
  for (let batch = queue.pop(); batch !== undefined; batch = queue.pop()) {
    try {
      onBatch(await ask(worker, batch))
    } catch (error) {
      if (batch.length === 1 && batch[0] !== undefined) onFailure(batch[0], error instanceof Error ? error.message : String(error))
      else queue.push(...batch.map((file) => [file]))
      return
    }
  }
}

function ask(worker: Worker, batch: readonly BatchFile[]): Promise<Batch> {
  return new Promise((resolve, reject) => {
    // Only our own listeners are taken off again: the thread has some of its own that it cannot work without.
    const settle = (): void => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      worker.unref()
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
    if (worker.threadId === -1) {
      reject(new Error('the reading thread ended before it read anything'))
      return
    }
    worker.ref()
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(batch)
  })
}
