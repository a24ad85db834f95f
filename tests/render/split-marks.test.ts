import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TokenLine } from '../../src/markdown/highlight/index.ts'
import { splitMarks, type Mark } from '../../src/markdown/render/split-marks.ts'

const tokens: TokenLine = [
  { text: '\treturn ', kind: 'keyword' },
  { text: 'a.b(', kind: undefined },
  { text: '"c"', kind: 'string' },
  { text: ')', kind: undefined },
]
const mark = (note: number, startLine: number, startColumn: number, endLine: number, endColumn: number): Mark => ({
  note,
  range: { startLine, startColumn, endLine, endColumn },
})
const shape = (line: number, ...marks: Mark[]): string =>
  splitMarks(tokens, line, marks)
    .map(({ notes, pieces }) => `${notes.join('+') || '-'}:${pieces.map(({ text }) => text).join('|')}`)
    .join('  ')

test('cuts tokens where a mark begins and ends', () => {
  expect(shape(5, mark(1, 5, 11, 5, 15))).toBe('-:\treturn |a.  1:b(|"c  -:"|)')
})

test('nests and overlaps', () => {
  expect(shape(5, mark(1, 5, 2, 5, 17), mark(2, 5, 9, 5, 12))).toBe('-:\t  1:return   1+2:a.b  1:(|"c"|)')
  expect(shape(5, mark(1, 5, 2, 5, 11), mark(2, 5, 9, 5, 17))).toBe('-:\t  1:return   1+2:a.  2:b(|"c"|)')
})

test('takes a whole line in the middle of a mark, without its indentation', () => {
  expect(shape(5, mark(1, 4, 3, 6, 2))).toBe('-:\t  1:return |a.b(|"c"|)')
})

test('leaves other lines alone', () => {
  expect(shape(7, mark(1, 4, 3, 6, 2))).toBe('-:\treturn |a.b(|"c"|)')
})

test('whatever the marks, the line stays the same and each piece keeps its kind', () => {
  const position = fc.integer({ min: 1, max: 24 })
  const anyMark = fc
    .tuple(fc.integer({ min: 3, max: 7 }), position, fc.integer({ min: 0, max: 3 }), position)
    .map(([line, from, more, to]) => mark(1 + (from % 5), line, from, line + more, to))
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 6 }), (marks) => {
      const groups = splitMarks(tokens, 5, marks)
      const pieces = groups.flatMap((group) => group.pieces)
      expect(pieces.map(({ text }) => text).join('')).toBe('\treturn a.b("c")')
      expect(pieces.every(({ text }) => text !== '')).toBe(true)
      const joined = tokens.map(({ kind }) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text).join(''))
      expect(joined).toEqual(['\treturn ', 'a.b()', '"c"', 'a.b()'])
    }),
  )
})
