import { expect, it } from 'vitest'
import { formatFacts, readFacts } from '../../src/options/facts/facts-file.ts'
import { withoutSourceText } from '../../src/options/facts/without-source-text.ts'
import { outcome } from './fixture.ts'

it('facts that are kept hold every name, value and place, and come back as they were', () => {
  const text = formatFacts(outcome, 'c0ffee')
  expect(readFacts(text, 'c0ffee')).toEqual(withoutSourceText(outcome))
  expect(readFacts(text, 'c0ffee')?.defaults[0]).toMatchObject({ path: 's.Serving.Port', value: 8001, setAt: { file: 'app/options/options.go', line: 20 } })
})

it('facts that are kept hold no text of the source', () => {
  const text = formatFacts(outcome, '')
  const { flags, checks, completions } = outcome
  const words = [...flags.flatMap(({ help }) => (typeof help === 'string' ? [help] : [])), ...checks.flatMap(({ message, condition }) => [message, condition ?? message]), ...completions.map(({ code }) => code), 'os.Hostname']
  expect(words.filter((word) => text.includes(word))).toEqual([])
})

it('facts of another commit are not taken for this one’s', () => {
  expect(readFacts(formatFacts(outcome, 'c0ffee'), 'decade')).toBeUndefined()
})
