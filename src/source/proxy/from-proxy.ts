import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WaymarkError } from '../../report/index.ts'
import { cacheEntry, publish, readMarker, restorePrevious, type Marker } from '../cache.ts'
import { checksumMismatch, notGo } from '../diagnostics.ts'
import { looksLikeGo } from '../folder/looks-like-go.ts'
import { withoutPassword, type Origin } from '../origin.ts'
import { requestKey, type Obtain } from '../request.ts'
import { withLock } from '../with-lock.ts'
import { download } from './download.ts'
import { escapePath } from './escape-path.ts'
import type { ProxyList } from './parse-goproxy.ts'
import { placeRequired, type RequiredModule } from './required-modules.ts'
import { unpackModule } from './unpack-module.ts'

type ProxyOrigin = Extract<Origin, { kind: 'proxy' }>

/** One module to place: `directory` is `''` for the main one. */
interface Wanted {
  readonly path: string
  readonly version: string
  readonly directory: string
  readonly sum: string | undefined
}

/**
 * Assembles the tree from Go modules: the main one at the root, and each staging module in the folder it has in the
 * repository (a module zip holds no nested modules, and no `vendor/`). Modules of others that resolving needs come into
 * `vendor/`, where `go.sum` has their checksum and a proxy has them.
 *
 * A zip is checked against the `h1:` checksum of the config, or else of the main module's `go.sum`. One that neither lists
 * is used and said to be unchecked. The commit is vouched for only when the config has every checksum.
 *
 * @throws WaymarkError; nothing of a module that failed its check is kept.
 */
export async function fromProxy(origin: ProxyOrigin, context: Obtain): Promise<Marker> {
  const { config, cacheRoot, progress, packages } = context
  const entry = cacheEntry(config, cacheRoot, 'proxy')
  const main = config.module
  if (main === undefined) throw new TypeError('a module proxy was asked for a source without a module')
  const wanted: Wanted[] = [
    { path: main.path, version: main.version, directory: '', sum: main.sum },
    ...main.staging.map(({ path, version, directory, sum }) => ({ path, version, directory, sum })),
  ]
  return withLock(entry.home, { progress, signal: context.signal, staleMs: context.lockStaleMs }, async (signal) => {
    await restorePrevious(entry)
    const before = await readMarker(entry)
    const key = requestKey(context, 'proxy')
    if (before?.satisfied.includes(key) && !context.refresh) return before
    await rm(entry.partial, { recursive: true, force: true })
    await mkdir(entry.partial, { recursive: true })
    try {
      const unchecked: string[] = []
      for (const module of wanted) {
        const sum = module.sum ?? (await listedSum(entry.partial, module))
        if (sum === undefined) unchecked.push(`${module.path}@${module.version}`)
        await place(module, sum, origin.proxies, entry.partial, context, signal)
      }
      if (unchecked.length > 0) {
        progress.say(`Not checked, because neither the config nor go.sum has a checksum: ${unchecked.join(', ')}.`)
      }
      if (!(await looksLikeGo(entry.partial, packages))) throw notGo(origin.name, packages)
      const topLevel = (await readdir(entry.partial, { withFileTypes: true })).filter((item) => item.isDirectory()).map(({ name }) => name).sort()
      if (context.needs !== undefined) {
        const lacking: string[] = []
        await placeRequired(entry.partial, packages, context.needs, async (module) => {
          if (!(await placeVendored(module, origin.proxies, entry.partial, context, signal))) lacking.push(`${module.path}@${module.version}`)
        })
        if (lacking.length > 0) progress.say(`Left out, so that names of theirs lead to pkg.go.dev: ${lacking.sort().join(', ')}.`)
      }
      const marker: Marker = {
        format: 1, kind: 'proxy', from: origin.name, repository: config.repository, tag: config.tag,
        commit: wanted.every(({ sum }) => sum !== undefined) ? config.commit : undefined,
        cone: ['...'], satisfied: [key], topLevel,
      }
      await publish(entry, marker)
      return marker
    } finally {
      await rm(entry.partial, { recursive: true, force: true })
    }
  })
}

/** Places a module of somebody else's in `vendor/`. False when nothing vouches for it, or no proxy has it. */
async function placeVendored({ name, path, version }: RequiredModule, proxies: ProxyList, root: string, context: Obtain, signal: AbortSignal): Promise<boolean> {
  const module = { path, version, directory: `vendor/${name}`, sum: undefined }
  const sum = await listedSum(root, module)
  if (sum === undefined) return false
  try {
    await place(module, sum, proxies, root, context, signal)
    return true
  } catch (error) {
    if (error instanceof WaymarkError && error.diagnostics.every(({ code }) => code === 'module-missing')) return false
    throw error
  }
}

async function place(
  module: Wanted,
  sum: string | undefined,
  proxies: ProxyList,
  root: string,
  { env, progress }: Obtain,
  signal: AbortSignal,
): Promise<void> {
  const what = `${module.path}@${module.version}`
  const zip = `${root}.zip`
  const folder = join(root, ...module.directory.split('/'))
  progress.stage(`Fetching ${what}`)
  try {
    const from = await firstThatHas(proxies, async (url) => {
      await download(`${url}/${escapePath(module.path)}/@v/${escapePath(module.version)}.zip`, zip, { env, progress, signal, what })
      return withoutPassword(url)
    })
    const found = await unpackModule(zip, folder, what)
    if (sum !== undefined && sum !== found) throw checksumMismatch(what, from, sum, found)
  } finally {
    await rm(zip, { force: true })
  }
}

/** Asks proxies in order; after a comma only a missing module leads on, after a pipe any failure does. */
async function firstThatHas<T>(proxies: ProxyList, ask: (url: string) => Promise<T>): Promise<T> {
  let last: unknown
  for (const { url, next } of proxies) {
    try {
      return await ask(url)
    } catch (error) {
      if (!(error instanceof WaymarkError)) throw error
      last = error
      if (next === 'missing' && !error.diagnostics.some(({ code }) => code === 'module-missing')) break
    }
  }
  throw last
}

/** What the main module's `go.sum` says of another module's zip; undefined before the main module is there. */
async function listedSum(root: string, { path, version }: Wanted): Promise<string | undefined> {
  const text = await readFile(join(root, 'go.sum'), 'utf8').catch(() => '')
  const line = text.split(/\r?\n/).find((candidate) => candidate.startsWith(`${path} ${version} h1:`))
  return line?.slice(path.length + version.length + 2).trim()
}
