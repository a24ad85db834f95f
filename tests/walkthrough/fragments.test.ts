import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFragment, normalizeGo } from '../../src/walkthrough/find-fragment.ts'
import { tokenize } from '../../src/walkthrough/tokenize.ts'

const texts = (code: string) => tokenize(code).map(({ text }) => text)

describe('tokenize', () => {
  it('splits Go into its tokens', () => {
    expect(texts('errs, ok := m["a b"]; x &^= 0x1F')).toEqual(['errs', ',', 'ok', ':=', 'm', '[', '"a b"', ']', ';', 'x', '&^=', '0x1F'])
  })

  it('keeps strings, raw strings and runes whole, with what looks like comments in them', () => {
    expect(texts('f("// no", `a\n\t/* b`, \'"\', \'\\\'\')')).toEqual(['f', '(', '"// no"', ',', '`a\n\t/* b`', ',', `'"'`, ',', String.raw`'\''`, ')'])
  })

  it('leaves comments out unless asked', () => {
    const code = 'a() // first\n/* second\n   line */ b()'
    expect(texts(code)).toEqual(['a', '(', ')', 'b', '(', ')'])
    expect(tokenize(code, { comments: true }).map(({ text }) => text)).toContain('/* second line */')
  })

  it('reads names in any script', () => {
    expect(texts('变量 := naïve_1')).toEqual(['变量', ':=', 'naïve_1'])
  })

  it('covers every character that is no white space, in order, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (code) => {
        const tokens = tokenize(code, { comments: true })
        let between = ''
        let at = 0
        for (const token of tokens) {
          between += code.slice(at, token.startOffset)
          at = Math.max(at + 1, token.endOffset)
        }
        expect(`${between}${code.slice(at)}`.replace(/[\s\uFEFF]/g, '')).toBe('')
      }),
    )
  })
})

describe('findFragment', () => {
  const code = 'if err := s.Run(\n\t\tctx,\n\t\tx); err != nil {\n\treturn err // give up\n}\nreturn err'

  it('does not mind white space and line breaks', () => {
    const [match, ...others] = findFragment(code, 's.Run(ctx, x)')
    expect(others).toEqual([])
    expect(code.slice(match?.startOffset, match?.endOffset)).toBe('s.Run(\n\t\tctx,\n\t\tx)')
  })

  it('does not mind the comma that a list over several lines ends with', () => {
    expect(findFragment('Boil(\n\to,\n)', 'Boil(o)')).toHaveLength(1)
    expect(findFragment('a, b)', 'a,')).toHaveLength(1)
  })

  it('finds every place, in order', () => {
    expect(findFragment(code, 'return err')).toHaveLength(2)
  })

  it('compares whole tokens, never pieces of names', () => {
    expect(findFragment('serverErr := err', 'Err')).toEqual([])
  })

  it('compares comments only when the fragment holds one', () => {
    expect(findFragment(code, 'err // give up')).toHaveLength(1)
    expect(findFragment(code, 'err // give in')).toEqual([])
    expect(findFragment(code, 'return err }')).toHaveLength(1)
  })

  it('finds nothing for a fragment without tokens', () => {
    expect(findFragment(code, '  \n')).toEqual([])
  })

  it('finds any run of tokens again after the text is laid out anew', () => {
    const token = fc.constantFrom('a', 'bc', '(', ')', ':=', '"s t"', '`r`', '12', '.', '{', '}')
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), fc.array(token), fc.array(token), (inner, before, after) => {
        const text = [...before, ...inner, ...after].join('\n\t')
        const matches = findFragment(text, inner.join(' '))
        expect(matches.length).toBeGreaterThanOrEqual(1)
        for (const { startOffset, endOffset } of matches) {
          expect(normalizeGo(text.slice(startOffset, endOffset))).toBe(normalizeGo(inner.join(' ')))
        }
      }),
    )
  })
})
