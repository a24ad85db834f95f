import { createHash } from 'node:crypto'
import { access, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import envPaths from 'env-paths'
import writeFileAtomic from 'write-file-atomic'
import type { RepositoryConfig } from '../config/index.ts'
import type { Cone } from './cone.ts'

/** Where one commit's copy and everything around it lie. All paths absolute. */
export interface CacheEntry {
  /** Folder of the repository; holds one entry a commit. */
  readonly home: string
  /** The finished tree. */
  readonly tree: string
  /** Says what the finished tree holds; without it there is no finished tree. */
  readonly marker: string
  /** Where an unfinished tree grows. */
  readonly partial: string
  /** The finished tree of before, for the moment in which a new one takes its place. */
  readonly previous: string
  readonly pidFile: string
}

/** What a finished tree holds. */
export interface Marker {
  readonly format: 1
  readonly kind: 'git' | 'proxy'
  /** The address it came from, without password. */
  readonly from: string
  readonly repository: string
  readonly tag: string
  /** Undefined where nothing vouches for the commit (a module proxy without checksums in the config). */
  readonly commit: string | undefined
  /** Folders that are there. */
  readonly cone: Cone
  /** Requests that are known to be satisfied, as `requestKey` writes them. */
  readonly satisfied: readonly string[]
  readonly topLevel: readonly string[]
}

/** `WAYMARK_CACHE`, or this user's cache folder for Waymark. */
export function defaultCacheRoot(env: NodeJS.ProcessEnv): string {
  return env['WAYMARK_CACHE'] || envPaths('waymark', { suffix: '' }).cache
}

/** The folder of a repository inside the cache: readable, and unique by a hash of the whole address. */
export function repositoryHome(repository: string, cacheRoot: string): string {
  const slug = repository
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-48)
    .toLowerCase()
  return join(cacheRoot, 'source', `${slug}-${createHash('sha256').update(repository).digest('hex').slice(0, 10)}`)
}

/** The entry of a pinned commit. Module proxies fill one of their own: their tree has another shape. */
export function cacheEntry(config: RepositoryConfig, cacheRoot: string, kind: 'git' | 'proxy'): CacheEntry {
  const home = repositoryHome(config.repository, cacheRoot)
  const tree = join(home, kind === 'git' ? config.commit : `${config.commit}.module`)
  return {
    home,
    tree,
    marker: `${tree}.json`,
    partial: `${tree}.partial`,
    previous: `${tree}.previous`,
    pidFile: `${tree}.pid`,
  }
}

/** What the finished tree holds; undefined when there is none. */
export async function readMarker(entry: CacheEntry): Promise<Marker | undefined> {
  try {
    const marker = JSON.parse(await readFile(entry.marker, 'utf8')) as Omit<Marker, 'format'> & { format: number }
    await access(entry.tree)
    return marker.format === 1 ? { ...marker, format: 1 } : undefined
  } catch {
    return undefined
  }
}

/** Replaces the marker in one step. */
export async function writeMarker(entry: CacheEntry, marker: Marker): Promise<void> {
  await writeFileAtomic(entry.marker, `${JSON.stringify(marker, undefined, 1)}\n`)
}

/**
 * Puts the finished partial tree in its place. The copy of before is moved aside first and comes back (see
 * `restorePrevious`) if the run is killed between the two renames.
 */
export async function publish(entry: CacheEntry, marker: Marker): Promise<void> {
  await rm(entry.previous, { recursive: true, force: true })
  await rename(entry.tree, entry.previous).catch(ignoreMissing)
  await rename(entry.partial, entry.tree)
  await writeMarker(entry, marker)
  await rm(entry.previous, { recursive: true, force: true })
}

/** Undoes a publication that was killed half-way. Under the lock only. */
export async function restorePrevious(entry: CacheEntry): Promise<void> {
  const there = await access(entry.tree).then(() => true, () => false)
  if (!there) await rename(entry.previous, entry.tree).catch(ignoreMissing)
  else await rm(entry.previous, { recursive: true, force: true })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
