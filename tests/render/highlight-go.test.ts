import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGoHighlight, type TokenLine } from '../../src/markdown/highlight/index.ts'

const highlight = await createGoHighlight()
const spell = (line: TokenLine | undefined): string => (line ?? []).map(({ text }) => text).join('')
const kinds = (line: TokenLine | undefined): string[] => (line ?? []).filter(({ kind }) => kind !== undefined).map(({ text, kind }) => `${kind} ${text.trim()}`)

test('tells the parts of a declaration apart', () => {
  const lines = highlight(['func (o *Options) Name(x int) (string, error) { // why', '\treturn "a\\n", fmt.Errorf("%d", 0x10, nil)', '}'])
  expect(kinds(lines[0])).toEqual(['keyword func', 'type Options', 'function Name', 'type int', 'type string', 'type error', 'comment // why'])
  expect(kinds(lines[1])).toEqual(['keyword return', 'string "a', 'constant \\n', 'string "', 'function Errorf', 'string "', 'constant %d', 'string "', 'number 0x10', 'constant nil'])
})

test('keeps the state of raw strings and comments over lines', () => {
  const lines = highlight(['var x = `one', 'if func return', 'end` + y', '/* if', 'return */', 'var z int'])
  expect(kinds(lines[1])).toEqual(['string if func return'])
  expect(kinds(lines[2])).toEqual(['string end`'])
  expect(kinds(lines[4])).toEqual(['comment return */'])
  expect(kinds(lines[5])).toEqual(['keyword var', 'type int'])
})

test('gives the same answer, and the very same object, for the same code', () => {
  const code = ['func f() {}']
  expect(highlight([...code])).toBe(highlight(code))
})

test('spells every line of a whole file', () => {
  const file = readFileSync(new URL('./fixtures/harbour.go', import.meta.url), 'utf8').split('\n')
  expect(highlight(file).map(spell)).toEqual(file)
})

test('spells whatever it is given, Go or not', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '`', '\\', '/', '*', "'", '%', 'd', '\t', ' ', '\r', '\u2028', '{', '(', 'func', '0x', '\u202e', '港', '<') }),
  ).map((text) => text.replaceAll('\n', ''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      expect(highlight(lines).map(spell)).toEqual(lines)
    }),
    { numRuns: 100 },
  )
})

test('comes to an end where a literal follows its struct type on the same line', () => {
  const lines = ['func f() {', '\tg(struct {', '\t\tA string `json:"a"`', '\t}{One, two.Three(), four.FIVE + "/" + four.SIX})', '}']
  expect(highlight(lines).map(spell)).toEqual(lines)
})
