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
    const removed: string[] = []
    for (const entry of entries) {
      const own = (await readdir(home)).filter((name) => name.startsWith(`${basename(entry.tree)}.`) || name === basename(entry.tree))
      if (own.includes(basename(entry.tree))) removed.push(entry.tree)
      // The marker goes first: without it a tree that is only half removed is never taken for a whole one.
      await rm(entry.marker, { force: true })
      for (const name of own) await rm(join(home, name), { recursive: true, force: true })
    }
    return [...new Set(removed)]
  })
}

/** Removes every repository's copies. */
export async function cleanWholeCache(cacheRoot: string): Promise<void> {
  await rm(join(cacheRoot, 'source'), { recursive: true, force: true })
}
