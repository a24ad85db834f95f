import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { knownDifferences, renderDifferences } from '../../src/markdown/differences/index.ts'
import { binding, differencesFile, differencesOf, differencesSchema, formatDifferences, reportOf, verdict, type Verdict } from '../../src/upgrade/index.ts'

const place = { file: 'content/docs/kettle/walk.md', line: 1, column: 1 }
const before = { symbol: 'example.org/app.Boil', kind: 'func', file: 'app/boil.go', lines: [3, 9] } as const
const note = (text: string, given: Partial<Verdict>): Verdict =>
  verdict({ binding: binding({ kind: 'fragment', use: 'note', text, inside: 'app.Boil', place }), before, status: 'same', reason: '', needsPerson: false, ...given })

const excerpt = verdict({
  binding: binding({ kind: 'symbol', use: 'excerpt', text: 'app.Boil', part: { kind: 'whole' }, place }),
  before,
  after: { symbol: 'example.org/app/kettle.Kettle.Boil', kind: 'method', file: 'app/kettle/boil.go', lines: [40, 52] },
  status: 'renamed', codeSame: false, reason: '', needsPerson: true, diff: ['-secret code'],
})
const verdicts = [excerpt, note('heat(o)', {}), note('wait(o)', { status: 'gone', candidates: [{ name: 'secret(o)', file: 'app/wait.go', line: 5, score: 0.8 }] }), note('pour(o)', { status: 'moved', after: { ...before, file: 'app/pour.go', lines: [7, 7] } })]
const pin = { tag: 'v2', commit: 'b'.repeat(40) }
const differences = differencesOf(reportOf({ walkthrough: 'kettle', from: 'v1', to: 'v2', pin, verdicts }), 'a'.repeat(40))

describe('what is stored about another version', () => {
  it('holds names, places and statuses, and no code', () => {
    const text = formatDifferences(differences)
    expect(differencesSchema.parse(JSON.parse(text))).toEqual(differences)
    expect(text).not.toMatch(/secret|heat\(|wait\(|pour\(/)
    expect(text).toMatchSnapshot()
    expect(differencesFile('kettle', 'release/v2')).toBe('content/differences/kettle.release-v2.json')
  })
})

describe('what a reader sees', () => {
  const fragments = ['wait(o)', 'heat(o)', 'pour(o)'].map((text) => ({ text, nth: undefined, place }))
  const request = { symbol: 'app.Boil', part: { kind: 'whole' }, id: undefined, notes: fragments, place } as const
  const view = { symbol: before.symbol, notes: [1, 2, 3].map((number) => ({ number, id: '', range: undefined, url: undefined, changed: false })) }
  const known = (url?: string) =>
    knownDifferences([{ version: { ...pin, ...(url === undefined ? {} : { url }) }, differences, linesUrl: 'https://code.example/{commit}/{path}#L{start}-L{end}' }], request, view, [1, 0, 2])

  it.each(['en', 'zh-CN'])('%s', (language) => {
    const element = renderDifferences(known('https://v2.example/'), language)
    expect(element && toHtml(element).replaceAll('><', '>\n<')).toMatchSnapshot()
  })

  it('is nothing where nothing is known', () => {
    expect(renderDifferences(knownDifferences([], request, view, []), 'en')).toBeUndefined()
    const other = { ...view, symbol: 'example.org/app.Other' }
    expect(knownDifferences([{ version: pin, differences, linesUrl: undefined }], request, other, [])).toEqual([])
  })

  it('does not call a note different whose code only moved with the excerpt', () => {
    const moved = { status: 'moved', codeSame: true } as const
    const html = (file: string): string => {
      const element = renderDifferences([{ version: 'v2', href: undefined, excerpt: { ...moved, after: { file: 'app/kettle/boil.go', lines: [40, 52] } }, notes: [{ number: 1, fact: { ...moved, after: { file, lines: [44, 44] } } }], urlOf: () => undefined }], 'en')
      return element === undefined ? '' : toHtml(element)
    }
    expect(html('app/kettle/boil.go')).not.toContain('<details>')
    expect(html('app/pour.go')).toContain('One of its notes differs.')
  })
})
