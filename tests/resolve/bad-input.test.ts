import { afterEach, expect, test } from 'vitest'
import type { Reference } from '../../src/golang/resolve/index.ts'
import { treeOnDisk } from '../golang/in-memory-tree.ts'
import { resolverAt } from './tree.ts'

const trees: { remove(): void }[] = []
afterEach(() => trees.splice(0).forEach((tree) => tree.remove()))

async function told(files: Record<string, string>, file: string): Promise<{ references: readonly Reference[]; codes: string[] }> {
  const tree = treeOnDisk({ 'go.mod': 'module example.org/bad\n', ...files })
  trees.push(tree)
  const resolver = resolverAt(tree.root)
  const references = await resolver.references(file)
  return { references, codes: resolver.diagnostics.map(({ code }) => code) }
}

const meaning = (references: readonly Reference[], line: number, name: string): string => {
  const found = references.find((reference) => reference.line === line && reference.name === name)
  return found?.target?.symbol ?? found?.status ?? 'not listed'
}

test('packages that import each other are told about like any others', async () => {
  const { references } = await told(
    {
      'a/a.go': 'package a\n\nimport "example.org/bad/b"\n\ntype T struct{ B b.T }\n\nfunc use(t T) { _ = t.B.A.B.A }\n',
      'b/b.go': 'package b\n\nimport "example.org/bad/a"\n\ntype T struct{ A *a.T }\n',
    },
    'a/a.go',
  )
  expect(meaning(references, 7, 'A')).toBe('example.org/bad/b.T.A')
})

test('declarations that need themselves end as unknown', async () => {
  const text = [
    'package a',
    'type A = B',
    'type B = A',
    'type C C',
    'type D struct { D; E }',
    'type E struct { *D }',
    'type I interface { I }',
    'var x, y = y, x',
    'func use(a A, c C, d D, i I) { a.one(); c.two(); d.three(); i.four(); x.five() }',
    'type G[T any] struct { next *G[G[T]] }',
    'func deep(g G[int]) { _ = g.next.next.next.next }',
  ].join('\n')
  const { references } = await told({ 'a.go': text }, 'a.go')
  for (const name of ['one', 'two', 'three', 'four', 'five']) expect(meaning(references, 9, name)).toBe('unknown')
  expect(meaning(references, 11, 'next')).toBe('example.org/bad.G.next')
})

test('what cannot be read is reported and left unknown, what can is told', async () => {
  const text = 'package a\n\nfunc good() { good() }\n\nfunc bad() { good( := ; x }\n\nfunc other() { good() }\n'
  const { references, codes } = await told({ 'a.go': text }, 'a.go')
  expect(codes).toEqual(['go-syntax'])
  expect(meaning(references, 3, 'good')).toBe('example.org/bad.good')
  expect(meaning(references, 5, 'good')).toBe('unknown')
})

test('an import of a package that is not there has a name that fits, and none that is taken', async () => {
  const files = {
    'a.go':
      'package a\n\nimport (\n\t"example.org/gone/core/v1"\n\t"example.org/gone/left-pad"\n\t"example.org/gone/go-own"\n\t"example.org/gone/string"\n\t"example.org/gone/scaling/v2"\n)\n\n' +
      'var own struct{ Name string }\n\nvar _, _, _, _, _ = v1.Pod, leftpad.Left, own.Name, v2.Scale, core.Pod\n',
  }
  const { references } = await told(files, 'a.go')
  expect(meaning(references, 13, 'Pod')).toBe('example.org/gone/core/v1.Pod')
  expect(meaning(references, 13, 'Left')).toBe('example.org/gone/left-pad.Left')
  expect(meaning(references, 13, 'Scale')).toBe('example.org/gone/scaling/v2.Scale')
  expect(meaning(references, 13, 'Name')).toBe('Name')
  expect(meaning(references, 13, 'core')).toBe('unknown')
  expect(meaning(references, 11, 'string')).toBe('candidate')
})

test('a promoted member is only a candidate when something nearer may have its name', async () => {
  const files = {
    'a.go': 'package a\n\nimport "example.org/gone"\n\ntype base struct{ id int }\n\ntype mid struct{ base }\n\ntype T struct {\n\tgone.Other\n\tmid\n}\n\nfunc use(t T) { _ = t.id; _ = t.base }\n',
    'b.go': 'package a\n\ntype broken struct{ base }\n\nfunc (broken) lost( {\n',
    'c.go': 'package a\n\nfunc also(b broken) { _ = b.id }\n',
  }
  const { references } = await told(files, 'a.go')
  expect(references.find(({ line, name }) => line === 14 && name === 'id')).toMatchObject({ status: 'candidate', candidates: ['example.org/bad.base.id'] })
  const { references: others } = await told(files, 'c.go')
  expect(meaning(others, 3, 'id')).toBe('candidate')
})

test('10,000 levels of nesting are told as far as they are safe', { timeout: 60_000 }, async () => {
  const many = 10_000
  const cases: Record<string, string> = {
    parentheses: `var x = ${'('.repeat(many)}y${')'.repeat(many)}`,
    types: `type T ${'[]'.repeat(many)}int\nvar x T`,
    blocks: `func f() ${'{'.repeat(many)}y()${'}'.repeat(many)}`,
    closures: `var x = ${'func() any { return '.repeat(many)}y${'}'.repeat(many)}`,
    calls: `var x = y${'.a()'.repeat(many)}`,
    literals: `var x = []any${'{'.repeat(many)}${'}'.repeat(many)}`,
    sums: `var x = y${' + y'.repeat(many)}`,
    branches: `func f(a int) { if a == 0 {}${' else if a == 1 {}'.repeat(many)} }`,
  }
  for (const [name, code] of Object.entries(cases)) {
    const { references } = await told({ 'a.go': `package a\n\n${code}\n\nfunc y() {}\n\nvar z = y\n` }, 'a.go')
    expect(references.length, name).toBeGreaterThan(3)
    expect(references.at(-1), name).toMatchObject({ name: 'y', status: 'resolved' })
  }
  const { references, codes } = await told({ 'a.go': `package a\n\nvar y int\n${cases['sums'] ?? ''}\n` }, 'a.go')
  expect(codes).toEqual([])
  expect(references.filter(({ status }) => status === 'resolved')).toHaveLength(many + 4)
  expect((await told({ 'a.go': `package a\n\n${cases['parentheses'] ?? ''}\n` }, 'a.go')).codes).toEqual(['go-nesting'])
})

test('a generated file of 10 MB is told about in time', { timeout: 120_000 }, async () => {
  const one = (index: number): string => `// Doc of T${index}.\ntype T${index} struct { Name string; Next *T${index} }\n\nfunc (t *T${index}) Get() string { if t != nil { return t.Next.Name }; return "${'x'.repeat(900)}" }\n\n`
  const text = `// Code generated by a test. DO NOT EDIT.\n\npackage a\n\n${Array.from({ length: 10_000 }, (_, index) => one(index)).join('')}`
  expect(text.length).toBeGreaterThan(10_000_000)
  const { references, codes } = await told({ 'big.go': text, 'a.go': 'package a\n\nfunc use(t *T9999) { t.Next.Get() }\n' }, 'a.go')
  expect(codes).toEqual([])
  expect(meaning(references, 3, 'Get')).toBe('example.org/bad.T9999.Get')
  const big = await told({ 'big.go': text }, 'big.go')
  expect(big.codes).toEqual([])
  expect(big.references.filter(({ status }) => status === 'unknown' || status === 'candidate')).toEqual([])
})

test('a function of 200,000 statements is told about, and does no harm when one of them is not well-formed', { timeout: 60_000 }, async () => {
  const statements = '\ta++\n'.repeat(200_000)
  const { references, codes } = await told({ 'a.go': `package a\n\nvar a int\n\nfunc many() {\n${statements}}\n` }, 'a.go')
  expect(codes).toEqual([])
  expect(references.filter(({ name, target }) => name === 'a' && target?.line === 3)).toHaveLength(200_001)
  const broken = await told({ 'a.go': `package a\n\nfunc many() {\n${statements}\t:= ;\n}\n\nfunc good() { good() }\n` }, 'a.go')
  expect(broken.codes).toEqual(['go-syntax'])
  expect(broken.references.at(-1)).toMatchObject({ name: 'good', status: 'resolved' })
})

test('of two declarations of one name, only those that cannot be built together are told apart', async () => {
  const files = {
    'a.go': 'package a\n\nfunc use() { both(); system(); twice() }\n',
    'a_linux.go': 'package a\n\nfunc both() {}\n\nfunc system() {}\n',
    'a_windows.go': 'package a\n\nfunc both() {}\n\nfunc usesOwn() { both() }\n',
    'b.go': 'package a\n\nfunc twice() {}\n',
    'c.go': 'package a\n\nfunc twice() {}\n',
  }
  const { references } = await told(files, 'a.go')
  expect(references.find(({ name }) => name === 'both')?.target?.file).toBe('a_linux.go')
  expect(meaning(references, 3, 'system')).toBe('example.org/bad.system')
  expect(meaning(references, 3, 'twice')).toBe('candidate')
  const { references: there } = await told(files, 'a_windows.go')
  expect(there.find(({ line, name }) => line === 5 && name === 'both')?.target?.file).toBe('a_windows.go')
})

test('what comes from a package that is not at hand is known by name, and nothing more', async () => {
  const { references, codes } = await told({ 'a.go': 'package a\n\nimport "example.org/gone/v3"\n\nvar x = gone.New()\n\nfunc use(o gone.Options) { x.Run(o.Name); gone.unexported() }\n' }, 'a.go')
  expect(codes).toEqual([])
  expect(references.find(({ name }) => name === 'New')?.target).toMatchObject({ symbol: 'example.org/gone/v3.New', kind: 'unknown', importPath: 'example.org/gone/v3', file: null })
  for (const name of ['Run', 'Name', 'unexported']) expect(meaning(references, 7, name)).toBe('unknown')
})

test('a file that is not there, empty or binary has no references', async () => {
  expect((await told({}, '../a.go')).references).toEqual([])
  expect((await told({}, 'gone.go')).references).toEqual([])
  expect((await told({ 'empty.go': '' }, 'empty.go')).references).toEqual([])
  expect((await told({ 'zero.go': 'package a\0' }, 'zero.go')).references).toEqual([])
})
