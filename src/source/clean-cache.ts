import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { WalkthroughConfig } from '../config/index.ts'
import type { Progress } from '../report/index.ts'
import { cacheEntry } from './cache.ts'
import { withLock } from './with-lock.ts'

/**
 * Removes what the cache holds for a walkthrough's pinned commit: finished, unfinished, from git and from a proxy.
 * Returns the finished copies that were removed. Other commits and other repositories stay.
 */
export async function cleanCache(
  walkthrough: WalkthroughConfig,
  { cacheRoot, progress }: { readonly cacheRoot: string; readonly progress: Progress },
): Promise<string[]> {
  const { source } = walkthrough
  if ('folder' in source) return []
  const entries = (['git', 'proxy'] as const).map((kind) => cacheEntry(source, cacheRoot, kind))
  const [{ home }] = entries as [(typeof entries)[number]]
  if ((await readdir(home).catch(() => [])).length === 0) return []
  return withLock(home, { progress }, async () => {
    const names = await readdir(home)
    const removed = entries.map(({ tree }) => tree).filter((tree) => names.includes(basename(tree)))
    // Markers go first: without one, a tree that is only half removed is never taken for a whole one.
    for (const { marker } of entries) await rm(marker, { force: true })
    const own = names.filter((name) => name === source.commit || name.startsWith(`${source.commit}.`))
    for (const name of own) await rm(join(home, name), { recursive: true, force: true })
    return removed
  })
}

/** Removes every repository's copies. */
export async function cleanWholeCache(cacheRoot: string): Promise<void> {
  await rm(join(cacheRoot, 'source'), { recursive: true, force: true })
}
