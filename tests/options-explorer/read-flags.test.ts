import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../src/site/options/try/read-command-line.ts'
import { lastValues, readFlags, type KnownFlag } from '../../src/site/options/try/read-flags.ts'
import { outcome } from './fixture.ts'

const flags: KnownFlag[] = outcome.flags.map(({ name, shorthand, type }) => ({ name, shorthand, type: type ?? '' }))
const read = (line: string) => readFlags(readCommandLine(line).args, flags)
const values = (line: string) => Object.fromEntries(lastValues(read(line)))

describe('a command line', () => {
  it('is read as a shell would', () => {
    expect(readCommandLine(`lighthouse --lamps='a b',c \\\n  --bind-address "::1" # here`)).toEqual({ before: ['lighthouse'], args: ['--lamps=a b,c', '--bind-address', '::1'] })
  })

  it('is the one with flags, whatever is done before', () => {
    expect(readCommandLine('cd "$HOME"/lab\nlighthouse \\\n  --port=1')).toEqual({ before: ['lighthouse'], args: ['--port=1'] })
  })

  it('under a debugger gives the program what comes after the lone dashes', () => {
    expect(readCommandLine('dlv exec lighthouse --init x -- --port=1').args).toEqual(['--port=1'])
    expect(readCommandLine('lighthouse --port=1 -- more').args).toEqual(['--port=1', '--', 'more'])
  })

  it('may be flags alone, or nothing', () => {
    expect(readCommandLine('--port 1').args).toEqual(['--port', '1'])
    expect(readCommandLine('  ')).toEqual({ before: [], args: [] })
  })
})

describe('flags', () => {
  it.each([
    ['lighthouse --port=1', { port: 1 }],
    ['lighthouse --port 0x10', { port: 16 }],
    ['lighthouse -p 2 -v', { port: 2, verbose: true }],
    ['lighthouse -vp3', { port: 3, verbose: true }],
    ['lighthouse -lamps a', { lamps: ['a'] }],
    ['lighthouse --verbose=F', { verbose: false }],
    ['lighthouse --port=1 --port=2', { port: 2 }],
    ['lighthouse --lamps=a,b --lamps=c', { lamps: ['a', 'b', 'c'] }],
    ['lighthouse --gates=A=true,B=false --gates=C=1', { gates: { A: true, B: false, C: true } }],
    ['lighthouse --period=1h30m', { period: 5.4e12 }],
    ['lighthouse --advertise-address=2001:db8::1', { 'advertise-address': '2001:db8::1' }],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected)
  })

  it('that are unknown come with the nearest real ones', () => {
    expect(read('lighthouse --lamp=1')).toEqual([{ kind: 'unknown', written: '--lamp', candidates: ['lamps'] }])
    expect(read('lighthouse --bind_address=::1')).toMatchObject([{ kind: 'set', spelt: 'bind_address', flag: { name: 'bind-address' } }])
  })

  it.each([
    ['--port=many', 'int'],
    ['--port=99999999999999999999', 'int'],
    ['--verbose=maybe', 'bool'],
    ['--period=30', 'duration'],
    ['--advertise-address=127.0.0.01', 'ip'],
    ['--gates=A', 'boolPairs'],
  ])('%s has the wrong shape', (line, shape) => {
    expect(read(line)).toMatchObject([{ kind: 'wrong', shape }])
  })

  it('that need a value say so', () => {
    expect(read('lighthouse --port')).toMatchObject([{ kind: 'needs-value' }])
  })
})
