import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { findSource, getSource } from '../../src/source/index.ts'
import { git, makeRepository, optionsFor, SAMPLE_FILES, scratch, walkthroughOf, write } from './support/sample-repository.ts'

let folder: ReturnType<typeof scratch>
beforeEach(() => (folder = scratch()))
afterEach(() => folder.dispose())

const PIN = '1'.repeat(40)
const walkthrough = (commit = PIN): WalkthroughConfig => walkthroughOf({ repository: 'https://nowhere.invalid/big', commit })

describe('a folder', () => {
  it('without .git is used in place; its commit is not known', async () => {
    const root = join(folder.path, 'plain')
    write(root, SAMPLE_FILES)
    const before = readdirSync(root, { recursive: true }).map((name) => [name, statSync(join(root, String(name))).mtimeMs])
    const tree = await getSource(walkthrough(), optionsFor(folder.path, { override: 'plain', offline: true }))
    expect(tree).toEqual({
      root,
      repository: undefined,
      tag: undefined,
      commit: undefined,
      origin: { kind: 'folder', path: root },
      pinned: false,
      topLevel: ['cmd', 'docs', 'pkg', 'staging', 'vendor'],
    })
    expect(readdirSync(root, { recursive: true }).map((name) => [name, statSync(join(root, String(name))).mtimeMs])).toEqual(before)
  })

  it('with .git says whether it is the pinned commit: on a branch, detached, packed, or in a worktree', async () => {
    const { root, commit } = makeRepository(join(folder.path, 'checkout'))
    const look = async (path = root) => getSource(walkthrough(commit), optionsFor(folder.path, { override: path }))
    expect(await look()).toMatchObject({ commit, pinned: true, tag: 'v1.0.0', repository: 'https://nowhere.invalid/big' })
    git(root, 'pack-refs', '--all')
    expect(await look()).toMatchObject({ commit, pinned: true })
    git(root, 'checkout', '-q', '--detach')
    expect(await look()).toMatchObject({ commit, pinned: true })
    const worktree = join(folder.path, 'worktree')
    git(root, 'worktree', 'add', '-q', '-b', 'other', worktree)
    expect(await look(worktree)).toMatchObject({ commit, pinned: true })
    write(root, { 'new.txt': '' })
    git(root, 'add', '.')
    git(root, 'commit', '-q', '-m', 'two')
    expect(await look()).toMatchObject({ commit: git(root, 'rev-parse', 'HEAD'), pinned: false, tag: undefined })
  })

  it('that is a bare repository is cloned', async () => {
    const { root, commit } = makeRepository(join(folder.path, 'upstream'))
    git(folder.path, 'clone', '-q', '--bare', root, 'bare.git')
    const tree = await getSource(walkthrough(commit), optionsFor(folder.path, { override: 'bare.git' }))
    expect(tree).toMatchObject({ commit, pinned: true, origin: { kind: 'git' } })
  })

  it('of the project is taken as it is, whatever is given instead', async () => {
    write(join(folder.path, 'examples/tiny'), SAMPLE_FILES)
    const tiny = { ...walkthrough(), source: { folder: 'examples/tiny' }, packages: ['...'] }
    const tree = await getSource(tiny, optionsFor(folder.path, { override: '/elsewhere' }))
    expect(tree).toMatchObject({ root: join(folder.path, 'examples/tiny'), pinned: true, commit: undefined })
    expect(await findSource(tiny, optionsFor(folder.path))).toEqual(tree)
  })

  it('that is missing, a file, or no Go is refused', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    mkdirSync(join(folder.path, 'empty'))
    const code = (override: string) =>
      getSource(walkthrough(), optionsFor(folder.path, { override })).then(
        () => undefined,
        (error: unknown) => (error as { diagnostics?: { code: string }[] }).diagnostics?.[0]?.code,
      )
    expect(await code('missing')).toBe('folder-missing')
    expect(await code('missing/too deep')).toBe('folder-missing')
    expect(await code('file')).toBe('folder-is-file')
    expect(await code('empty')).toBe('not-go')
  })

  it.runIf(process.getuid?.() !== 0)('that this user may not read is refused', async () => {
    const root = join(folder.path, 'secret')
    write(root, SAMPLE_FILES)
    chmodSync(root, 0o000)
    try {
      await expect(getSource(walkthrough(), optionsFor(folder.path, { override: root }))).rejects.toMatchObject({
        diagnostics: [{ code: 'folder-unreadable', found: 'EACCES' }],
      })
    } finally {
      chmodSync(root, 0o755)
    }
  })
})
