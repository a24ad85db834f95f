import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import type { Progress } from '../../src/report/index.ts'
import type { WantedOptions } from './know-options.ts'

/** What the thread answers. */
export interface AnsweredOptions {
  readonly known: Map<string, KnownOptions>
  readonly said: readonly string[]
}

/** The same as `knowOptions`, in a thread of its own: it can take seconds, in which a server has to answer. */
export async function knowOptionsAside(wanted: readonly WantedOptions[], progress: Progress): Promise<Map<string, KnownOptions>> {
  if (wanted.every(({ walkthrough }) => walkthrough.options === undefined)) return new Map()
  const workerData = wanted.map(({ walkthrough, tree }) => ({ walkthrough, tree }))
  const worker = new Worker(new URL('./options-worker.ts', import.meta.url), { workerData })
  const [{ known, said }] = (await once(worker, 'message')) as [AnsweredOptions]
  for (const text of said) progress.say(text)
  return known
}
