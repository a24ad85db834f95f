import { describe, expect, it } from 'vitest'
import { collectBindings } from '../../src/markdown/bindings/index.ts'
import { rewrite, verdict, type Verdict } from '../../src/upgrade/index.ts'

const FILE = 'content/docs/kettle/walk.md'
const read = (text: string) => collectBindings(text, FILE)

/** Rewrites the bindings whose words are named; all others stay. */
function rewriteTo(text: string, names: Record<string, string | { text: string; nth: number }>): string {
  const verdicts = read(text).map((binding): Verdict => {
    const wanted = names[binding.text]
    const meant = wanted === undefined ? undefined : typeof wanted === 'string' ? { text: wanted, nth: undefined } : wanted
    return verdict({ binding, status: 'renamed', reason: '', needsPerson: false, ...(meant === undefined ? {} : { rewrite: meant }) })
  })
  return rewrite(text, verdicts, read).text
}

const chapter = [
  '---', 'title: Kettle', '---', '',
  'Prose about app.Boil, `app.Boil` and :sym[app.Boil]{as="Boil"}, and :flag[--degrees].', '',
  '::::go{symbol="app.Boil" from=\'heat(o)\' #id}',
  ':::note{at="boil( o )"}', 'app.Boil does it.', ':::', '::::', '',
  '::trail{from="main.main" to=app.Boil}', '',
].join('\n')

describe('what a chapter holds on to', () => {
  it('is read with the place of its words', () => {
    expect(read(chapter).map(({ use, text, place, spot }) => [use, text, place.line, spot && chapter.slice(spot.start, spot.end)])).toEqual([
      ['sym', 'app.Boil', 5, 'app.Boil'],
      ['flag', '--degrees', 5, '--degrees'],
      ['excerpt', 'app.Boil', 7, 'app.Boil'],
      ['from', 'heat(o)', 7, 'heat(o)'],
      ['note', 'boil( o )', 8, 'boil( o )'],
      ['trail', 'main.main', 13, 'main.main'],
      ['trail', 'app.Boil', 13, 'app.Boil'],
    ])
  })
})

describe('rewriting', () => {
  it('touches the words of directives and nothing else', () => {
    const written = rewriteTo(chapter, { 'app.Boil': 'kettle.Kettle.Boil' })
    expect(written.split('\n').filter((line, i) => line !== chapter.split('\n')[i])).toEqual([
      'Prose about app.Boil, `app.Boil` and :sym[kettle.Kettle.Boil]{as="Boil"}, and :flag[--degrees].',
      '::::go{symbol="kettle.Kettle.Boil" from=\'heat(o)\' #id}',
      '::trail{from="main.main" to=kettle.Kettle.Boil}',
    ])
  })

  it('keeps line ends, a byte order mark and the quotation marks that fit', () => {
    const windows = `\uFEFF${chapter.replaceAll('\n', '\r\n')}`
    const written = rewriteTo(windows, { 'boil( o )': 'say("boil")', '--degrees': '--celsius' })
    expect(written).toBe(windows.replace('at="boil( o )"', 'at=\'say("boil")\'').replace(':flag[--degrees]', ':flag[--celsius]'))
  })

  it('adds which of several places is meant', () => {
    expect(rewriteTo(chapter, { 'heat(o)': { text: 'heat(o)', nth: 2 }, 'boil( o )': { text: 'boil( o )', nth: 3 } }).split('\n').slice(6, 8)).toEqual([
      '::::go{symbol="app.Boil" from=\'heat(o)\' #id from-nth="2"}',
      ':::note{at="boil( o )" nth="3"}',
    ])
  })

  it('writes one key of several, and only where it is a whole one', () => {
    const text = '::::go{symbol="app.New" show="Run, RunE,Use"}\n::::\n'
    expect(rewriteTo(text, { RunE: 'Do', Use: 'Name' })).toBe('::::go{symbol="app.New" show="Run, Do,Name"}\n::::\n')
  })

  it('leaves alone what could not be written so that it reads back as it was meant', () => {
    expect(rewriteTo(chapter, { 'boil( o )': `say("it's")`, '--degrees': '--a] b' })).toBe(chapter)
  })
})
