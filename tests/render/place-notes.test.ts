import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { estimateHeight } from '../../src/markdown/render/estimate-height.ts'
import { homeLines, placeNotes } from '../../src/markdown/render/place-notes.ts'
import { excerptOf } from './excerpt-of.ts'

const note = (number: number, startLine: number, endLine: number) => ({
  number,
  id: `n${number}`,
  range: { startLine, startColumn: 1, endLine, endColumn: 2 },
  url: undefined,
  changed: false,
})

test('a note is read after its statement; after its first line when that is long or another note comes between', () => {
  expect(homeLines([note(1, 10, 12)])).toEqual([12])
  expect(homeLines([note(1, 10, 40)])).toEqual([10])
  expect(homeLines([note(1, 10, 12), note(2, 11, 11)])).toEqual([11, 11])
  expect(homeLines([note(1, 10, 10), { ...note(2, 0, 0), range: undefined }, note(3, 30, 31)])).toEqual([10, undefined, 31])
})

test('the height of a note follows its text; a Chinese character is as wide as two letters', () => {
  expect(estimateHeight([h('p', 'Short.')], 17)).toBe(1)
  expect(estimateHeight([h('p', 'word '.repeat(24))], 17)).toBe(5)
  expect(estimateHeight([h('p', '注'.repeat(34))], 17)).toBe(2)
  expect(estimateHeight([h('p', 'One.'), h('ul', [h('li', 'a'), h('li', 'b')])], 17)).toBe(4)
})

test('notes are pushed down until none touches the one above, folds counting as one row', () => {
  const long = 'Nine words in each of these sentences, no more. '.repeat(5)
  const { view, bodies } = excerptOf('func NewOpenCommand', {
    shown: [[27, 29], [41, 62], [86, 86]],
    notes: [
      { at: 'o := NewOptions()', says: long },
      { at: 'RunE: func(cmd *Command, args []string) error {', says: 'Short.' },
      { at: 'return Run(', says: 'Far below.' },
    ],
  })
  const { placements, height } = placeNotes(view, bodies)
  // Rows: 27→0, 28→1, 29→2, the fold→3, 41→4. The first note takes nine rows from row 1 and one stays free.
  expect(placements.map(({ line, push }) => ({ line, push }))).toEqual([
    { line: 28, push: 0 },
    { line: 41, push: 1 + estimateHeight(bodies[0] ?? [], 17) + 1 - 4 },
    { line: 61, push: 0 },
  ])
  expect(height).toBe(24 + 1 + 1)
})

test('short code with much to say about it makes room for its notes; long lines do not give it', () => {
  const long = 'Nine words in each of these sentences, no more. '.repeat(6)
  const short = excerptOf('type Options', { label: 'harbour.Options', notes: [{ at: 'Name', says: long }, { at: 'Berths', says: long }] })
  const placed = placeNotes(short.view, short.bodies)
  expect(placed.roomy).toBe(true)
  expect(placed.roomyHeight).toBeLessThan(placed.height)
  expect(placed.placements.map(({ roomyPush }) => roomyPush)).toEqual([0, estimateHeight(short.bodies[0] ?? [], 33)])
  const wide = excerptOf('func NewOpenCommand', { shown: [[27, 29], [61, 62], [86, 86]], notes: [{ at: 'return Run(', says: long.repeat(3) }] })
  expect(placeNotes(wide.view, wide.bodies).roomy).toBe(false)
})
