import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentLines, type LineRange } from '../../src/walkthrough/segment-lines.ts'

describe('segmentLines', () => {
  it('shows the chosen lines and says what it hides', () => {
    expect(segmentLines([93, 139], [[93, 94], [136, 137], [139, 139]])).toEqual([
      { kind: 'shown', startLine: 93, endLine: 94 },
      { kind: 'elided', startLine: 95, endLine: 135 },
      { kind: 'shown', startLine: 136, endLine: 139 },
    ])
  })

  it('does not hide a single line', () => {
    expect(segmentLines([1, 9], [[1, 4], [6, 9]])).toEqual([{ kind: 'shown', startLine: 1, endLine: 9 }])
  })

  it('covers every line once and shows all that was asked for', () => {
    const range = fc.tuple(fc.integer({ min: -5, max: 80 }), fc.integer({ min: 0, max: 20 })).map(([a, n]): LineRange => [a, a + n])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.array(range), (first, length, shown) => {
        const last = first + length
        const segments = segmentLines([first, last], shown)
        let next = first
        for (const { startLine, endLine } of segments) {
          expect(startLine).toBe(next)
          expect(endLine).toBeGreaterThanOrEqual(startLine)
          next = endLine + 1
        }
        expect(next).toBe(last + 1)
        for (const [from, to] of shown) {
          for (let line = Math.max(from, first); line <= Math.min(to, last); line += 1) {
            expect(segments.find((s) => s.startLine <= line && line <= s.endLine)?.kind).toBe('shown')
          }
        }
        for (const segment of segments.slice(1, -1)) {
          if (segment.kind === 'elided') expect(segment.endLine - segment.startLine).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })
})
