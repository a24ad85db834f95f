import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RepositoryConfig } from '../../src/config/index.ts'
import { coneHolds, coneLines, normaliseCone } from '../../src/source/cone.ts'
import { readProgress } from '../../src/source/git/read-progress.ts'
import { packageFolder } from '../../src/source/module-folders.ts'
import { originsOf } from '../../src/source/origin.ts'
import { escapePath } from '../../src/source/proxy/escape-path.ts'
import { hash1 } from '../../src/source/proxy/hash1.ts'
import { parseGoProxy } from '../../src/source/proxy/parse-goproxy.ts'
import { readGoMod } from '../../src/source/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { scratch } from './support/sample-repository.ts'

let folder: ReturnType<typeof scratch>
beforeEach(() => (folder = scratch()))
afterEach(() => folder.dispose())

const config: RepositoryConfig = {
  repository: 'https://code.example.org/big',
  tag: 'v1.0.0',
  commit: '1'.repeat(40),
  mirrors: ['git@mirror.example.org:big.git', 'https://code.example.org/big'],
  module: { path: 'example.org/big', version: 'v1.0.0', staging: [] },
  linesUrl: '',
}

const names = (override: string | undefined, env: NodeJS.ProcessEnv = {}): string[] =>
  originsOf(config, { override, env, base: folder.path }).map(({ kind, name }) => `${kind} ${name}`)

describe('origins', () => {
  it("are the repository, its mirrors and the reader's GOPROXY, each once", () => {
    expect(names(undefined)).toEqual(['git https://code.example.org/big', 'git git@mirror.example.org:big.git'])
    expect(names(undefined, { GOPROXY: 'https://p.example.org,direct' }).at(-1)).toBe('proxy https://p.example.org')
    expect(names(undefined, { GOPROXY: 'off' })).toEqual(names(undefined))
  })

  it('are read from every form a person writes', () => {
    mkdirSync(join(folder.path, 'host:8'))
    expect(names('ssh://git@h/x')).toEqual(['git ssh://git@h/x'])
    expect(names('git://h/x')).toEqual(['git git://h/x'])
    expect(names('file:///srv/x.git')).toEqual(['git file:///srv/x.git'])
    expect(names('host:path/x.git')).toEqual(['git host:path/x.git'])
    expect(names('host:8')).toEqual([`folder ${join(folder.path, 'host:8')}`])
    expect(names('some/where')).toEqual([`folder ${join(folder.path, 'some/where')}`])
    expect(() => names('goproxy')).toThrow('GOPROXY is not set')
    expect(names('goproxy+a.example.org|https://b.example.org/,direct,https://c.example.org')).toEqual([
      'proxy https://a.example.org, https://b.example.org',
      'git https://code.example.org/big',
    ])
    expect(names('https://a/x host:y')).toEqual(['git https://a/x', 'git host:y'])
    expect(names('https://u:secret@a/x')).toEqual(['git https://u@a/x'])
    expect(names('  ')).toEqual(names(undefined))
  })

  it('in a GOPROXY list say when to go on', () => {
    expect(parseGoProxy('https://a,https://b|https://c,off,https://d')).toEqual({
      proxies: [{ url: 'https://a', next: 'missing' }, { url: 'https://b', next: 'any' }, { url: 'https://c', next: 'missing' }],
      then: 'nothing',
    })
    expect(parseGoProxy('direct').then).toBe('direct')
  })
})

describe('a cone', () => {
  it('drops what it already holds, and what can be no folder of a repository', () => {
    expect(normaliseCone(['a/b', 'a/...', 'a/b/c/...', 'd', 'd/', './e', '../x', '/y', 'a/.git', ''])).toEqual(['', 'a/...', 'd', 'e'])
    expect(normaliseCone(['a', 'a/...'])).toEqual(['a/...'])
    expect(normaliseCone(['...', 'a'])).toEqual(['...'])
    expect(coneHolds(['a/...'], ['a/b'])).toBe(true)
    expect(coneHolds(['a'], ['a/b'])).toBe(false)
  })

  it("asks git for a folder's own files, or for all of it", () => {
    expect(coneLines(['a/b', 'c/...'])).toBe('a/b/.waymark-own-files-only\nc\n')
  })

  it('is the same however often and in whatever order it is written', () => {
    const entry = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).chain((parts) =>
      fc.boolean().map((deep) => parts.join('/') + (deep ? '/...' : '')),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const once = normaliseCone(entries)
        expect(normaliseCone(once)).toEqual(once)
        expect(normaliseCone([...entries].reverse())).toEqual(once)
        expect(coneHolds(once, entries)).toBe(true)
      }),
    )
  })
})

describe('the folder of an import path', () => {
  const goMod = readGoMod(
    'module example.org/big\nreplace (\n\texample.org/lib => ./staging/lib\n\texample.org/lib/v2 => ./staging/lib2\n\texample.org/out => ../out\n)',
  )
  const there = new Set(['pkg/a', 'staging/lib', 'staging/lib/x', 'staging/lib2/x', 'vendor/example.org/dep', 'vendor/example.org/lib/x'])
  it.each([
    ['example.org/big/pkg/a', 'pkg/a'],
    ['example.org/big', ''],
    ['example.org/lib', 'staging/lib'],
    ['example.org/lib/x', 'staging/lib/x'],
    ['example.org/lib/v2/x', 'staging/lib2/x'],
    ['example.org/dep', 'vendor/example.org/dep'],
    ['example.org/bigger', undefined],
    ['example.org/out', undefined],
    ['fmt', undefined],
  ])('%s is %s', (path, expected) => {
    expect(packageFolder(path, goMod, (name) => there.has(name))).toBe(expected)
  })
})

describe('small parts', () => {
  it('spell capital letters as proxies do', () => {
    expect(escapePath('github.com/Azure/go-SDK')).toBe('github.com/!azure/go-!s!d!k')
  })

  it('hash a set of files whatever its order', () => {
    const files: [string, string][] = [['m@v1/b', 'bb'], ['m@v1/a', 'aa'], ['m@v1/é', 'cc']]
    expect(hash1(new Map(files))).toBe(hash1(new Map([...files].reverse())))
  })

  it("read git's progress however it is cut", () => {
    const lines = 'remote: Counting objects: 100% (9/9)\rReceiving objects:  50% (5/10)\rReceiving objects: 100% (10/10), 1.50 MiB | 3 MiB/s\rdone\n'
    const seen: unknown[] = []
    for (const size of [1, 7, lines.length]) {
      const updates: unknown[] = []
      const read = readProgress({ ...silentProgress, update: (...update) => void updates.push(update) })
      for (let at = 0; at < lines.length; at += size) read(lines.slice(at, at + size))
      seen.push(updates)
    }
    expect(seen).toEqual(seen.map(() => [[5, 10, 'objects'], [1572864, undefined, 'bytes']]))
  })
})
