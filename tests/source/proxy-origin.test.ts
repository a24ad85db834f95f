import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getSource, type Needs, type SourceOptions, type SourceTree } from '../../src/source/index.ts'
import { unpackModule } from '../../src/source/proxy/unpack-module.ts'
import { serveFiles } from './support/file-server.ts'
import { listeningProgress, optionsFor, scratch, walkthroughOf } from './support/sample-repository.ts'
import { moduleZip, zipOf } from './support/zip.ts'

const MAIN = {
  'go.mod': 'module example.org/Big\n',
  'b.go': 'package big\n',
  'a/z.go': 'package a\n',
  'B/upper.go': 'package b\n',
}
/** What `go mod download -json` (go1.19.8) says of the zip of MAIN. */
const MAIN_SUM = 'h1:QQdAmAE/gYu/wDQJ6mytATe0JBj9aTT9ZjTSI99isMc='
const LIB = { 'go.mod': 'module example.org/lib\n', 'used/used.go': 'package used\n' }
const PIN = '1'.repeat(40)

let folder: ReturnType<typeof scratch>
const servers: { close(): Promise<void> }[] = []
beforeEach(() => (folder = scratch()))
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  folder.dispose()
})

async function proxy(more: Readonly<Record<string, Buffer>> = {}, missing?: number): ReturnType<typeof serveFiles> {
  const files = new Map([
    ['/example.org/!big/@v/v1.0.0.zip', moduleZip('example.org/Big', 'v1.0.0', MAIN)],
    ['/example.org/lib/@v/v0.1.0.zip', moduleZip('example.org/lib', 'v0.1.0', LIB)],
    ...Object.entries(more),
  ])
  const server = await serveFiles(files, missing)
  servers.push(server)
  return server
}

async function empty(status: number): Promise<string> {
  const server = await serveFiles(new Map(), status)
  servers.push(server)
  return server.url
}

function get(override: string, options: Partial<SourceOptions> = {}, sums: { readonly main?: string; readonly lib?: string } = {}): Promise<SourceTree> {
  const module = {
    path: 'example.org/Big',
    version: 'v1.0.0',
    sum: sums.main,
    staging: [{ path: 'example.org/lib', version: 'v0.1.0', directory: 'staging/src/example.org/lib', sum: sums.lib }],
  }
  const walkthrough = walkthroughOf({ repository: 'https://nowhere.invalid/big', commit: PIN, module })
  return getSource({ ...walkthrough, packages: ['a'] }, optionsFor(folder.path, { override, ...options }))
}

const inCache = (): string[] => readdirSync(folder.path, { recursive: true }).map(String).filter((name) => name.endsWith('.go'))

describe('a Go module proxy', () => {
  it('gives the main module, and each staging module in its folder', async () => {
    const { url, requests } = await proxy()
    const progress = listeningProgress()
    const tree = await get(`goproxy+${url}`, { progress }, { main: MAIN_SUM })
    expect(tree).toMatchObject({ origin: { kind: 'proxy', url }, topLevel: ['B', 'a', 'staging'], pinned: false, commit: undefined })
    expect(readFileSync(join(tree.root, 'B/upper.go'), 'utf8')).toBe('package b\n')
    expect(readFileSync(join(tree.root, 'staging/src/example.org/lib/used/used.go'), 'utf8')).toBe('package used\n')
    expect(progress.said).toEqual(['Not checked, because neither the config nor go.sum has a checksum: example.org/lib@v0.1.0.'])
    expect(requests).toEqual(['/example.org/!big/@v/v1.0.0.zip', '/example.org/lib/@v/v0.1.0.zip'])
    expect(await get(`goproxy+${url}`, {}, { main: MAIN_SUM })).toEqual(tree)
    expect(requests).toHaveLength(2)
  })

  it('brings the modules of others that the code needs, as far as go.sum vouches for them', async () => {
    const zips = {
      dep: moduleZip('example.org/fork', 'v1.2.0', { 'go.mod': 'module example.org/dep\n', 'dep.go': 'package dep\n' }),
      next: moduleZip('example.org/next', 'v0.2.0', { 'go.mod': 'module example.org/next\n', 'sub/sub.go': 'package sub\n' }),
    }
    const sumOf = async (zip: Buffer, what: string): Promise<string> => {
      writeFileSync(join(folder.path, 'a.zip'), zip)
      return unpackModule(join(folder.path, 'a.zip'), join(folder.path, 'unpacked', what), what)
    }
    const main = moduleZip('example.org/Big', 'v1.0.0', {
      ...MAIN,
      'go.mod': `module example.org/Big
require (
	example.org/dep v1.0.0
	example.org/lib v0.1.0
	example.org/next v0.2.0
	example.org/unsummed v1.0.0
	example.org/gone v1.0.0
	../../outside v1.0.0
)
replace example.org/dep => example.org/fork v1.2.0
replace example.org/lib => ./staging/src/example.org/lib
`,
      'go.sum': `example.org/fork v1.2.0 ${await sumOf(zips.dep, 'example.org/fork@v1.2.0')}
example.org/next v0.2.0 ${await sumOf(zips.next, 'example.org/next@v0.2.0')}
example.org/gone v1.0.0 h1:AAAA=
`,
    })
    const { url, requests } = await proxy({
      '/example.org/!big/@v/v1.0.0.zip': main,
      '/example.org/fork/@v/v1.2.0.zip': zips.dep,
      '/example.org/next/@v/v0.2.0.zip': zips.next,
      '/example.org/unsummed/@v/v1.0.0.zip': zips.dep,
    })
    // What the second module needs shows only once the first is there.
    const needs: Needs = {
      key: 'test',
      missing: (root) =>
        Promise.resolve(existsSync(join(root, 'vendor/example.org/dep/dep.go')) ? ['example.org/next/sub', 'example.org/gone', 'fmt'] : ['example.org/dep', 'example.org/lib/other', 'example.org/unsummed', '../../outside/x']),
    }
    const progress = listeningProgress()
    const tree = await get(`goproxy+${url}`, { progress, needs })
    expect(readFileSync(join(tree.root, 'vendor/example.org/dep/dep.go'), 'utf8')).toBe('package dep\n')
    expect(readFileSync(join(tree.root, 'vendor/example.org/next/sub/sub.go'), 'utf8')).toBe('package sub\n')
    expect(tree.topLevel).not.toContain('vendor')
    expect(readdirSync(join(tree.root, 'vendor/example.org')).sort()).toEqual(['dep', 'next'])
    expect(progress.said.at(-1)).toBe('Left out, so that names of theirs lead to pkg.go.dev: example.org/gone@v1.0.0, example.org/unsummed@v1.0.0.')
    expect(requests.filter((path) => path.includes('outside') || path.includes('unsummed'))).toEqual([])
  })

  it('is as good as the pinned commit when every checksum is known and right', async () => {
    const { url } = await proxy()
    const zip = join(folder.path, 'lib.zip')
    writeFileSync(zip, moduleZip('example.org/lib', 'v0.1.0', LIB))
    const lib = await unpackModule(zip, join(folder.path, 'lib'), 'example.org/lib@v0.1.0')
    expect(await get(`goproxy+${url}`, {}, { main: MAIN_SUM, lib })).toMatchObject({ pinned: true, commit: PIN })
  })

  it('is refused when a checksum is wrong, and nothing of it is kept', async () => {
    const { url } = await proxy({ '/example.org/!big/@v/v1.0.0.zip': moduleZip('example.org/Big', 'v1.0.0', { ...MAIN, 'b.go': 'package evil\n' }) })
    await expect(get(`goproxy+${url}`, {}, { main: MAIN_SUM })).rejects.toMatchObject({
      diagnostics: [{ code: 'checksum-mismatch', expected: MAIN_SUM, found: expect.stringMatching(/^h1:/) as string }],
    })
    expect(inCache()).toEqual([])
  })

  it("checks staging modules against the main module's go.sum", async () => {
    const main = { ...MAIN, 'go.sum': 'example.org/lib v0.1.0/go.mod h1:x=\nexample.org/lib v0.1.0 h1:wrong=\n' }
    const { url } = await proxy({ '/example.org/!big/@v/v1.0.0.zip': moduleZip('example.org/Big', 'v1.0.0', main) })
    await expect(get(`goproxy+${url}`)).rejects.toMatchObject({ diagnostics: [{ code: 'checksum-mismatch', expected: 'h1:wrong=' }] })
  })

  it('that lacks a module leads on after a comma; one that fails only after a pipe', async () => {
    const { url } = await proxy()
    expect((await get(`goproxy+${await empty(404)},${await empty(410)},${url}`)).topLevel).toContain('staging')
    await expect(get(`goproxy+${await empty(500)},${url}`, { refresh: true })).rejects.toMatchObject({ diagnostics: [{ code: 'host-unreachable' }] })
    expect((await get(`goproxy+${await empty(500)}|${url}`, { refresh: true })).topLevel).toContain('staging')
  })

  it.each([404, 410])('that answers %i has no such module', async (status) => {
    await expect(get(`goproxy+${await empty(status)},off`)).rejects.toMatchObject({
      diagnostics: [{ code: 'module-missing', found: `status ${status}` }],
    })
  })

  it('may be a folder, may be named by GOPROXY alone, and comes last when the config is followed', async () => {
    const root = join(folder.path, 'proxy')
    for (const [path, body] of [
      ['example.org/!big/@v/v1.0.0.zip', moduleZip('example.org/Big', 'v1.0.0', MAIN)],
      ['example.org/lib/@v/v0.1.0.zip', moduleZip('example.org/lib', 'v0.1.0', LIB)],
    ] as const) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), body)
    }
    const env = { ...optionsFor(folder.path).env, GOPROXY: `${pathToFileURL(root).href},direct` }
    expect((await get('goproxy', { env })).origin.kind).toBe('proxy')
  })

  it('goes on to the repository at `direct`', async () => {
    await expect(get(`goproxy+${await empty(404)},direct`)).rejects.toMatchObject({
      diagnostics: [{ code: 'no-origin-worked', found: expect.stringMatching(/module-missing[^]*nowhere\.invalid/) as string }],
    })
  })
})

describe('a hostile archive', () => {
  const what = 'example.org/big@v1.0.0'
  let count = 0
  const unpack = (zip: Buffer, limits?: { bytes: number; files: number }): Promise<string> => {
    const path = join(folder.path, 'hostile.zip')
    writeFileSync(path, zip)
    return unpackModule(path, join(folder.path, `inside-${++count}`), what, limits)
  }
  const unsafe = { diagnostics: [{ code: 'archive-unsafe' }] }

  it.each([
    `${what}/../../escaped.go`,
    `/escaped.go`,
    `../escaped.go`,
    `${what}/a/./b.go`,
    `${what}/a//b.go`,
    `${what}\\..\\escaped.go`,
    `${what}/C:/escaped.go`,
    `${what}/.git/hooks/post-checkout`,
    `${what}/.GIT/config`,
    `${what}/nul.go`,
    `${what}/line\nbreak.go`,
    'example.org/other@v1.0.0/a.go',
  ])('with the name %j is refused', async (name) => {
    await expect(unpack(zipOf([{ name, content: 'package x\n' }]))).rejects.toMatchObject(unsafe)
    expect(existsSync(join(folder.path, 'escaped.go'))).toBe(false)
    expect(inCache()).toEqual([])
  })

  it('with one name twice, or in two cases, is refused', async () => {
    const twice = (second: string) => zipOf([{ name: `${what}/a.go`, content: '1' }, { name: `${what}/${second}`, content: '2' }])
    await expect(unpack(twice('A.go'))).rejects.toMatchObject(unsafe)
    await expect(unpack(twice('a.go'))).rejects.toMatchObject(unsafe)
  })

  it('in which a file is also a folder is refused', async () => {
    for (const names of [['a', 'a/b.go'], ['a/b.go', 'a']]) {
      await expect(unpack(zipOf(names.map((name) => ({ name: `${what}/${name}`, content: '' }))))).rejects.toMatchObject(unsafe)
    }
  })

  it('gets its symbolic links written as plain files', async () => {
    await unpack(zipOf([{ name: `${what}/link`, content: '/etc/passwd', mode: 0o120777 }]))
    expect(readFileSync(join(folder.path, `inside-${count}/link`), 'utf8')).toBe('/etc/passwd')
  })

  it('that unfolds to too much, holds too many files, or lies about a size is refused', async () => {
    const files = [1, 2, 3].map((n) => ({ name: `${what}/${n}.go`, content: 'package big\n' }))
    await expect(unpack(zipOf(files), { bytes: 20, files: 9 })).rejects.toMatchObject(unsafe)
    await expect(unpack(zipOf(files), { bytes: 999, files: 2 })).rejects.toMatchObject(unsafe)
    await expect(unpack(zipOf([{ name: `${what}/a.go`, content: 'package big\n', claimedSize: 1 }]))).rejects.toMatchObject(unsafe)
    await expect(unpack(Buffer.from('this is no zip'))).rejects.toMatchObject(unsafe)
  })
})
