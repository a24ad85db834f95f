import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIndex } from '../../src/golang/index.ts'
import { openCrossReferences, type CrossReferences, type Use } from '../../src/golang/references/index.ts'
import { treeOnDisk } from '../golang/in-memory-tree.ts'

const files = {
  'go.mod': 'module example.org/kept\n',
  'low/low.go': 'package low\n\n// T.\ntype T struct{ Size int }\n\nfunc New() *T { return &T{} }\n\nfunc Other() {}\n',
  'low/more.go': 'package low\n\nfunc more() { Other() }\n',
  'mid/mid.go': 'package mid\n\nimport "example.org/kept/low"\n\nfunc Make() *low.T { return low.New() }\n',
  'top/top.go': 'package top\n\nimport "example.org/kept/mid"\n\nfunc use() int { return mid.Make().Size }\n',
  'apart/apart.go': 'package apart\n\nimport "example.org/kept/gone"\n\nfunc use() { gone.Away() }\n',
  'apart/apart_windows.go': 'package apart\n\nfunc onlyThere() { use() }\n',
}

let tree: ReturnType<typeof treeOnDisk>
let cacheRoot: string
beforeEach(() => {
  tree = treeOnDisk(files)
  cacheRoot = mkdtempSync(join(tmpdir(), 'waymark-references-'))
  for (const file of Object.keys(files)) age(file)
})
afterEach(() => {
  tree.remove()
  rmSync(cacheRoot, { recursive: true })
})

/** Makes a file look as if it had been written a while ago, as files of a source tree are. */
function age(file: string): void {
  const when = Date.now() / 1000 - 60
  utimesSync(join(tree.root, file), when, when)
}

function write(file: string, text: string): void {
  writeFileSync(join(tree.root, file), text)
}

async function look(): Promise<{ references: CrossReferences; uses: readonly Use[] }> {
  const source = { root: tree.root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: tree.root }, pinned: false, topLevel: [] } as const
  const references = await openCrossReferences(await openIndex(source, { packages: ['...'] }), { cacheRoot })
  return { references, uses: await references.usesOf('example.org/kept/low.T.Size') }
}

const SIZE_USED = [{ file: 'top/top.go', line: 5, column: 36, endColumn: 40, inside: 'example.org/kept/top.use', kind: 'reference' }]

test('resolves nothing again that has not changed', async () => {
  const first = await look()
  expect(first.references.resolved).toBe(6)
  expect(first.uses).toEqual(SIZE_USED)
  const second = await look()
  expect(second.references.resolved).toBe(0)
  expect(second.uses).toEqual(SIZE_USED)
  for (const file of Object.keys(files)) expect(await second.references.in(file)).toEqual(await first.references.in(file))
  expect(await second.references.calleesOf('example.org/kept/mid.Make')).toEqual(await first.references.calleesOf('example.org/kept/mid.Make'))
})

test('resolves only the file again when the inside of a function has changed', async () => {
  await look()
  write('low/low.go', files['low/low.go'].replace('&T{}', 'new(T)'))
  const { references, uses } = await look()
  expect(references.resolved).toBe(1)
  expect(uses).toEqual(SIZE_USED)
})

test('resolves again what depends on a declaration that has changed or moved', async () => {
  await look()
  write('low/low.go', files['low/low.go'].replace('Size int', 'Length, Size int'))
  expect((await look()).references.resolved).toBe(4)
  age('low/low.go')
  write('low/low.go', files['low/low.go'].replace('package low\n', 'package low\n\n'))
  const { references } = await look()
  expect(references.resolved).toBe(4)
  expect((await references.in('top/top.go')).find(({ name }) => name === 'Size')?.target?.line).toBe(5)
})

test('notices a package that comes or goes, and a file beside', async () => {
  await look()
  tree.write('gone/gone.go', 'package gone\n\nfunc Away() {}\n')
  const came = await look()
  expect(came.references.resolved).toBe(3)
  expect((await came.references.in('apart/apart.go')).find(({ name }) => name === 'Away')?.target?.file).toBe('gone/gone.go')
  tree.write('mid/beside.go', 'package mid\n\nfunc Make() {}\n')
  const beside = await look()
  expect(beside.references.resolved).toBe(3)
  expect(beside.uses).toEqual([])
})

test('begins again when what is kept is torn', async () => {
  await look()
  const [name = ''] = readdirSync(join(cacheRoot, 'references'))
  writeFileSync(join(cacheRoot, 'references', name), 'waymark-references 1\ntorn')
  const { references, uses } = await look()
  expect(references.resolved).toBe(6)
  expect(uses).toEqual(SIZE_USED)
})
