import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openIndex } from '../../src/golang/index.ts'
import { openCrossReferences, type CallEdge, type Use } from '../../src/golang/references/index.ts'

const root = join(import.meta.dirname, 'fixtures/calls')
const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] } as const
const index = await openIndex(tree, { packages: ['...'] })
const references = await openCrossReferences(index)
const symbols = new Set([...index.declarations()].map(({ symbol }) => symbol))

const printUse = ({ file, line, column, endColumn, inside, kind }: Use): string => `  ${file}:${line}:${column}-${endColumn} ${kind} in ${inside ?? 'the imports'}`
const printEdge = ({ caller, callee, kind, through, file, line, column }: CallEdge): string =>
  `  ${kind} ${caller} → ${callee}${through === undefined ? '' : ` through ${through}`} at ${file}:${line}:${column}`

test('tells where every declaration is used', async () => {
  const lines: string[] = []
  for (const symbol of symbols) lines.push(symbol, ...(await references.usesOf(symbol)).map(printUse))
  lines.push('example.org/calls/shop', ...(await references.usesOf('example.org/calls/shop')).map(printUse))
  expect(references.diagnostics).toEqual([])
  await expect(lines.join('\n')).toMatchFileSnapshot(join(root, 'uses.txt'))
})

test('tells who calls whom, and through what', async () => {
  const lines: string[] = []
  const edges = new Set<string>()
  for (const symbol of symbols) {
    const [callees, callers] = [await references.calleesOf(symbol), await references.callersOf(symbol)]
    lines.push(symbol, ...callees.map(printEdge))
    for (const edge of callers) edges.add(printEdge(edge))
  }
  await expect(lines.join('\n')).toMatchFileSnapshot(join(root, 'callees.txt'))
  expect([...edges].sort()).toEqual(lines.filter((line) => line.startsWith('  ')).sort())
})

test('tells the same of a file as the resolver, and nothing of what is not there', async () => {
  const told = await references.in('shop/shop.go')
  expect(told.find(({ line, name }) => line === 22 && name === 'Count')?.target).toEqual({
    kind: 'method',
    importPath: 'example.org/calls/shop',
    symbol: 'example.org/calls/shop.shelf.Count',
    file: 'shop/shop.go',
    line: 14,
    column: 16,
    library: null,
  })
  expect(await references.in('shop/gone.go')).toEqual([])
  expect(await references.usesOf('example.org/calls/shop.Gone')).toEqual([])
})
