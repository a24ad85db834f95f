import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declaredCodes, extendLock, listAnchors, writeChapter } from '../../src/authoring/index.ts'
import { listChapter } from '../../src/authoring/list-chapter.ts'
import { openIndex } from '../../src/golang/index.ts'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { emptyLock } from '../../src/walkthrough/index.ts'
import { bookFromSource, config, lockOrigin, treeAt } from '../markdown/kettle.ts'

const tree = join(import.meta.dirname, '../markdown/tree')
const place = { file: '', line: 1, column: 1 }

async function anchorsIn(symbol: string, ...names: string[]) {
  const index = await openIndex(treeAt(tree), { packages: ['...'] })
  const result = (await declaredCodes(index, { app: 'example.org/kettle/app' }))(symbol, place)
  if (result.kind === 'failed') return result.diagnostics
  return listAnchors(result.value, new Set(names))
}

describe('where a note makes sense', () => {
  const noteworthy = async (symbol: string, ...names: string[]) => (await anchorsIn(symbol, ...names)).flatMap((one) => ('reason' in one && one.reason !== undefined ? [`${one.line} ${one.reason} ${one.code}`] : []))

  it('is where calls lead on, and at the result', async () => {
    expect(await noteworthy('app.NewCommand', 'Check', 'Boil')).toEqual(['28 leads-on if err := Check(o); err != nil {', '31 leads-on if err := Boil(o); err != nil {', '34 returns return nil'])
  })

  it('is where an error comes from, when nothing leads on', async () => {
    expect(await noteworthy('app.NewCommand')).toEqual(['28 checks if err := Check(o); err != nil {', '31 checks if err := Boil(o); err != nil {', '34 returns return nil'])
  })

  it('is nowhere in a declaration without statements', async () => {
    expect(await noteworthy('app.Options')).toEqual([])
    expect((await anchorsIn('app.Options')).length).toBeGreaterThan(3)
  })

  it('is told with what comes nearest, of a name that is not there', async () => {
    expect(await anchorsIn('app.Chek')).toMatchObject([{ code: 'symbol-not-found', candidates: expect.arrayContaining(['app.Check']) as string[] }])
  })
})

describe('a chapter that was begun', () => {
  it('fits its source, and says what is left to write', async () => {
    const excerpts = await Promise.all(
      ['app.NewCommand', 'app.Options'].map(async (symbol) => {
        const lines = await anchorsIn(symbol, 'Check', 'Boil')
        return { symbol, title: symbol, anchors: lines.flatMap((one) => ('anchor' in one && one.reason !== undefined ? [one.anchor] : [])) }
      }),
    )
    const { book, recorded } = await bookFromSource()
    const told: Diagnostic[] = []
    const page = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => told.push(...found) })('content/docs/kettle/new.md')
    if (page === undefined) throw new Error('no page')
    const text = writeChapter({ title: 'Boil: a title', excerpts })
    expect(text.startsWith('---\ntitle: "Boil: a title"\n---\n')).toBe(true)
    checkChapter(text, page, 'kettle/new', () => true)
    expect(told.filter(({ code }) => code !== 'not-accepted').map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array<string>(3).fill('warning note-unwritten'))
    expect(Object.values(recorded.anchors).flatMap((anchors) => Object.keys(anchors))).toHaveLength(3)
  })

  it('is written the same way in any language, with titles that YAML takes for text', () => {
    const titles = ['运行', 'Run', 'true', '- a', 'a # b', "it's", 'a\\b']
    const written = titles.map((title) => writeChapter({ title, excerpts: [] }).split('\n')[1])
    expect(written).toEqual(['title: 运行', 'title: Run', 'title: "true"', 'title: "- a"', 'title: "a # b"', `title: "it's"`, 'title: "a\\\\b"'])
  })
})

describe('the list of chapters in the config', () => {
  const text = (list: string): string => `export default defineConfig({\n  walkthroughs: [\n    { id: 'a', chapters: ['x'] },\n    { id: 'b', chapters: ${list} },\n  ],\n})\n`

  it('gets one more, written like the others, in the right walkthrough', () => {
    expect(listChapter(text("['one', 'two']"), 'b', 'three')).toBe(text("['one', 'two', 'three']"))
    expect(listChapter(text('["one"]'), 'b', 'two')).toBe(text('["one", "two"]'))
    expect(listChapter(text("[\n      'one',\n      'two',\n    ]"), 'b', 'three')).toBe(text("[\n      'one',\n      'two',\n      'three',\n    ]"))
    expect(listChapter(text('[]'), 'b', 'one')).toBe(text("['one']"))
  })

  it('is left alone where it is not written out', () => {
    for (const list of ['chapters', '[...others]', '[first]']) expect(listChapter(text(list), 'b', 'one')).toBeUndefined()
    expect(listChapter(text("['one']"), 'c', 'one')).toBeUndefined()
  })
})

describe('a lock that is extended', () => {
  it('keeps what was accepted and adds what is new', () => {
    const anchor = (fingerprint: string) => ({ range: [1, 1, 1, 2] as [number, number, number, number], unit: [1, 1] as [number, number], fingerprint })
    const accepted = { ...emptyLock(lockOrigin), symbols: { 'app.A': 'p.A' }, anchors: { 'p.A': { old: anchor('a'.repeat(16)) } } }
    const recorded = { ...emptyLock(lockOrigin), symbols: { 'app.B': 'p.B' }, anchors: { 'p.A': { old: anchor('b'.repeat(16)), more: anchor('c'.repeat(16)) }, 'p.B': { x: anchor('d'.repeat(16)) } } }
    const lock = extendLock(accepted, recorded)
    expect(lock.anchors).toEqual({ 'p.A': { old: anchor('a'.repeat(16)), more: anchor('c'.repeat(16)) }, 'p.B': { x: anchor('d'.repeat(16)) } })
    expect(lock.symbols).toEqual({ 'app.A': 'p.A', 'app.B': 'p.B' })
  })
})
