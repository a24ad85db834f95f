import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { getSource } from '../../src/source/index.ts'
import { serveGit } from './serve-git.ts'

/** Bytes a server sent and seconds it took. */
export interface Cost {
  readonly bytes: number
  readonly seconds: number
  readonly requests: number
}

/** What getting a source costs, against a plain shallow clone of the same repository from the same server. */
export interface CloneMeasurement {
  /** `git clone --depth 1`. */
  readonly plain: Cost
  /** The configured packages only. */
  readonly packages: Cost
  /** With what they import inside the repository, and what resolving their identifiers needs further. */
  readonly imports: Cost
  /** A second run with nothing changed. */
  readonly unchanged: Cost
}

/**
 * Serves the git repository `repository` locally and gets its `tag` in each way, each into a cache of its own.
 *
 * The walkthrough's packages are used; its repository, tag and commit are replaced. Ratios are `packages.bytes /
 * plain.bytes` and so on. Needs git's `http-backend`; asks no other server.
 */
export async function measureClone(repository: string, tag: string, walkthrough: WalkthroughConfig): Promise<CloneMeasurement> {
  if ('folder' in walkthrough.source) throw new TypeError(`${walkthrough.id} is read from a folder: there is nothing to clone`)
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-clone-'))
  const server = await serveGit(repository, { settings: { 'uploadpack.allowFilter': 'true', 'uploadpack.allowAnySHA1InWant': 'true' } })
  const measure = async (work: () => Promise<unknown>): Promise<Cost> => {
    server.bytes = 0
    const before = server.requests.length
    const start = performance.now()
    await work()
    return { bytes: server.bytes, seconds: (performance.now() - start) / 1000, requests: server.requests.length - before }
  }
  try {
    const commit = execFileSync('git', ['-c', 'safe.directory=*', '-C', repository, 'rev-parse', `${tag}^{commit}`], { encoding: 'utf8' }).trim()
    const local = { ...walkthrough, source: { ...walkthrough.source, module: undefined, repository: server.url, mirrors: [], tag, commit } }
    const options = (cache: string) => ({
      cacheRoot: join(scratch, cache),
      projectRoot: scratch,
      env: process.env,
      progress: silentProgress,
    })
    const needed = { ...options('imports'), needs: resolverNeeds }
    return {
      plain: await measure(() => execa('git', ['clone', '--quiet', '--depth=1', '--branch', tag, server.url, join(scratch, 'plain')])),
      packages: await measure(() => getSource(local, { ...options('packages'), widen: () => Promise.resolve([]) })),
      imports: await measure(() => getSource(local, needed)),
      unchanged: await measure(() => getSource(local, needed)),
    }
  } finally {
    await server.close()
    await rm(scratch, { recursive: true, force: true })
  }
}
