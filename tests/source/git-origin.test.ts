import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSource, getSource } from '../../src/source/index.ts'
import { serveGit, type GitServer } from '../../scripts/bench/serve-git.ts'
import { needHttpBackend } from './support/need-http-backend.ts'
import { git, listeningProgress, makeRepository, optionsFor, scratch, walkthroughOf, write, type Sample } from './support/sample-repository.ts'

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

const files = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !name.startsWith('.git/'))
    .sort()

const fsck = (root: string): string =>
  execFileSync('git', ['-C', root, '-c', 'safe.directory=*', 'fsck', '--no-dangling'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

describe('a git repository over http', () => {
  it('brings the packages and, in one batch, what they import inside the repository', async () => {
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    const tree = await getSource(walkthrough, optionsFor(folder.path))
    expect(tree).toMatchObject({
      repository: server.url,
      tag: 'v1.0.0',
      commit: sample.commit,
      pinned: true,
      origin: { kind: 'git', url: server.url },
      topLevel: ['cmd', 'docs', 'pkg', 'staging', 'vendor'],
    })
    expect(files(tree.root)).toEqual([
      'README.md',
      'cmd/server/app/app.go',
      'cmd/server/app/testdata/data.txt',
      'cmd/server/main.go',
      'go.mod',
      'pkg/options/options.go',
      'pkg/options/options_test.go',
      'staging/src/example.org/lib/go.mod',
      'staging/src/example.org/lib/used/used.go',
      'vendor/example.org/dep/flag/flag.go',
      'vendor/example.org/lib',
    ])
    expect(lstatSync(join(tree.root, 'vendor/example.org/lib')).isFile()).toBe(true)
    expect(fsck(tree.root)).toBe('')
    // Negotiation and objects: once for the trees, once for the packages, once for what they import.
    expect(server.requests.filter((request) => request.startsWith('POST')).length).toBeLessThanOrEqual(6)
  })

  it('follows imports further when asked to', async () => {
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    const tree = await getSource(walkthrough, optionsFor(folder.path, { closure: 'transitive' }))
    expect(existsSync(join(tree.root, 'pkg/deeper/deeper.go'))).toBe(true)
    expect(existsSync(join(tree.root, 'pkg/unused'))).toBe(false)
  })

  it('asks the injected function which folders to add', async () => {
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    const seen: string[] = []
    const tree = await getSource(walkthrough, optionsFor(folder.path, {
      widen: async ({ root }) => {
        seen.push(...files(root).filter((name) => name.startsWith('cmd/')))
        return ['docs/...']
      },
    }))
    expect(seen).toContain('cmd/server/main.go')
    expect(existsSync(join(tree.root, 'docs/guide.md'))).toBe(true)
    expect(existsSync(join(tree.root, 'pkg'))).toBe(false)
  })

  it('asks nothing of the server the second time, and widens the copy when more is wanted', async () => {
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    const first = await getSource(walkthrough, optionsFor(folder.path))
    const count = server.requests.length
    const second = await getSource(walkthrough, optionsFor(folder.path))
    expect(second).toEqual(first)
    expect(await findSource(walkthrough, optionsFor(folder.path))).toEqual(first)
    expect(await getSource(walkthrough, optionsFor(folder.path, { offline: true }))).toEqual(first)
    expect(server.requests.length).toBe(count)

    const more = { ...walkthrough, packages: [...walkthrough.packages, 'docs'] }
    const third = await getSource(more, optionsFor(folder.path))
    expect(third.root).toBe(first.root)
    expect(existsSync(join(third.root, 'docs/guide.md'))).toBe(true)
    expect(server.requests.length).toBeGreaterThan(count)
  })

  it('fetches only what differs for the next tag', async () => {
    await getSource(walkthroughOf({ repository: server.url, commit: sample.commit }), optionsFor(folder.path))
    write(sample.root, { 'pkg/options/options.go': 'package options\n\nfunc New() string { return "new" }\n' })
    git(sample.root, 'commit', '-q', '-am', 'two')
    git(sample.root, 'tag', 'v1.1.0')
    const commit = git(sample.root, 'rev-parse', 'HEAD')
    const fresh = server.bytes
    server.bytes = 0
    const tree = await getSource(walkthroughOf({ repository: server.url, tag: 'v1.1.0', commit }), optionsFor(folder.path))
    expect(tree.commit).toBe(commit)
    expect(files(tree.root)).toContain('pkg/options/options.go')
    expect(server.bytes).toBeLessThan(fresh)
    expect(fsck(tree.root)).toBe('')
  })

  it('takes the whole tree, and says so, from a server without filters', async () => {
    const plain = makeRepository(join(folder.path, 'plain'), { filter: false })
    const other = await serveGit(plain.root)
    try {
      const progress = listeningProgress()
      const tree = await getSource(walkthroughOf({ repository: other.url, commit: plain.commit }), optionsFor(folder.path, { progress }))
      expect(files(tree.root)).toContain('pkg/options/options.go')
      expect(progress.said.join('\n')).toContain('knows no filters')
    } finally {
      await other.close()
    }
  })

  it('fetches everything where an old protocol refuses single files later', async () => {
    git(sample.root, 'config', 'uploadpack.allowAnySHA1InWant', 'false')
    const old = await serveGit(sample.root, { protocol: 0 })
    try {
      const progress = listeningProgress()
      const tree = await getSource(walkthroughOf({ repository: old.url, commit: sample.commit }), optionsFor(folder.path, { progress }))
      expect(files(tree.root)).toContain('pkg/options/options.go')
      expect(progress.said.join('\n')).toContain('does not send single files later')
      expect(fsck(tree.root)).toBe('')
    } finally {
      await old.close()
    }
  })

  it('works over file://, too', async () => {
    const url = `file://${sample.root}`
    const tree = await getSource(walkthroughOf({ repository: url, commit: sample.commit }), optionsFor(folder.path))
    expect(files(tree.root)).toContain('pkg/options/options.go')
  })
})
