/** Works out the options of walkthroughs in a thread of its own, and posts what is known with what there was to say. */
import { parentPort, workerData } from 'node:worker_threads'
import { silentProgress } from '../../src/report/index.ts'
import type { AnsweredOptions } from './know-options-aside.ts'
import { knowOptions, type WantedOptions } from './know-options.ts'

const said: string[] = []
const known = await knowOptions(workerData as WantedOptions[], { ...silentProgress, say: (text) => void said.push(text) })
parentPort?.postMessage({ known, said } satisfies AnsweredOptions)
