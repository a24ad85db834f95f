import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/walkthrough/tokenize.ts'
import { readSignature } from '../../src/upgrade/read-signature.ts'
import { shapeOf } from '../../src/upgrade/shape.ts'
import { alikeNames, alikeTokens, certainOf, measureFunctions, ranked } from '../../src/upgrade/similarity.ts'
import { smallDiff } from '../../src/upgrade/small-diff.ts'
import type { Declaration } from '../../src/golang/index.ts'

const tokens = (code: string): string[] => tokenize(code).map(({ text }) => text)
const words = fc.array(fc.constantFrom('a', 'b', '(', ')', ':=', 'return', 'err'), { maxLength: 30 })

describe('two runs of tokens', () => {
  it('are alike from 0 to 1, the same either way round, and 1 when they are equal', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const score = alikeTokens(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(alikeTokens(b, a)).toBe(score)
        expect(alikeTokens(a, [...a])).toBe(1)
      }),
    )
  })

  it('are less alike the more of them differs', () => {
    const code = tokens('if err := s.check(a); err != nil { return err }')
    const near = alikeTokens(code, tokens('if err := s.check(b); err != nil { return err }'))
    const far = alikeTokens(code, tokens('for i := range list { total += i }'))
    expect(near).toBeGreaterThan(0.7)
    expect(far).toBeLessThan(0.2)
    expect(alikeNames('Complete', 'completed')).toBeGreaterThan(0.8)
  })
})

const declared = (signature: string, kind: Declaration['kind'] = 'func', name = 'F'): Declaration => ({ kind, signature, name }) as Declaration

describe('a signature', () => {
  it.each([
    ['func F(s *options.T, n int) error', 'func', [], [['s', '*options.T'], ['n', 'int']]],
    ['func (o *T[K]) F(a, b string, rest ...int)', 'method', [['o', '*T[K]']], [['a', 'string'], ['b', 'string'], ['rest', '...int']]],
    ['func F[K comparable](func(a int) error, map[string]int)', 'func', [], [[undefined, 'func(aint)error'], [undefined, 'map[string]int']]],
    ['func (T) F()', 'method', [[undefined, 'T']], []],
  ] as const)('%s', (signature, kind, receiver, parameters) => {
    const read = readSignature({ kind, signature })
    expect(read.receiver.map(({ name, type }) => [name, type])).toEqual(receiver)
    expect(read.parameters.map(({ name, type }) => [name, type])).toEqual(parameters)
  })
})

describe('the shape of a function', () => {
  const facts = { importPath: 'example.org/app', imports: [{ path: 'example.org/app/options', alias: undefined, line: 1 }] }
  const asFunction = shapeOf(declared('func F(s *options.T) error'), 'func F(s *options.T) error { return options.Check(s.A, F) }', facts)

  it('does not depend on what receiver, parameters, packages and the function itself are called', () => {
    const other = shapeOf(declared('func G(o *T) error', 'func', 'G'), 'func G(o *T) error { return Check(o.A, G) }', { importPath: 'example.org/app/options', imports: [] })
    expect(other.tokens).toEqual(asFunction.tokens)
    expect(other.firstParameter).toBe(asFunction.firstParameter)
  })

  it('knows which type is its first parameter’s, and which its receiver’s', () => {
    const method = shapeOf(declared('func (o *T) F() error', 'method'), 'func (o *T) F() error { return Check(o.A) }', { importPath: 'example.org/app/options', imports: [] })
    expect(asFunction.firstParameter).toBe('example.org/app/options.T')
    expect(method.receiver).toBe(asFunction.firstParameter)
    expect([...asFunction.calls]).toEqual(['Check'])
  })
})

describe('a successor', () => {
  const callers = new Set(['main'])
  const shape = shapeOf(declared('func F(a int)'), 'func F(a int) { start(a); wait(a); stop(a) }', undefined)
  const like = shapeOf(declared('func G(b int)', 'func', 'G'), 'func G(b int) { start(b); wait(b); halt(b) }', undefined)
  const unlike = shapeOf(declared('func H()', 'func', 'H'), 'func H() { for { tick() } }', undefined)
  const measured = (name: string, other: typeof like) => ({ name, measure: measureFunctions({ shape, name: 'F', callers }, { shape: other, name, callers }) })

  it('is certain when it is alike enough and alone', () => {
    expect(certainOf(ranked([measured('H', unlike), measured('G', like)]))?.name).toBe('G')
  })

  it('is not certain when another is nearly as alike, or nothing is alike', () => {
    expect(certainOf(ranked([measured('G', like), measured('I', like)]))).toBeUndefined()
    expect(certainOf(ranked([measured('H', unlike)]))).toBeUndefined()
  })
})

it('shows a difference without the indentation that both share, and says what it leaves out', () => {
  expect(smallDiff('if a {\n\t\t\tb()\n\t\t}', 'if a {\n\tc()\n}')).toEqual([' if a {', '-	b()', '+	c()', ' }'])
  const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
  expect(smallDiff(long, '', 5).at(-1)).toMatch(/^ ⋯ \d+ more lines$/)
})
