import { describe, expect, it } from 'vitest'
import type { OptionsPart } from '../../scripts/options/options-table.ts'
import { partAsked } from '../../scripts/options/part-asked.ts'

const asked = (symbols: Partial<Record<OptionsPart, string>>, ...bare: OptionsPart[]): OptionsPart =>
  partAsked({ defaults: false, bare: new Set(bare), symbols: new Map(Object.entries(symbols) as [OptionsPart, string][]) })

describe('which part of the options is printed', () => {
  it.each([
    ['the flags, when nothing is asked for', asked({}), 'flags'],
    ['what an option without a symbol asks for', asked({}, 'complete'), 'complete'],
    ['the part of the only symbol', asked({ validate: 'server.Options.Validate' }), 'validate'],
    ['the flags, when several roots are named', asked({ complete: 'server.Complete', validate: 'server.Judge' }), 'flags'],
    ['one of several named roots, asked for once more', asked({ flags: 'server.Flags', complete: 'server.Complete', validate: 'server.Judge' }, 'validate'), 'validate'],
  ])('%s', (_, part, expected) => {
    expect(part).toBe(expected)
  })
})
