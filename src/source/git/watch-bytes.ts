import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '../../report/index.ts'

/**
 * Reports how many bytes of packs arrive while `work` runs.
 *
 * Git says nothing about the files it fetches during a checkout when nobody looks at a terminal, so the growing pack is
 * looked at instead.
 */
export async function watchBytes<T>(repository: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  const folder = join(repository, '.git', 'objects', 'pack')
  const before = await bytesIn(folder)
  const timer = setInterval(() => {
    void bytesIn(folder).then((now) => {
      if (now > before) progress.update(now - before, undefined, 'bytes')
    })
  }, 250)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
