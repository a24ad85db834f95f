import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WaymarkConfig } from '../../src/config/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'

/** The configuration, or why it cannot be read. */
export type ConfigReading = { readonly kind: 'read'; readonly config: WaymarkConfig } | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] }

/** Reads the project's configuration as its files are now, also where this process has read them before. Never throws for what they hold. */
export async function readConfigAnew(): Promise<ConfigReading> {
  const worker = new Worker(new URL('./config-worker.ts', import.meta.url))
  const [reading] = (await once(worker, 'message')) as [ConfigReading]
  await worker.terminate()
  return reading
}
