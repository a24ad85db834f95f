import { randomBytes } from 'node:crypto'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts the folder `built` in the place of `target`. Whoever looks sees the old one or the new one, never a mixture; what
 * stood there is removed last.
 *
 * Across file systems `built` is copied next to `target` first, since a rename cannot cross them.
 */
export async function replaceFolder(built: string, target: string): Promise<void> {
  const mark = randomBytes(4).toString('hex')
  const incoming = `${target}.new-${mark}`
  const outgoing = `${target}.old-${mark}`
  await mkdir(dirname(target), { recursive: true })
  await rename(built, incoming).catch(async (error: unknown) => {
    if (codeOf(error) !== 'EXDEV') throw error
    await cp(built, incoming, { recursive: true })
  })
  await rename(target, outgoing).catch(ignoreMissing)
  await rename(incoming, target)
  await rm(outgoing, { recursive: true, force: true })
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code
