import { describe, expect, it } from 'vitest'
import { evaluateGo, type GoValue } from '../../src/site/options/try/go-expression.ts'
import { tryData } from '../../src/site/options/try/try-data.ts'
import { tryLine } from '../../src/site/options/try/try-line.ts'
import { outcome } from './fixture.ts'

const data = tryData(outcome)
const verdicts = (line: string): string[] => tryLine(line, data).checks.map(({ check, verdict }) => `${verdict}: ${check.message}`)

describe('conditions in Go', () => {
  const known: Readonly<Record<string, GoValue>> = { 's.Port': 5, 's.Lamps': [], 's.Name': 'x', 's.Nothing': null, 'time.Hour': 3.6e12 }
  it.each([
    ['s.Port < 1 || s.Port > 65535', false],
    ['len(s.Lamps) == 0', true],
    ['s.Name != "" && s.Port == 5', true],
    ['!(s.Port == 5)', false],
    ['s.Unknown == 1', undefined],
    ['s.Unknown == 1 && s.Port == 6', false],
    ['s.Unknown == 1 || s.Port == 5', true],
    ['s.Nothing == nil', true],
    ['s.Name != nil', true],
    ['s.Lamps == nil', undefined],
    ['s.Port < 2*time.Hour', true],
    ['strings.HasPrefix(s.Name, "x")', true],
    ['net.ParseIP(s.Name) == nil', undefined],
    ['func() bool { return true }()', undefined],
    ['s.Port <', undefined],
  ])('%s is %s', (source, value) => {
    expect(evaluateGo(source, (path) => known[path])).toBe(value)
  })
})

describe('a line that is tried', () => {
  it('differs from the defaults in what it says otherwise', () => {
    const { differences, same } = tryLine('lighthouse --port=8001 --bind-address=::1 --lamps=a', data)
    expect(differences.map(({ flag, value }) => [flag.name, value])).toEqual([
      ['bind-address', '::1'],
      ['lamps', ['a']],
    ])
    expect(same.map(({ name }) => name)).toEqual(['port'])
  })

  it('fails the checks whose conditions certainly hold', () => {
    expect(verdicts('lighthouse --port=70000 --period=10ms')).toEqual([
      'fails: --port %d must be between 1 and 65535',
      'fails: --lamps must name one lamp',
      'fails: --period is too short for ships',
      'depends: no address',
    ])
  })

  it('passes them where they certainly do not', () => {
    expect(verdicts('lighthouse --lamps=a').slice(0, 3).every((verdict) => verdict.startsWith('passes'))).toBe(true)
  })

  it('never judges what completion may have decided', () => {
    // What --advertise-address=… puts into a net.IP isn't text, so even a given one is left to the program.
    expect(verdicts('lighthouse --advertise-address=10.0.0.1').at(-1)).toBe('depends: no address')
  })
})
