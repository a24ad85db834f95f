import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openIndex, resolveSymbol, type IndexOptions } from '../../src/golang/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { treeOnDisk } from './in-memory-tree.ts'

const trees: { remove(): void }[] = []
function tree(files: Record<string, string | Buffer>): ReturnType<typeof treeOnDisk> {
  const made = treeOnDisk({ 'go.mod': 'module example.org/m\n', ...files })
  trees.push(made)
  return made
}
afterEach(() => {
  for (const made of trees.splice(0)) made.remove()
})

const everywhere: IndexOptions = { packages: ['...'] }

describe('an index', () => {
  it('walks packages as patterns say', async () => {
    const source = tree({
      'a/a.go': 'package a\nfunc A() {}\n',
      'a/deep/d.go': 'package deep\nfunc D() {}\n',
      'a/testdata/t.go': 'package t\n',
      'vendor/x.org/v/v.go': 'package v\n',
      'b/b.go': 'package b\n',
    })
    const files = async (options: IndexOptions) => [...(await openIndex(source, options)).files.keys()]
    expect(await files({ packages: ['a'] })).toEqual(['a/a.go'])
    expect(await files({ packages: ['a/...'] })).toEqual(['a/a.go', 'a/deep/d.go'])
    expect(await files({ packages: ['...'], vendor: true })).toEqual(['a/a.go', 'a/deep/d.go', 'b/b.go', 'vendor/x.org/v/v.go'])
    const lost = await openIndex(source, { packages: ['nowhere/...'] })
    expect(lost.diagnostics.map(({ code }) => code)).toEqual(['package-folder-missing'])
  })

  it('keeps test files apart', async () => {
    const source = tree({
      'a/a.go': 'package a\nfunc A() {}\n',
      'a/a_test.go': 'package a\nfunc helper() {}\n',
      'a/x_test.go': 'package a_test\nfunc A() {}\n',
    })
    const index = await openIndex(source, everywhere)
    expect([...index.declarations()].map(({ symbol }) => symbol)).toEqual(['example.org/m/a.A'])
    expect(index.bySymbol('example.org/m/a.helper')).toEqual([])
    expect(index.bySymbol('example.org/m/a.helper', { tests: true })).toHaveLength(1)
    expect(index.bySymbol('example.org/m/a_test.A', { tests: true })).toHaveLength(1)
    expect(index.packageName('example.org/m/a')).toBe('a')
  })

  it('reports what is no proper Go and goes on', async () => {
    const source = tree({
      'bom.go': '\uFEFFpackage m\nfunc Bom() {}\n',
      'empty.go': '',
      'binary.go': Buffer.from([0x70, 0, 0x71]),
      'latin.go': Buffer.from('package m\n// caf\xe9\nfunc Latin() {}\n', 'latin1'),
      'broken.go': 'package m\nfunc Broken() { x := := 1 }\nfunc Fine() {}\n',
      'open.go': 'package m\nvar s = `never closed\nfunc Lost() {}\n',
    })
    const index = await openIndex(source, everywhere)
    expect(index.diagnostics.map(({ code, file, line }) => [code, file, line])).toMatchInlineSnapshot(`
      [
        [
          "go-binary",
          "binary.go",
          undefined,
        ],
        [
          "go-syntax",
          "broken.go",
          2,
        ],
        [
          "go-not-utf8",
          "latin.go",
          undefined,
        ],
        [
          "go-syntax",
          "open.go",
          2,
        ],
      ]
    `)
    const names = [...index.declarations()].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Bom', 'Latin', 'Broken', 'Fine']))
    expect(index.bySymbol('example.org/m.Bom')[0]).toMatchObject({ startLine: 2, nameColumn: 6, startOffset: 10 })
    expect(index.text('bom.go').startsWith('package')).toBe(true)
  })

  it('survives deep nesting and large generated files', async () => {
    const deep = 20_000
    const table = Array.from({ length: 120_000 }, (_, row) => `\t{Name: "row ${row}", Value: ${row}},\n`).join('')
    const source = tree({
      'deep.go': `package m\nvar x = ${'('.repeat(deep)}1${')'.repeat(deep)}\nfunc f() ${'{'.repeat(deep)}${'}'.repeat(deep)}\nfunc After() {}\n`,
      'large.go': `package m\nvar table = []struct{ Name string; Value int }{\n${table}}\nfunc Last() {}\n`,
    })
    const index = await openIndex(source, everywhere)
    expect([...index.declarations()].map(({ name }) => name)).toEqual(['x', 'f', 'After', 'table', 'Last'])
    expect(index.bySymbol('example.org/m.Last')[0]?.startLine).toBe(120_004)
  })

  it('never parses an unchanged file again', async () => {
    const source = tree({ 'a.go': 'package m\nfunc A() {}\n', 'b.go': 'package m\nfunc B() {}\n' })
    const cacheRoot = join(source.root, '.cache')
    const stages: string[] = []
    const progress = { ...silentProgress, stage: (label: string) => stages.push(label) }
    const symbols = async () => [...(await openIndex(source, { ...everywhere, cacheRoot, progress })).declarations()]
    const first = await symbols()
    expect(await symbols()).toEqual(first)
    expect(stages).toEqual(['reading 2 Go files'])
    utimesSync(join(source.root, 'a.go'), 1, 1)
    expect(await symbols()).toEqual(first)
    expect(stages, 'a new time stamp alone changes nothing').toHaveLength(1)
    source.write('b.go', 'package m\nfunc C() {}\n')
    expect((await symbols()).map(({ name }) => name)).toEqual(['A', 'C'])
    expect(stages).toEqual(['reading 2 Go files', 'reading 1 Go file'])
    expect(readdirSync(join(cacheRoot, 'index')).every((name) => /\.(facts|seen)$/.test(name))).toBe(true)
  })

  it('takes a torn cache for none', async () => {
    const source = tree({ 'a.go': 'package m\nfunc A() {}\n' })
    const cacheRoot = join(source.root, '.cache')
    const names = async () => [...(await openIndex(source, { ...everywhere, cacheRoot })).declarations()].map(({ name }) => name)
    await names()
    for (const name of readdirSync(join(cacheRoot, 'index'))) source.write(`.cache/index/${name}`, '["waymark-facts')
    expect(await names()).toEqual(['A'])
  })

  it('reads large trees in threads with the same result', async () => {
    const body = `{\n${'\tprintln("padding, so that threads are worth it")\n'.repeat(2000)}}\n`
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`p${at}/f.go`, `package p${at}\nfunc F${at}() ${body}`]))
    const index = await openIndex(tree(files), { ...everywhere, mode: 'declarations' })
    expect(index.files.size).toBe(40)
    expect([...index.declarations()].every(({ endLine }) => endLine === 2003)).toBe(true)
  })
})

describe('resolving symbols', () => {
  it('finds full and short forms, and names the nearest otherwise', async () => {
    const source = tree({
      'app/app.go': 'package app\ntype Server struct{ Name string }\nfunc (s *Server) Validate() {}\nfunc Complete() {}\n',
      'x/options/o.go': 'package options\nfunc New() {}\nfunc OnlyX() {}\n',
      'y/options/o.go': 'package options\nfunc New() {}\n',
      'os_linux.go': 'package m\nfunc Open() {}\n',
      'os_windows.go': 'package m\nfunc Open() {}\n',
      'gopkg.in/yaml.v2/y.go': 'package yaml\ntype Node struct{}\n',
    })
    const index = await openIndex(source, everywhere)
    const aliases = { short: 'example.org/m/app' }
    const answer = (text: string) => {
      const result = resolveSymbol(index, aliases, text)
      if (result.kind === 'found') return `${result.declaration.file}:${result.declaration.startLine}`
      return result.kind === 'ambiguous' ? { ambiguous: result.candidates } : { nearest: result.nearest }
    }
    expect(answer('short.Server.Validate')).toBe('app/app.go:3')
    expect(answer('example.org/m/app.Server.Name')).toBe('app/app.go:2')
    expect(answer('app.Complete')).toBe('app/app.go:4')
    expect(answer('Complete')).toBe('app/app.go:4')
    expect(answer('options.OnlyX')).toBe('x/options/o.go:3')
    expect(answer('example.org/m.Open')).toBe('os_linux.go:2')
    expect(answer('yaml.Node')).toBe('gopkg.in/yaml.v2/y.go:2')
    expect(answer('example.org/m/gopkg.in/yaml.v2.Node')).toBe('gopkg.in/yaml.v2/y.go:2')
    expect(answer('options.New')).toEqual({ ambiguous: ['example.org/m/x/options.New', 'example.org/m/y/options.New'] })
    expect(answer('short.Complet')).toEqual({ nearest: ['short.Complete'] })
    expect(answer('short.constructor')).toEqual({ nearest: [] })
    expect(answer('nowhere.Complete')).toEqual({ nearest: ['short.Complete'] })
    expect(answer('toString.x')).toEqual({ nearest: [] })
  })
})
