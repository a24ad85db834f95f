import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const PREFIX = 'build-'
const ABANDONED_AFTER_MS = 6 * 60 * 60 * 1000

/**
 * Makes an empty folder to build in, inside the project (modules that pages import are found from there), and clears
 * away what killed builds left behind. Returns its absolute path.
 */
export async function makeWorkFolder(projectRoot: string): Promise<string> {
  const parent = join(projectRoot, '.cache')
  await mkdir(parent, { recursive: true })
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(parent, name)
    const age = await stat(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0)
    if (age > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(parent, PREFIX))
}
