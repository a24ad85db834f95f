import { resolve } from 'node:path'
import type { RepositoryConfig, WalkthroughConfig } from '../config/index.ts'
import { WaymarkError, type Progress } from '../report/index.ts'
import { cacheEntry, defaultCacheRoot, readMarker, type Marker } from './cache.ts'
import { isWhole } from './cone.ts'
import { cacheUnwritable, moduleUnconfigured, noOriginWorked, noSpace, offlineNothing } from './diagnostics.ts'
import { openFolder } from './folder/open-folder.ts'
import { originsOf, type Origin } from './origin.ts'
import { requestKey, type Obtain } from './request.ts'
import type { SourceTree } from './source-tree.ts'
import type { Needs, WidenFunction } from './widen.ts'

/** How a source is to be got; the edges (environment, progress, signal) are handed in. */
export interface SourceOptions {
  /** `--source` / `WAYMARK_SOURCE`: stands instead of the config's addresses; see `readOrigin` for its forms. */
  readonly override?: string | undefined
  /** Use only what is on this machine. */
  readonly offline?: boolean | undefined
  /** Fetch again, keeping the copy of before until the new one is whole. */
  readonly refresh?: boolean | undefined
  /** Default: `WAYMARK_CACHE`, or the user's cache folder. */
  readonly cacheRoot?: string | undefined
  /** What relative folders (the config's, an override's) are relative to. */
  readonly projectRoot: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
  /** Chooses the further folders; by default those that the packages import (see `closure`). */
  readonly widen?: WidenFunction | undefined
  /** How far the default goes: the packages' own imports (default), or the imports of those too, and so on. */
  readonly closure?: 'direct' | 'transitive' | undefined
  /** Finds what is wanted beyond that closure; the folders of it are added in as few batches as it takes. */
  readonly needs?: Needs | undefined
  /** After how many milliseconds without a sign of life another run's lock counts as abandoned. Default 10,000. */
  readonly lockStaleMs?: number | undefined
}

/**
 * The walkthrough's source tree, fetched where it is not there yet.
 *
 * Nothing is asked of any server, and no git is run, when the cache holds what is needed. Otherwise origins are tried in
 * order until one gives the pinned tree. A walkthrough over a folder of this project is that folder: it needs none of
 * this, and an override does not concern it.
 *
 * @throws WaymarkError with one diagnostic; when several origins fail it lists each one's reason. A good copy of before stays.
 */
export async function getSource(walkthrough: WalkthroughConfig, options: SourceOptions): Promise<SourceTree> {
  const { source, packages, id } = walkthrough
  if ('folder' in source) return bundled(source.folder, walkthrough, options)
  const origins = originsOf(source, { override: options.override, env: options.env, base: options.projectRoot })
  const context = contextOf(walkthrough, source, options)
  if (!options.refresh) {
    const whole = await findCached(origins, context, true)
    if (whole !== undefined) return whole
  }
  if (options.offline) {
    const there = (await findCached(origins, context, false)) ?? (await findFolder(origins, source, packages, options))
    if (there === undefined) throw offlineNothing(id, cacheEntry(source, context.cacheRoot, 'git').home)
    options.progress.say('Offline: some folders that the packages import may be missing.')
    return there
  }
  return tryEach(origins, context)
}

/**
 * The walkthrough's source tree if it is on this machine, as far as it is there; never asks the network.
 *
 * @throws WaymarkError when an override names a folder that cannot be used, or no origin at all.
 */
export async function findSource(walkthrough: WalkthroughConfig, options: SourceOptions): Promise<SourceTree | undefined> {
  const { source, packages } = walkthrough
  if ('folder' in source) return bundled(source.folder, walkthrough, options)
  const origins = originsOf(source, { override: options.override, env: options.env, base: options.projectRoot })
  const context = contextOf(walkthrough, source, options)
  return (await findCached(origins, context, false)) ?? findFolder(origins, source, packages, options)
}

function contextOf(walkthrough: WalkthroughConfig, config: RepositoryConfig, options: SourceOptions): Obtain {
  const { env, progress, signal, widen, needs, closure = 'direct', refresh = false, lockStaleMs } = options
  const cacheRoot = options.cacheRoot ?? defaultCacheRoot(env)
  return { id: walkthrough.id, config, packages: walkthrough.packages, cacheRoot, env, progress, signal, widen, needs, closure, refresh, lockStaleMs }
}

async function bundled(folder: string, { packages }: WalkthroughConfig, { projectRoot }: SourceOptions): Promise<SourceTree> {
  const tree = await openFolder(resolve(projectRoot, folder), undefined, packages)
  return { ...tree, commit: undefined, repository: undefined, pinned: true }
}

/** A finished copy of a kind that the origins may give. `satisfying`: only when it holds all that is asked for. */
async function findCached(origins: readonly Origin[], context: Obtain, satisfying: boolean): Promise<SourceTree | undefined> {
  const [first] = origins
  if (first?.kind === 'folder') return undefined
  const kinds = new Set(origins.map(({ kind }) => kind).filter((kind) => kind !== 'folder'))
  for (const kind of kinds) {
    const entry = cacheEntry(context.config, context.cacheRoot, kind)
    const marker = await readMarker(entry)
    if (marker === undefined) continue
    const key = requestKey(context, kind)
    const holds = marker.satisfied.includes(key) || (kind === 'git' && isWhole(marker.cone))
    if (!satisfying || (holds && context.widen === undefined)) return treeFrom(marker, entry.tree, context.config)
  }
  return undefined
}

async function findFolder(
  origins: readonly Origin[],
  config: RepositoryConfig,
  packages: readonly string[],
  { override }: SourceOptions,
): Promise<SourceTree | undefined> {
  for (const origin of origins) {
    if (origin.kind !== 'folder') continue
    try {
      return await openFolder(origin.path, config, packages)
    } catch (error) {
      if (override !== undefined || !(error instanceof WaymarkError)) throw error
    }
  }
  return undefined
}

/** Failures that the next origin would meet as well. */
const FINAL = new Set(['no-space', 'cache-unwritable', 'lock-lost', 'tag-invalid'])

async function tryEach(origins: readonly Origin[], context: Obtain): Promise<SourceTree> {
  const attempts: { origin: string; error: WaymarkError }[] = []
  for (const origin of origins) {
    const [last] = attempts.slice(-1)
    if (last !== undefined) context.progress.say(`${last.error.diagnostics[0]?.message ?? last.error.message} Trying ${origin.name}.`)
    try {
      return await obtain(origin, context)
    } catch (thrown) {
      const error = asWaymarkError(thrown, context)
      if (error.diagnostics.some(({ code }) => FINAL.has(code))) throw error
      attempts.push({ origin: origin.name, error })
    }
  }
  throw noOriginWorked(context.config.tag, attempts)
}

async function obtain(origin: Origin, context: Obtain): Promise<SourceTree> {
  if (origin.kind === 'folder') return openFolder(origin.path, context.config, context.packages)
  if (origin.kind === 'proxy' && context.config.module === undefined) throw moduleUnconfigured(context.id)
  // Loaded only here: git, archives and network clients take longer to load than an unchanged tree takes to answer.
  const marker =
    origin.kind === 'git'
      ? await (await import('./git/from-git.ts')).fromGit(origin, context)
      : await (await import('./proxy/from-proxy.ts')).fromProxy(origin, context)
  return treeFrom(marker, cacheEntry(context.config, context.cacheRoot, origin.kind).tree, context.config)
}

/** Failures of the disk are told as such; anything else that is not expected stays what it is. */
function asWaymarkError(thrown: unknown, { cacheRoot }: Obtain): WaymarkError {
  if (thrown instanceof WaymarkError) return thrown
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace(cacheRoot)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return cacheUnwritable(cacheRoot, code)
  throw thrown
}

function treeFrom(marker: Marker, root: string, config: RepositoryConfig): SourceTree {
  return {
    root,
    repository: config.repository,
    tag: config.tag,
    commit: marker.commit,
    origin: { kind: marker.kind, url: marker.from },
    pinned: marker.commit === config.commit,
    topLevel: marker.topLevel,
  }
}
