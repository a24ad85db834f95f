import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getSource } from '../../src/source/index.ts'
import { git, makeRepository, optionsFor, scratch, walkthroughOf, write } from './support/sample-repository.ts'

let folder: ReturnType<typeof scratch>
beforeEach(() => (folder = scratch()))
afterEach(() => folder.dispose())

const outside = (): string[] => readdirSync(folder.path).filter((name) => !['upstream', 'cache', 'home'].includes(name))

/** Every entry below a folder that is a symbolic link. */
const links = (root: string): string[] =>
  readdirSync(root, { recursive: true }).map(String).filter((name) => lstatSync(join(root, name)).isSymbolicLink())

describe('a hostile repository', () => {
  it('gets no link, no hook, no filter and no submodule into effect', async () => {
    const mark = (name: string): string => `#!/bin/sh\ntouch '${join(folder.path, name)}'\ncat\n`
    const { root, commit } = makeRepository(join(folder.path, 'upstream'), {
      extra: (upstream) => {
        symlinkSync('/etc', join(upstream, 'cmd/server/etc'))
        symlinkSync('../../../../../../escaped', join(upstream, 'cmd/server/up'))
        symlinkSync('/etc/passwd', join(upstream, 'go.sum'))
        write(upstream, {
          '-x': 'an option?\n',
          'cmd/server/--upload-pack=touch pwned': '',
          'cmd/server/$(touch pwned)': '',
          'cmd/server/crlf.go': 'package main\r\n',
          // The fixture's own git must commit the carriage return.
          '.git/info/attributes': '* -text\n',
          '.gitattributes': '*.go filter=evil text eol=lf\n* filter=lfs\n',
          '.gitmodules': '[submodule "evil"]\n\tpath = evil\n\turl = ext::sh -c touch% pwned\n',
        })
      },
    })
    mkdirSync(join(folder.path, 'home/hooks'), { recursive: true })
    for (const name of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(folder.path, 'home/hooks', name), mark(`pwned-${name}`))
      chmodSync(join(folder.path, 'home/hooks', name), 0o755)
    }
    writeFileSync(join(folder.path, 'home/smudge'), mark('pwned-smudge'))
    chmodSync(join(folder.path, 'home/smudge'), 0o755)
    const smudge = join(folder.path, 'home/smudge')
    writeFileSync(
      join(folder.path, 'home/.gitconfig'),
      `[core]\n\thooksPath = ${join(folder.path, 'home/hooks')}\n\tfsmonitor = ${smudge}\n[filter "evil"]\n\tsmudge = ${smudge}\n[filter "lfs"]\n\tsmudge = ${smudge}\n\trequired = true\n[submodule]\n\trecurse = true\n`,
    )
    const env = { ...optionsFor(folder.path).env, HOME: join(folder.path, 'home') }
    const tree = await getSource(walkthroughOf({ repository: `file://${root}`, commit }), optionsFor(folder.path, { env }))
    expect(outside()).toEqual([])
    expect(links(tree.root)).toEqual([])
    expect(readFileSync(join(tree.root, 'go.sum'), 'utf8')).toBe('/etc/passwd')
    expect(readFileSync(join(tree.root, 'cmd/server/etc'), 'utf8')).toBe('/etc')
    expect(readFileSync(join(tree.root, '-x'), 'utf8')).toBe('an option?\n')
    expect(readFileSync(join(tree.root, 'cmd/server/crlf.go'), 'utf8')).toBe('package main\r\n')
    expect(existsSync(join(tree.root, 'evil'))).toBe(false)
  })

  it.each(['..', '.git', '.GIT', 'git~1', '.'])('with an entry named %j writes nothing with it', async (name) => {
    const { root } = makeRepository(join(folder.path, 'upstream'))
    // `git mktree` refuses such names, `hash-object --literally` does not look.
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: root, input: 'pwned\n', encoding: 'utf8' }).trim()
    const inner = Buffer.concat([Buffer.from('100644 pwned.go\0'), Buffer.from(blob, 'hex')])
    const object = (body: Buffer): string =>
      execFileSync('git', ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], { cwd: root, input: body, encoding: 'utf8' }).trim()
    const goMod = git(root, 'rev-parse', 'HEAD:go.mod')
    const body = Buffer.concat([
      Buffer.from(`40000 ${name}\0`), Buffer.from(object(inner), 'hex'),
      Buffer.from('100644 go.mod\0'), Buffer.from(goMod, 'hex'),
    ])
    const commit = git(root, 'commit-tree', '-m', 'evil', object(body))
    git(root, 'update-ref', 'refs/tags/v6.6.6', commit)
    const walkthrough = { ...walkthroughOf({ repository: `file://${root}`, tag: 'v6.6.6', commit }), packages: ['...'] }
    await expect(getSource(walkthrough, optionsFor(folder.path))).rejects.toMatchObject({ diagnostics: [{ severity: 'error' }] })
    const found = readdirSync(folder.path, { recursive: true }).map(String).filter((path) => path.endsWith('pwned.go'))
    expect(found).toEqual([])
  })

  it.each(['--upload-pack=touch pwned', '-oProxyCommand=touch pwned', 'ssh://-oProxyCommand=touch/x', '-x:path', 'host:-path', 'ext::sh -c touch% pwned', 'fd::7', 'ftp://host/x', 'a\nb'])(
    'named as %j never reaches git',
    async (override) => {
      const walkthrough = walkthroughOf({ repository: 'https://nowhere.invalid/x', commit: '1'.repeat(40) })
      await expect(getSource(walkthrough, optionsFor(folder.path, { override }))).rejects.toMatchObject({
        diagnostics: [{ code: 'origin-invalid' }],
      })
    },
  )

  it.each(['-x', 'a b', 'a..b', 'a:b', 'x/*', ''])('asked for the tag %j is not asked', async (tag) => {
    const { root, commit } = makeRepository(join(folder.path, 'upstream'))
    await expect(getSource(walkthroughOf({ repository: `file://${root}`, commit, tag }), optionsFor(folder.path))).rejects.toMatchObject({
      diagnostics: [{ code: 'tag-invalid' }],
    })
  })
})
