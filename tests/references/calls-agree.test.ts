import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { openCalls } from '../../src/golang/calls/index.ts'
import { openIndex, type Declaration, type GoIndex } from '../../src/golang/index.ts'
import { openCrossReferences } from '../../src/golang/references/index.ts'

const TREES = ['examples/tiny-apiserver', 'tests/references/fixtures/calls']

const place = ({ file, line }: { file: string; line: number }, caller: string, callee: string): string => `${caller} → ${callee} at ${file}:${line}`

async function open(folder: string): Promise<{ index: GoIndex; functions: readonly Declaration[] }> {
  const root = join(projectRoot, folder)
  const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] } as const
  const index = await openIndex(tree, { packages: ['...'] })
  const functions = index.packages().flatMap((path) => index.package(path).filter(({ kind }) => kind === 'func' || kind === 'method'))
  return { index, functions: functions.filter(({ symbol }) => index.bySymbol(symbol).length === 1) }
}

describe.each(TREES)('in %s', (folder) => {
  it('what calls a function, and how one function leads to another, are told alike', async () => {
    const { index, functions } = await open(folder)
    const references = await openCrossReferences(index)
    const calls = openCalls(index)
    const counted = new Set<string>()
    const led = new Set<string>()
    for (const callee of functions) {
      for (const edge of await references.callersOf(callee.symbol)) if (edge.kind === 'call') counted.add(place(edge, edge.caller, callee.symbol))
      for (const caller of functions) {
        const leads = (await calls.leads(caller, callee)).filter(({ how, status, via }) => how === 'call' && status === 'resolved' && via === undefined)
        for (const lead of leads) led.add(place(lead, caller.symbol, callee.symbol))
      }
    }
    const known = new Set(functions.map(({ symbol }) => symbol))
    const between = [...counted].filter((call) => known.has(call.slice(0, call.indexOf(' → '))))
    expect(between.length).toBeGreaterThan(3)
    expect([...led].sort()).toEqual(between.sort())
  })
})
