import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions, type OptionRoots } from '../../src/options/evaluate-options.ts'
import type { OptionsOutcome } from '../../src/options/index.ts'
import { WaymarkError } from '../../src/report/index.ts'

const server = fileURLToPath(new URL('server', import.meta.url))
const roots: OptionRoots = { constructor: 'settings.Make', flags: 'settings.Settings.Declare', complete: 'settings.Settings.Fill', validate: 'settings.Settings.Judge' }

async function evaluated(changed: Partial<OptionRoots> = {}): Promise<OptionsOutcome> {
  const source = { layout: moduleLayout(diskTree(server)), reader: diskReader(server), parser: await openParser() }
  return evaluateOptions(source, { ...roots, ...changed }, { settings: 'example.org/gate/gate/settings' })
}

describe('a server whose options have names of their own', () => {
  it('has its flags, with defaults as --help prints them', async () => {
    const { flags } = await evaluated()
    const told = flags.map(({ name, type, placeholder, default: preset, field }) => [name, type, placeholder, typeof preset === 'object' && preset !== null ? preset.computed : preset, field])
    expect(told).toEqual([
      ['private-address', 'string', 'address', '"127.0.0.1:8002"', 'x.Private.Address'],
      ['private-grace', 'duration', 'duration', '1m30s', 'x.Private.Grace'],
      ['public-address', 'string', 'address', '"127.0.0.1:8001"', 'x.Public.Address'],
      ['public-grace', 'duration', 'duration', '1m0s', 'x.Public.Grace'],
      ['mode', 'stringSlice', 'strings', '[open]', 'x.Modes'],
      ['level', 'level', 'level', 'level-2', 'x.Level'],
      ['host', 'string', 'string', 'os.Hostname()', 'x.Host'],
      ['limit', 'int', 'int', null, 'x.Limit'],
      ['labels', 'stringToString', 'stringToString', '[tier=FRONT]', 'x.Labels'],
    ])
    expect(flags.find(({ name }) => name === 'public-address')?.help).toBe('The address of the public side.')
    expect(flags.find(({ name }) => name === 'limit')).toMatchObject({ deprecated: 'there is none', hidden: true })
    expect(flags.find(({ name }) => name === 'mode')).toMatchObject({ shorthand: 'm', help: 'Any of open, shut.' })
  })

  it('has its defaults, each with where it was set and what it replaced', async () => {
    const { defaults } = await evaluated()
    const grace = defaults.find(({ path }) => path === 'x.Public.Grace')
    expect(grace).toMatchObject({ type: 'time.Duration', value: '1m0s', setAt: { line: 57 }, overwritten: [{ value: '1m30s', setAt: { line: 47 } }] })
    expect(defaults.find(({ path }) => path === 'x.Labels')?.value).toEqual({ tier: 'FRONT' })
    expect(defaults.find(({ path }) => path === 'x.Limit')).toMatchObject({ value: 0, setAt: null })
    expect(defaults.find(({ path }) => path === 'x.Private.Address')).toMatchObject({ value: '127.0.0.1:8002', chain: [{ line: 56 }] })
  })

  it('says what completion sets and what validation demands', async () => {
    const { completions, checks } = await evaluated()
    expect(completions.map(({ path, condition, errors }) => [path, condition, errors.map(({ message }) => message)])).toEqual([
      ['x.Limit', 'x.Limit == 0', []],
      [null, null, ['both sides listen on %s']],
    ])
    expect(checks.map(({ group, condition, message, flags }) => [group, condition, message, flags])).toEqual([
      ['x', 'x.Limit < 0', '--limit %d is negative', ['limit']],
      ['x.Public', 'l.Grace > time.Hour', 'nobody waits for %v', ['public-grace']],
    ])
  })
})

describe('what cannot be evaluated', () => {
  it('refuses a root that does not exist, with the nearest', async () => {
    const error = await evaluated({ constructor: 'settings.Mak' }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(WaymarkError)
    expect((error as WaymarkError).diagnostics[0]).toMatchObject({ code: 'options-root-missing', candidates: expect.arrayContaining(['Make']) as unknown })
  })

  it('says where a constructor needs itself, and goes on', async () => {
    const { gaps, checks } = await evaluated({ constructor: 'settings.Endless' })
    expect(gaps.map(({ code, at }) => [code, at?.line])).toContainEqual(['too-deep', 109])
    expect(checks).toEqual([])
  })
})
