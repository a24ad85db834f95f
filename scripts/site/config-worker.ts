/** Reads the configuration in a thread of its own, which knows no older reading of its modules, and posts what it found. */
import { parentPort } from 'node:worker_threads'
import { loadConfig } from '../../src/config/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import type { ConfigReading } from './read-config-anew.ts'

async function read(): Promise<ConfigReading> {
  try {
    return { kind: 'read', config: await loadConfig() }
  } catch (error) {
    if (error instanceof WaymarkError) return { kind: 'failed', diagnostics: error.diagnostics }
    const message = error instanceof Error ? error.message : String(error)
    return {
      kind: 'failed',
      diagnostics: [{ code: 'config-invalid', severity: 'error', message, file: 'walkthrough.config.ts', fix: 'Correct it; the site goes on with what it said before.' }],
    }
  }
}

parentPort?.postMessage(await read())
