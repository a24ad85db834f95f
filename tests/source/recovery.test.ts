import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cleanCache, getSource } from '../../src/source/index.ts'
import { serveGit, type GitServer } from '../../scripts/bench/serve-git.ts'
import { needHttpBackend } from './support/need-http-backend.ts'
import { git, makeRepository, optionsFor, scratch, walkthroughOf, type Sample } from './support/sample-repository.ts'

const CHILD = fileURLToPath(new URL('./support/get-source-child.ts', import.meta.url))

let folder: ReturnType<typeof scratch>
let sample: Sample
let server: GitServer

beforeEach(async (context) => {
  needHttpBackend(context)
  folder = scratch()
  sample = makeRepository(join(folder.path, 'upstream'))
  server = await serveGit(sample.root)
})

afterEach(async () => {
  await server.close()
  folder.dispose()
})

const walkthrough = (): ReturnType<typeof walkthroughOf> => walkthroughOf({ repository: server.url, commit: sample.commit })

/** Another process that gets the same source. `pathPrefix` puts a folder before the others on its PATH. */
function start(pathPrefix?: string, wanted?: readonly string[]): ChildProcess {
  const { env: own, cacheRoot, projectRoot } = optionsFor(folder.path)
  const PATH = pathPrefix === undefined ? own['PATH'] : `${pathPrefix}:${own['PATH']}`
  const options = { cacheRoot, projectRoot, env: { ...own, PATH } }
  return spawn(process.execPath, [CHILD], {
    env: { ...process.env, PATH, WAYMARK_TEST: JSON.stringify({ walkthrough: walkthrough(), options, wanted }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly out: string }> {
  let out = ''
  child.stdout?.on('data', (piece: Buffer) => (out += piece.toString()))
  child.stderr?.on('data', (piece: Buffer) => (out += piece.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
}

/** Makes the lock of a killed run as old as it would be some time later. */
async function timePasses(): Promise<void> {
  const source = join(folder.path, 'cache/source')
  const locks = readdirSync(source).map((home) => join(source, home, 'lock')).filter((lock) => existsSync(lock))
  expect(locks).toHaveLength(1)
  for (const lock of locks) utimesSync(lock, new Date(0), new Date(0))
}

function expectWhole(root: string): void {
  for (const file of ['go.mod', 'cmd/server/main.go', 'pkg/options/options.go', 'vendor/example.org/dep/flag/flag.go']) {
    expect(existsSync(join(root, file)), file).toBe(true)
  }
  expect(execFileSync('git', ['-C', root, 'fsck', '--no-dangling'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe('')
  expect(readdirSync(join(root, '.git'), { recursive: true }).filter((name) => /\.lock$|tmp_/.test(String(name)))).toEqual([])
}

/**
 * A git that kills its caller's process when it is called for the n-th time: before it does its work (`early`), or while the real
 * one is left behind, working (`orphan`).
 */
function deadlyGit(nth: number, how: 'early' | 'orphan'): string {
  const bin = join(folder.path, `bin-${how}-${nth}`)
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  mkdirSync(bin)
  const count = join(bin, 'count')
  writeFileSync(
    join(bin, 'git'),
    `#!/bin/sh\necho x >> '${count}'\nif [ "$(wc -l < '${count}')" -eq ${nth} ]; then\n  kill -9 $PPID\n  ${how === 'early' ? 'exit 1' : ':'}\nfi\nexec '${real}' "$@"\n`,
  )
  chmodSync(join(bin, 'git'), 0o755)
  return bin
}

describe('a run that is killed', () => {
  it.runIf(process.platform !== 'win32').each(
    [4, 5, 8, 10, 11].flatMap((nth) => [{ nth, how: 'early' as const }, { nth, how: 'orphan' as const }]),
  )('at git call $nth ($how) is finished by the next one', { timeout: 60_000 }, async ({ nth, how }) => {
    await finished(start(deadlyGit(nth, how)))
    await timePasses()
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    expectWhole(tree.root)
  })

  it.each([1, 3, 5])('at request %i is finished by the next one', { timeout: 60_000 }, async (nth) => {
    const child = start()
    server.onRequest = (count) => {
      if (count === nth) child.kill('SIGKILL')
    }
    await finished(child)
    server.onRequest = undefined
    await timePasses()
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    expectWhole(tree.root)
  })

  it.each([1, 2])('at request %i for what the code needs is finished by the next one', { timeout: 60_000 }, async (nth) => {
    await getSource(walkthrough(), optionsFor(folder.path))
    const before = server.requests.length
    const wanted = ['example.org/big/pkg/deeper']
    const child = start(undefined, wanted)
    server.onRequest = (count) => {
      if (count === before + nth) child.kill('SIGKILL')
    }
    expect((await finished(child)).code).toBe(null)
    server.onRequest = undefined
    await timePasses()
    const tree = await getSource(walkthrough(), optionsFor(folder.path, { needs: { key: 'wanted', missing: () => Promise.resolve(wanted) } }))
    expectWhole(tree.root)
    expect(existsSync(join(tree.root, 'pkg/deeper/deeper.go'))).toBe(true)
  })

  it('leaves lock files and half packs that do not disturb', { timeout: 60_000 }, async () => {
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    for (const name of ['index.lock', 'shallow.lock', 'config.lock', 'objects/pack/tmp_pack_x', 'info/sparse-checkout.lock']) {
      writeFileSync(join(tree.root, '.git', name), '')
    }
    const more = { ...walkthrough(), packages: [...walkthrough().packages, 'docs'] }
    await getSource(more, optionsFor(folder.path))
    expectWhole(tree.root)
    expect(existsSync(join(tree.root, 'docs/guide.md'))).toBe(true)
  })

  it('between the two renames of a refresh gets its copy of before back', async () => {
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    execFileSync('mv', [tree.root, `${tree.root}.previous`])
    const count = server.requests.length
    const again = await getSource(walkthrough(), optionsFor(folder.path))
    expectWhole(again.root)
    expect(server.requests.length).toBe(count)
  })
})

describe('two runs at once', () => {
  it('wait for each other and both end with the whole tree', { timeout: 60_000 }, async () => {
    const others: ChildProcess[] = []
    const told = (child: ChildProcess): Promise<void> =>
      new Promise((resolve) => child.stderr?.on('data', (text: Buffer) => text.toString().includes('waiting for it') && resolve()))
    // The first one gets no answer before the others have met its lock.
    const met = new Promise<void>((resolve) => {
      server.onRequest = (count) => {
        if (count === 1) {
          others.push(start(), start())
          void Promise.all(others.map(told)).then(() => resolve())
        }
        return met
      }
    })
    const first = finished(start())
    await met
    const runs = await Promise.all([first, ...others.map(finished)])
    expect(runs.map(({ code, out }) => ({ code, out: code === 0 ? '' : out }))).toEqual([1, 2, 3].map(() => ({ code: 0, out: '' })))
    const roots = runs.map(({ out }) => (JSON.parse(out.trim().split('\n').at(-1) ?? '') as { root: string }).root)
    expect(new Set(roots).size).toBe(1)
    expectWhole(roots[0] ?? '')
  })
})

describe('a refresh', () => {
  it('fetches again, with everything that was there before', async () => {
    const more = { ...walkthrough(), packages: [...walkthrough().packages, 'docs'] }
    await getSource(more, optionsFor(folder.path))
    const count = server.requests.length
    const tree = await getSource(walkthrough(), optionsFor(folder.path, { refresh: true }))
    expect(server.requests.length).toBeGreaterThan(count)
    expectWhole(tree.root)
    expect(existsSync(join(tree.root, 'docs/guide.md'))).toBe(true)
  })

  it('that fails leaves the copy of before', async () => {
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    git(sample.root, 'tag', '-d', 'v1.0.0')
    await expect(getSource(walkthrough(), optionsFor(folder.path, { refresh: true }))).rejects.toMatchObject({
      diagnostics: [{ code: 'tag-unknown' }],
    })
    expect(await getSource(walkthrough(), optionsFor(folder.path))).toEqual(tree)
    expectWhole(tree.root)
  })
})

describe('cleaning', () => {
  it("removes this commit's copies and no other's", async () => {
    const tree = await getSource(walkthrough(), optionsFor(folder.path))
    const other = makeRepository(join(folder.path, 'other'))
    const kept = await getSource(walkthroughOf({ repository: `file://${other.root}`, commit: other.commit }), optionsFor(folder.path))
    const { cacheRoot = '', progress } = optionsFor(folder.path)
    expect(await cleanCache(walkthrough(), { cacheRoot, progress })).toEqual([tree.root])
    expect(existsSync(tree.root)).toBe(false)
    expect(existsSync(`${tree.root}.json`)).toBe(false)
    expectWhole(kept.root)
    expect(await cleanCache(walkthrough(), { cacheRoot, progress })).toEqual([])
    rmSync(cacheRoot, { recursive: true })
    expect(await cleanCache(walkthrough(), { cacheRoot, progress })).toEqual([])
  })

  it('keeps no password in what it stores', async () => {
    const url = server.url.replace('http://', 'http://reader:secret@')
    const tree = await getSource(walkthrough(), optionsFor(folder.path, { override: url }))
    expect(JSON.stringify(tree)).not.toContain('secret')
    expect(readFileSync(`${tree.root}.json`, 'utf8')).not.toContain('secret')
    expect(readFileSync(join(tree.root, '.git/config'), 'utf8')).not.toContain('secret')
  })
})
