/** The thread `resolverNeeds` starts: answers once, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { missingPackages } from './missing-packages.ts'

const { root, packages } = workerData as { root: string; packages: readonly string[] }
parentPort?.postMessage(await missingPackages(root, packages))
