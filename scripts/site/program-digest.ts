import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'

/** Hash of the program that makes pages: what another one made is not taken for its work. */
export async function programDigest(projectRoot: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of (await glob(['src/**/*.ts', 'package-lock.json'], { cwd: projectRoot })).sort()) {
    hash.update(`${file}\0`).update(await readFile(join(projectRoot, file)))
  }
  return hash.digest('hex')
}
