import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Progress } from '../report/index.ts'
import { cacheUnwritable, lockLost } from './diagnostics.ts'

/**
 * Runs `work` while no other process works in `folder`; waits for one that does, and says so.
 *
 * A holder renews its lock; the lock of one that was killed counts as gone after `staleMs` milliseconds. A holder
 * that was asleep so long that another took over finds its signal aborted.
 *
 * @throws WaymarkError `cache-unwritable` or `lock-lost`; and whatever `work` throws.
 */
export async function withLock<T>(
  folder: string,
  options: { readonly progress: Progress; readonly signal?: AbortSignal | undefined; readonly staleMs?: number | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { progress, signal, staleMs = 10_000 } = options
  const unwritable = (thrown: unknown): Error => {
    const error = thrown as NodeJS.ErrnoException
    return error.code === 'ENOSPC' ? error : cacheUnwritable(folder, error.code ?? error.message)
  }
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unwritable(error)
  })
  const lost = new AbortController()
  const take = (): Promise<() => Promise<void>> =>
    lock(folder, {
      lockfilePath: join(folder, 'lock'),
      realpath: false,
      stale: staleMs,
      update: Math.min(2000, staleMs / 2),
      onCompromised: () => lost.abort(lockLost(folder)),
    })
  let told = false
  for (;;) {
    signal?.throwIfAborted()
    const release = await take().catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined
      throw unwritable(error)
    })
    if (release !== undefined) {
      try {
        return await work(signal === undefined ? lost.signal : AbortSignal.any([signal, lost.signal]))
      } finally {
        if (!lost.signal.aborted) await release().catch(() => undefined)
      }
    }
    if (!told) progress.say('Another run is getting the same source; waiting for it.')
    told = true
    await sleep(200)
  }
}
