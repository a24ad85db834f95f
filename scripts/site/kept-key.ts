import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/config/index.ts'
import writeFileAtomic from 'write-file-atomic'

const file = join(projectRoot, '.cache', 'built-from')

/** The key of what `dist` was last built from; undefined when there is no built site. */
export async function keptKey(outFolder: string): Promise<string | undefined> {
  if (!existsSync(join(outFolder, 'index.html'))) return undefined
  return (await readFile(file, 'utf8').catch(() => undefined))?.trim()
}

/** Remembers what `dist` was built from; undefined forgets it, which is due before anything else is put there. */
export async function keepKey(key: string | undefined): Promise<void> {
  if (key === undefined) await rm(file, { force: true })
  else await writeFileAtomic(file, `${key}\n`)
}
