import { access, cp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WaymarkError } from '../../report/index.ts'
import { cacheEntry, publish, readMarker, restorePrevious, writeMarker, type CacheEntry, type Marker } from '../cache.ts'
import { coneHolds, isWhole, normaliseCone, type Cone } from '../cone.ts'
import { notGo } from '../diagnostics.ts'
import { looksLikeGo } from '../folder/looks-like-go.ts'
import type { Origin } from '../origin.ts'
import { requestKey, type Obtain } from '../request.ts'
import { foldersOf, importedFolders } from '../widen.ts'
import { withLock } from '../with-lock.ts'
import { fetchTree, listFolders, widenTree, type FetchRequest, type Fetched } from './fetch-tree.ts'
import { openGit } from './git.ts'
import { waitForOrphan } from './recover.ts'

type GitOrigin = Extract<Origin, { kind: 'git' }>

/**
 * Gets the pinned commit from a git repository into the cache, or widens the copy that is there.
 *
 * A new copy grows beside the finished one and takes its place when it is whole.
 *
 * @throws WaymarkError; whatever was finished before stays finished.
 */
export async function fromGit(origin: GitOrigin, context: Obtain): Promise<Marker> {
  const { config, cacheRoot, progress, env } = context
  const entry = cacheEntry(config, cacheRoot, 'git')
  return withLock(entry.home, { progress, signal: context.signal, staleMs: context.lockStaleMs }, async (signal) => {
    await waitForOrphan(entry.pidFile, progress)
    await restorePrevious(entry)
    const before = await readMarker(entry)
    const key = requestKey(context, 'git')
    if (before !== undefined && !context.refresh && context.widen === undefined && before.satisfied.includes(key)) return before
    const git = await openGit({ env, url: origin.url, pidFile: entry.pidFile, signal })
    const request = (folder: string, cone: Cone): FetchRequest => ({
      git, folder, cone, url: origin.url, name: origin.name, tag: config.tag, commit: config.commit, progress,
    })
    if (before !== undefined && !context.refresh) {
      const listed = { ...(await listFolders(git, entry.tree, origin.name)), sparse: !isWhole(before.cone) }
      const wanted = normaliseCone([...before.cone, ...context.packages])
      if (!coneHolds(before.cone, wanted)) await widenTree(request(entry.tree, wanted))
      const cone = await widenFully(context, request, entry.tree, wanted, listed)
      const marker = { ...before, cone, satisfied: [...new Set([...before.satisfied, key])] }
      await writeMarker(entry, marker)
      return marker
    }
    return afresh(origin, context, entry, before, request)
  })
}

async function afresh(
  origin: GitOrigin,
  context: Obtain,
  entry: CacheEntry,
  before: Marker | undefined,
  request: (folder: string, cone: Cone) => FetchRequest,
): Promise<Marker> {
  const { config, packages } = context
  if (context.refresh) await rm(entry.partial, { recursive: true, force: true })
  else if (before === undefined) await adoptUnfinished(entry)
  const start = normaliseCone([...packages, ...(before?.cone ?? [])])
  const fetched = await fetchOrBeginAgain(request(entry.partial, start))
  if (!(await looksLikeGo(entry.partial, packages))) {
    await rm(entry.partial, { recursive: true, force: true })
    throw notGo(origin.name, packages)
  }
  const cone = await widenFully(context, request, entry.partial, fetched.sparse ? start : ['...'], fetched)
  const satisfied = [...new Set([...(before?.satisfied ?? []), requestKey(context, 'git')])]
  const marker: Marker = {
    format: 1, kind: 'git', from: origin.name, repository: config.repository, tag: config.tag, commit: config.commit,
    cone, satisfied, topLevel: fetched.topLevel,
  }
  await publish(entry, marker)
  return marker
}

/** What a run left behind that was killed; or else the objects of another tag, so that only what differs is fetched. */
async function adoptUnfinished(entry: CacheEntry): Promise<void> {
  const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false)
  if (await exists(join(entry.partial, '.git'))) return
  await rm(entry.partial, { recursive: true, force: true })
  if (await exists(entry.tree)) return rename(entry.tree, entry.partial)
  const seed = `${entry.partial}.seed`
  await rm(seed, { recursive: true, force: true })
  for (const name of await readdir(entry.home)) {
    const marker = /^[0-9a-f]{40}\.json$/.test(name)
    const other = join(entry.home, name.slice(0, 40), '.git')
    if (!marker || !(await exists(other))) continue
    await cp(other, join(seed, '.git'), { recursive: true })
    await rm(join(seed, '.git', 'index'), { force: true })
    return rename(seed, entry.partial)
  }
}

/** A repository that a killed run left in a state git cannot use is thrown away once, and begun again. */
async function fetchOrBeginAgain(request: FetchRequest): Promise<Fetched> {
  try {
    return await fetchTree(request)
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error
    const codes = error.diagnostics.map(({ code }) => code)
    const unusable = codes.includes('git-failed')
    if (unusable || codes.includes('commit-mismatch') || codes.includes('tag-unknown')) {
      await rm(request.folder, { recursive: true, force: true })
    }
    if (!unusable) throw error
    return fetchTree(request)
  }
}

/**
 * Widens until nothing is missing: one batch for direct imports, one a level for transitive ones, and then one each time
 * that `needs` names something new.
 */
async function widenFully(
  context: Obtain,
  request: (folder: string, cone: Cone) => FetchRequest,
  folder: string,
  start: Cone,
  fetched: Pick<Fetched, 'folders' | 'topLevel' | 'sparse'>,
): Promise<Cone> {
  if (!fetched.sparse) return start
  const { config, widen, needs, closure, packages } = context
  const exists = (path: string): boolean => fetched.folders.has(path)
  const tree = {
    root: folder, repository: config.repository, tag: config.tag, commit: config.commit, pinned: true,
    origin: { kind: 'git' as const, url: config.repository }, topLevel: fetched.topLevel,
  }
  let cone = start
  const widenBy = async (more: readonly string[]): Promise<boolean> => {
    const next = normaliseCone([...cone, ...more])
    if (coneHolds(cone, next)) return false
    await widenTree(request(folder, next))
    cone = next
    return true
  }
  let scan = packages
  for (;;) {
    const before = cone
    const more = widen === undefined ? await importedFolders(folder, scan, exists) : await widen(tree)
    if (!(await widenBy(more)) || widen !== undefined || closure === 'direct') break
    scan = more.filter((path) => !before.includes(path))
  }
  while (needs !== undefined) {
    context.progress.stage('Looking for what else the code needs')
    if (!(await widenBy(await foldersOf(folder, await needs.missing(folder, packages), exists)))) break
  }
  return cone
}
