import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import pc from 'picocolors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveGit, type GitServer } from '../../scripts/bench/serve-git.ts'
import { formatDiagnostic, WaymarkError } from '../../src/report/index.ts'
import * as diagnostics from '../../src/source/diagnostics.ts'
import { classifyFailure } from '../../src/source/git/classify-failure.ts'
import { findSource, getSource, type SourceOptions } from '../../src/source/index.ts'
import { needHttpBackend } from './support/need-http-backend.ts'
import { git, listeningProgress, makeRepository, optionsFor, scratch, walkthroughOf, type Sample } from './support/sample-repository.ts'

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

const PIN = '1'.repeat(40)

/** What a person sees, with what differs from run to run replaced. */
function told(error: unknown): string {
  if (!(error instanceof WaymarkError)) throw error
  return error.diagnostics
    .map((diagnostic) => formatDiagnostic(diagnostic, pc.createColors(false)))
    .join('\n')
    .replaceAll(sample.commit, '<commit>')
    .replaceAll(folder.path, '<scratch>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://<server>')
    .replace(/(-git|-big)-[0-9a-f]{10}\b/g, '$1-<hash>')
    .replace(/127-0-0-1-\d+/g, '<server>')
    .replace(/port \d+( after \d+ ms)?/g, 'port <port>')
}

async function failure(source: Parameters<typeof walkthroughOf>[0], options: Partial<SourceOptions> = {}): Promise<string> {
  const error: unknown = await getSource(walkthroughOf(source), optionsFor(folder.path, options)).then(
    () => 'nothing failed',
    (reason: unknown) => reason,
  )
  return told(error)
}

describe('what a person is told', () => {
  it('when there is no git', async () => {
    const env = { ...optionsFor(folder.path).env, PATH: join(folder.path, 'nothing') }
    expect(await failure({ repository: server.url, commit: sample.commit }, { env })).toMatchSnapshot()
  })

  it('when the tag is unknown, with those that are like it', async () => {
    git(sample.root, 'tag', 'v1.0.1')
    expect(await failure({ repository: server.url, commit: sample.commit, tag: 'v1.0.9' })).toMatchSnapshot()
  })

  it('when the tag points at another commit: both are shown', async () => {
    expect(await failure({ repository: server.url, commit: PIN })).toMatchSnapshot()
  })

  it('when the host is not there', async () => {
    await server.close()
    const text = await failure({ repository: server.url, commit: sample.commit })
    expect(text).toContain('error[host-unreachable] http://<server>/repo.git cannot be reached.')
    expect(text).toContain('to mend:')
  })

  it('when the server has no such repository', async () => {
    const text = await failure({ repository: server.url.replace('repo.git', 'other.git'), commit: sample.commit })
    expect(text).toContain('error[repository-refused]')
  })

  it('when the repository holds no Go', async () => {
    const bare = makeRepository(join(folder.path, 'prose'), {
      extra: (root) => execFileSync('sh', ['-c', 'rm -r go.mod cmd pkg staging vendor'], { cwd: root }),
    })
    const repository = `file://${bare.root}`
    expect(await failure({ repository, commit: bare.commit })).toMatchSnapshot()
  })

  it('when every origin failed: each one with its reason', async () => {
    const text = await failure({ repository: server.url, commit: PIN, mirrors: [`file://${folder.path}/nowhere.git`, 'missing-folder'] })
    expect(text).toMatchSnapshot()
  })

  it('when offline and nothing is there', async () => {
    const source = { repository: 'https://example.org/big.git', commit: PIN }
    expect(await failure(source, { offline: true })).toMatchSnapshot()
    expect(await findSource(walkthroughOf(source), optionsFor(folder.path))).toBeUndefined()
  })

  it('when a proxy is asked for a walkthrough that names no module', async () => {
    expect(await failure({ repository: 'https://example.org/big.git', commit: PIN }, { override: 'goproxy+https://example.org' })).toMatchSnapshot()
  })

  it('when an override is nonsense', async () => {
    expect(await failure({ repository: server.url, commit: PIN }, { override: 'ext::sh -c x' })).toMatchSnapshot()
    expect(await failure({ repository: server.url, commit: PIN }, { override: 'goproxy+ftp://example.org' })).toMatchSnapshot()
    expect(await failure({ repository: server.url, commit: PIN }, { override: 'no/such folder' })).toMatchSnapshot()
  })

  it('when the disk is full, as git tells it', async () => {
    const bin = join(folder.path, 'bin')
    mkdirSync(bin)
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    writeFileSync(
      join(bin, 'git'),
      `#!/bin/sh\ncase " $* " in *" fetch "*) echo 'fatal: write error: No space left on device' >&2; echo 'fatal: fetch-pack: invalid index-pack output' >&2; exit 128;; esac\nexec '${real}' "$@"\n`,
    )
    chmodSync(join(bin, 'git'), 0o755)
    const { env } = optionsFor(folder.path)
    const full = { ...env, PATH: `${bin}${delimiter}${env['PATH']}` }
    const mirror = `file://${sample.root}`
    expect(await failure({ repository: server.url, commit: sample.commit, mirrors: [mirror] }, { env: full })).toMatchSnapshot()
  })

  it('when the cache cannot be written', async () => {
    writeFileSync(join(folder.path, 'a-file'), '')
    expect(await failure({ repository: server.url, commit: sample.commit }, { cacheRoot: join(folder.path, 'a-file') })).toMatchSnapshot()
  })

  it('in the cases that need a machine of their own', () => {
    const errors = [
      diagnostics.hostUnreachable('https://example.org/x.git', "fatal: Could not resolve host: example.org"),
      diagnostics.repositoryRefused('https://example.org/x.git', 'fatal: Authentication failed'),
      diagnostics.folderUnreadable('/srv/k8s', 'EACCES'),
      diagnostics.checksumMismatch('example.org/big@v1.0.0', 'https://proxy.example.org', 'h1:a=', 'h1:b='),
      diagnostics.moduleMissing('example.org/big@v1.0.0', 'https://proxy.example.org', 'status 410'),
      diagnostics.archiveUnsafe('example.org/big@v1.0.0', 'it holds the name "../x"'),
      diagnostics.tagInvalid('-x'),
      diagnostics.lockLost('/srv/cache'),
      diagnostics.gitFailed('https://example.org/x.git', 'checkout', 'fatal: something new'),
    ]
    expect(errors.map(told).join('\n\n')).toMatchSnapshot()
  })
})

describe('what git says', () => {
  it.each([
    ["fatal: unable to access 'https://x/': Could not resolve host: x", 'host-unreachable'],
    ["fatal: unable to access 'https://x/': Failed to connect to x port 443: Connection refused", 'host-unreachable'],
    ["fatal: unable to access 'https://x/': SSL certificate problem: unable to get local issuer certificate", 'host-unreachable'],
    ['error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: early EOF', 'host-unreachable'],
    ['ssh: connect to host x port 22: Connection timed out\nfatal: Could not read from remote repository.', 'host-unreachable'],
    ['git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'repository-refused'],
    ["fatal: could not read Username for 'https://x': terminal prompts disabled", 'repository-refused'],
    ["remote: Repository not found.\nfatal: repository 'https://x/y/' not found", 'repository-refused'],
    ["fatal: unable to access 'https://x/y/': The requested URL returned error: 403", 'repository-refused'],
    ["fatal: '/x' does not appear to be a git repository", 'repository-refused'],
    ['fatal: write error: No space left on device\nfatal: early EOF', 'no-space'],
    ['error: file write error: Disk quota exceeded', 'no-space'],
    ['fatal: something new', 'git-failed'],
  ])('%j means %s', (stderr, code) => {
    const error = classifyFailure(stderr, { url: 'https://x/y', folder: '/cache', what: 'fetch' })
    expect(error.diagnostics[0]?.code).toBe(code)
  })
})

describe('mirrors', () => {
  it('are tried in order, saying why, until one gives the pinned tree', async () => {
    const progress = listeningProgress()
    const mirrors = [`file://${folder.path}/nowhere.git`, `file://${sample.root}`]
    const walkthrough = walkthroughOf({ repository: server.url.replace('repo.git', 'gone.git'), commit: sample.commit, mirrors })
    const tree = await getSource(walkthrough, optionsFor(folder.path, { progress }))
    expect(tree).toMatchObject({ pinned: true, commit: sample.commit, origin: { kind: 'git', url: `file://${sample.root}` } })
    expect(progress.said.filter((line) => line.includes('Trying'))).toHaveLength(2)
  })

  it('may be folders', async () => {
    const walkthrough = walkthroughOf({ repository: `file://${folder.path}/gone.git`, commit: sample.commit, mirrors: ['upstream'] })
    const tree = await getSource(walkthrough, optionsFor(folder.path))
    expect(tree).toMatchObject({ root: sample.root, pinned: true, origin: { kind: 'folder' } })
  })

  it('given as one option are a list of their own: the repository is not asked', async () => {
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    const override = `file://${folder.path}/nowhere.git file://${sample.root}`
    const tree = await getSource(walkthrough, optionsFor(folder.path, { override }))
    expect(tree.origin).toEqual({ kind: 'git', url: `file://${sample.root}` })
    expect(server.requests).toEqual([])
  })

  it('may be a folder with a space in its name', async () => {
    symlinkSync(sample.root, join(folder.path, 'my tree'))
    expect(existsSync(join(folder.path, 'my tree/go.mod'))).toBe(true)
    const walkthrough = walkthroughOf({ repository: server.url, commit: sample.commit })
    expect(await getSource(walkthrough, optionsFor(folder.path, { override: 'my tree' }))).toMatchObject({ pinned: true })
  })
})

describe('settings of the reader that are about reaching a server', () => {
  it('stay in effect: rewritten addresses', async () => {
    const home = join(folder.path, 'home')
    mkdirSync(home)
    writeFileSync(join(home, '.gitconfig'), `[url "file://${sample.root}"]\n\tinsteadOf = https://far.invalid/big.git\n`)
    const env = { ...optionsFor(folder.path).env, HOME: home }
    const tree = await getSource(walkthroughOf({ repository: 'https://far.invalid/big.git', commit: sample.commit }), optionsFor(folder.path, { env }))
    expect(tree).toMatchObject({ pinned: true, origin: { url: 'https://far.invalid/big.git' } })
  })
})
