import { Worker } from 'node:worker_threads'
import type { Needs } from '../../source/index.ts'

/**
 * What resolving needs, for the source step. It runs in a thread of its own: it computes for seconds, and meanwhile the
 * lock on the cache has to be renewed and progress shown.
 *
 * The key changes when the resolver learns to look further, so that copies made before are widened once more.
 */
export const resolverNeeds: Needs = {
  key: 'resolve-1',
  missing: (root, packages) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./needs-worker.ts', import.meta.url), { workerData: { root, packages } })
      worker.once('message', (missing: string[]) => resolve(missing))
      worker.once('error', (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
      worker.once('exit', (code) => reject(new Error(`the resolving thread ended with code ${code}`)))
    }),
}
