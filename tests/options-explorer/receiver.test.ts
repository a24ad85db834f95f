import { expect, it } from 'vitest'
import { lookupIn } from '../../src/site/options/try/option-state.ts'

const state = new Map<string, string | number>([
  ['s.Port', 1],
  ['s.Serving.Port', 2],
  ['s.Debug.Port', 3],
])

it('a name in a group’s check is the group’s field, even where the receiver is called as the options are', () => {
  expect(lookupIn(state, ['s.Serving.Port'])('s.Port')).toBe(2)
  expect(lookupIn(state, ['s.Port'])('s.Port')).toBe(1)
})

it('a name that could be several fields, or none that the check reads, isn’t known', () => {
  expect(lookupIn(state, ['s.Serving.Port', 's.Debug.Port'])('o.Port')).toBeUndefined()
  expect(lookupIn(state, [])('s.Port')).toBeUndefined()
})
