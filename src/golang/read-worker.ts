/** The thread `ReadingThreads` starts: reads every batch it is sent and answers with what it found. */
import { parentPort, workerData } from 'node:worker_threads'
import { openParser } from './open-parser.ts'
import { readBatch, type BatchFile } from './read-batch.ts'
import type { ReadMode } from './read-file-facts.ts'

const { mode } = workerData as { mode: ReadMode }
const parser = await openParser()

async function answer(files: readonly BatchFile[]): Promise<void> {
  const batch = await readBatch(parser, files, mode)
  // A copy of its own: small buffers share one that cannot be given away.
  const facts = new Uint8Array(batch.facts)
  parentPort?.postMessage({ results: batch.results, facts }, [facts.buffer])
}

parentPort?.on('message', (files: readonly BatchFile[]) => void answer(files))
