import { describe, expect, it } from 'vitest'
import { matchOutput, readTranscript } from '../../src/lab/index.ts'
import { findVersion, holds, parseCondition } from '../../src/lab/index.ts'

describe('an output', () => {
  it.each([
    ['same', 'same\n'],
    ['a…c', 'abc'],
    ['a…c', 'ac'],
    ['a…', 'a(*)[.]'],
    ['⋯\nend', 'one\ntwo\nend'],
    ['⋯\nend', 'end'],
    ['x\n⋯', 'x'],
    ['⋯\nb\n⋯\nb\n⋯', 'a\nb\na\nb\na'],
    ['red', '\u001B[31mred\u001B[0m  \r\n'],
  ])('%j fits %j', (expected, actual) => {
    expect(matchOutput(expected, actual)).toBeUndefined()
  })

  it.each([
    ['same', 'other', { line: 1, expected: 'same', found: 'other' }],
    ['a\nb', 'a', { line: 2, expected: 'b', found: 'nothing more' }],
    ['a', 'a\nb', { line: 2, expected: 'nothing more', found: 'b' }],
    ['a.c', 'abc', { line: 1, expected: 'a.c', found: 'abc' }],
    ['x\n⋯\nend', 'x\ny', { line: 3, expected: 'end', found: 'y' }],
  ])('%j does not fit %j', (expected, actual, mismatch) => {
    expect(matchOutput(expected, actual)).toEqual(mismatch)
  })

  it('with many elisions does not take forever', () => {
    const lines = Array.from({ length: 300 }, () => 'x').join('\n')
    expect(matchOutput(`${'⋯\nx\n'.repeat(40)}y`, lines)?.expected).toBe('y')
  })
})

it('cuts what a script printed at its marks', () => {
  const { outputs, skipped } = readTranscript('say\n\n@1 step a\n\n@1 run a 0\nno end of line\n@1 run a 2\nb\n\n@1 over a\n\n@1 step b\n\n@1 skip b\n', '@1')
  expect([...outputs]).toEqual([
    ['a:0', 'no end of line'],
    ['a:2', 'b\n'],
  ])
  expect([...skipped]).toEqual(['b'])
})

describe('versions', () => {
  it.each([
    ['a<1.24', '1.20.2', true],
    ['a<1.24', '1.24.0', false],
    ['a>=1.9', '1.10', true],
    ['a=1.20', '1.20.4', true],
    ['a>1.20', '1.20.4', false],
    ['a<=2', '2.7', true],
  ])('%s of %s: %s', (text, version, expected) => {
    const condition = parseCondition(text)
    expect(condition && holds(condition, version)).toBe(expected)
  })

  it.each([
    ['go version go1.19.8 linux/amd64', '1.19.8'],
    ['Kubernetes v1.20.2', '1.20.2'],
    ['none', undefined],
  ])('in %j is %s', (text, version) => expect(findVersion(text)).toBe(version))
})
