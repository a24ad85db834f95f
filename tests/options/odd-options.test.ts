import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import { isComputed, type OptionsOutcome } from '../../src/options/index.ts'

const tree = fileURLToPath(new URL('odd', import.meta.url))

async function evaluated(constructor: string): Promise<OptionsOutcome> {
  const source = { layout: moduleLayout(diskTree(tree)), reader: diskReader(tree), parser: await openParser() }
  return evaluateOptions(source, { constructor, flags: 'odd.Options.Declare' }, { odd: 'example.org/odd/odd' })
}

function valuesOf({ defaults }: OptionsOutcome): Record<string, unknown> {
  return Object.fromEntries(defaults.map(({ path, value }) => [path, isComputed(value) ? `decided by ${value.computed}, line ${value.at.line}` : value]))
}

describe('options made in ways that cannot be followed', () => {
  it('shows what is known, and of all else what decides it', async () => {
    expect(valuesOf(await evaluated('odd.New'))).toEqual({
      'o.Plain': 'plain',
      // Set behind a `continue` that only the running program takes or not.
      'o.Caller': 'decided by os.Args, line 66',
      // Set from the second round on.
      'o.Last': 'decided by os.Args, line 34',
      'o.Found': false,
      'o.Swings': 'decided by swings(os.Getenv("SWINGS")), line 43',
      'o.Nested': 'decided by os.Getenv(word), line 48',
      'o.Kept': 'kept',
      'o.Bundle': '',
      // On variables of types from Go's own library.
      'o.Address': '10.0.0.1/8 of 10.0.0.0/8 ff000000',
      'o.Mode': 'decided by fmt.Sprint(os.FileMode(0o644)), line 58',
    })
  })

  it('shows the flags it could read, and names the lines of those it could not', async () => {
    const { flags, gaps } = await evaluated('odd.New')
    expect(flags.map(({ name, conditional }) => [name, conditional])).toEqual([
      ['plain', null],
      ['nested', 'os.Getenv("MORE")'],
      ['kept', null],
    ])
    expect(gaps.map(({ code, at }) => [code, at?.line])).toEqual([
      ['flags-out-of-sight', 93],
      ['too-deep', 102],
      ['flags-out-of-sight', 103],
      ['flag-name-unknown', 92],
    ])
    expect(gaps[0]?.message).toContain('bundle.Declare(&o.Bundle, fs)')
  })

  it('takes a constructor that may fail for one that did not', async () => {
    const outcome = await evaluated('odd.Try')
    expect(valuesOf(outcome)).toMatchObject({ 'o.Plain': 'tried', 'o.Caller': 'decided by os.Hostname(), line 108' })
    expect(outcome.flags.find(({ name }) => name === 'plain')).toMatchObject({ default: '"tried"', field: 'o.Plain' })
  })

  it('reads on behind what is no Go, and names its line', async () => {
    const outcome = await evaluated('odd.Torn')
    expect(valuesOf(outcome)).toMatchObject({ 'o.Plain': 'torn', 'o.Kept': 'kept all the same', 'o.Last': expect.stringContaining('line 10') as unknown })
    expect(outcome.flags.map(({ name }) => name)).toContain('kept')
    expect(outcome.gaps).toContainEqual({ code: 'go-syntax', message: expect.stringContaining('"?"') as unknown, at: { file: 'odd/broken.go', line: 10, column: expect.any(Number) as unknown } })
  })
})
