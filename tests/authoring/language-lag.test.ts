import { describe, expect, it } from 'vitest'
import { createColors } from 'picocolors'
import { languageLag } from '../../src/authoring/index.ts'
import { formatDiagnostic } from '../../src/report/index.ts'

const note = (at: string): string => `:::note{at="${at}"}\nWords.\n:::\n`
const excerpt = (symbol: string, ...notes: string[]): string => `::::go{symbol="${symbol}"}\n${notes.map(note).join('')}::::\n\n`
const english = (text: string) => ({ file: 'content/docs/a/walk.md', language: 'English', text })
const chinese = (text: string) => ({ file: 'content/docs/zh-cn/a/walk.md', language: '简体中文', text })
const told = (...pages: Parameters<typeof languageLag>[0]) => languageLag(pages).map((one) => formatDiagnostic(one, createColors(false)))

describe('a page that is behind', () => {
  it('is told by the notes it lacks, at the place where they belong', () => {
    const whole = english(`---\ntitle: x\n---\n\n${excerpt('app.Run', 'first()', 'second()', 'third()')}`)
    expect(told(whole, chinese(excerpt('app.Run', 'first()', 'third()')))).toEqual([
      [
        'content/docs/zh-cn/a/walk.md:2 warning[translation-behind] This page is behind English by 1 note.',
        '  expected: the note at second() (content/docs/a/walk.md:9)',
        '  to mend:  Translate what is missing, or say in your change that 简体中文 is welcome.',
      ].join('\n'),
    ])
  })

  it('may be the first language as well, and both at once', () => {
    const [first, second, ...more] = languageLag([english(excerpt('app.A', 'x')), chinese(excerpt('app.A', 'y') + excerpt('app.B'))])
    expect([first?.file, first?.message]).toEqual(['content/docs/a/walk.md', 'This page is behind 简体中文 by 1 excerpt and 1 note.'])
    expect([second?.file, second?.message, more]).toEqual(['content/docs/zh-cn/a/walk.md', 'This page is behind English by 1 note.', []])
  })

  it('is not behind by prose, by layout, or by the name of an excerpt', () => {
    const same = '::::go{symbol="app.A" id="one"}\n:::note{at="f(a,  b)"}\nx\n:::\n::::\n'
    const other = '更多的文字\n\n::::go{id="yi" symbol="app.A"}\n:::note{at="f(a, b)"}\ny\n:::\n::::\n'
    expect(told(english(same), chinese(other))).toEqual([])
  })

  it('tells excerpts of one declaration apart, and counts what is too much to list', () => {
    const lags = languageLag([english(excerpt('app.A', 'x') + excerpt('app.A', 'y')), chinese(excerpt('app.A', 'x'))])
    expect(lags.map(({ message }) => message)).toEqual(['This page is behind English by 1 excerpt and 1 note.'])
    const many = languageLag([english(excerpt('app.A', ...'a b c d e f g h i j'.split(' '))), chinese('')])
    expect(many[0]?.expected?.split('\n').at(-1)).toBe('and 5 more')
  })
})
