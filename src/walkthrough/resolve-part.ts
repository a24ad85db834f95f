import { nearest } from '../report/index.ts'
import type { DeclaredCode } from './declared-code.ts'
import { fingerprintOf, type ExcerptRecord } from './lock.ts'
import type { AuthorPlace, PartRequest, Resolved } from './request.ts'
import { failed, found } from './request.ts'
import { resolveAnchor } from './resolve-anchor.ts'
import type { LineRange } from './segment-lines.ts'
import { elementKeys, headEnd, keyedElements, linesOf, type OffsetRange } from './structure.ts'

/**
 * The lines of a declaration that an author chose to show, and their fingerprint.
 *
 * The head and the closing line are always among them, so that a reader sees where the part stands.
 */
export function resolvePart(
  code: DeclaredCode,
  part: PartRequest,
  place: AuthorPlace,
  label: string,
): Resolved<ExcerptRecord> {
  const { declaration, text, node } = code
  const whole: OffsetRange = declaration
  const head: OffsetRange = { startOffset: declaration.startOffset, endOffset: headEnd(node) }
  const context: LineRange[] = [linesOf(text, head), [declaration.endLine, declaration.endLine]]
  const chosen = choose(code, part, place, label, head, whole)
  if (chosen.kind === 'failed') return chosen
  const shown: LineRange[] = [...context, ...chosen.value.map((range) => linesOf(text, range))]
  const code_ = chosen.value.map((range) => text.slice(range.startOffset, range.endOffset)).join('\n')
  return found({
    shown: shown.map(([first, last]): [number, number] => [first, last]),
    fingerprint: fingerprintOf(code_),
  })
}

function choose(
  code: DeclaredCode,
  part: PartRequest,
  place: AuthorPlace,
  label: string,
  head: OffsetRange,
  whole: OffsetRange,
): Resolved<OffsetRange[]> {
  switch (part.kind) {
    case 'whole':
      return found([whole])
    case 'signature':
      return found([head])
    case 'keys':
      return chooseKeys(code, part.keys, place, label)
    case 'run': {
      const from = resolveAnchor(code, part.from, label)
      if (from.kind === 'failed') return from
      const to = part.to === undefined ? from : resolveAnchor(code, part.to, label)
      if (to.kind === 'failed') return to
      const [first] = from.value.unit
      const [, last] = to.value.unit
      if (last < first) {
        return failed({
          code: 'part-reversed',
          severity: 'error',
          message: `The part of ${label} ends before it begins.`,
          ...place,
          expected: 'from="…" to stand before to="…"',
          found: `from is on line ${first}, to ends on line ${last}`,
          fix: 'Swap the two.',
        })
      }
      return found([lineOffsets(code.text, first, last)])
    }
  }
}

function chooseKeys(
  { node }: DeclaredCode,
  keys: readonly string[],
  place: AuthorPlace,
  label: string,
): Resolved<OffsetRange[]> {
  const ranges: OffsetRange[] = []
  for (const key of keys) {
    const elements = keyedElements(node, key)
    const [element] = elements
    if (element === undefined || elements.length > 1) {
      const known = elementKeys(node)
      return failed({
        code: element === undefined ? 'part-not-found' : 'part-ambiguous',
        severity: 'error',
        message:
          element === undefined
            ? `No composite literal in ${label} has the key ${key}.`
            : `Composite literals in ${label} have the key ${key} ${elements.length} times.`,
        ...place,
        expected: `show="…" naming a key that stands there once`,
        found: key,
        candidates: element === undefined ? [...new Set([...nearest(key, known), ...known])].slice(0, 8) : [],
        fix: 'Name another key, or choose the part with from="…" and to="…".',
      })
    }
    ranges.push({ startOffset: element.startIndex, endOffset: element.endIndex })
  }
  return found(ranges)
}

/** Offsets of whole lines, without the last line's end. */
function lineOffsets(text: string, first: number, last: number): OffsetRange {
  let start = 0
  for (let line = 1; line < first; line += 1) start = text.indexOf('\n', start) + 1
  let end = start
  for (let line = first; line <= last; line += 1) {
    const next = text.indexOf('\n', end)
    if (next === -1) return { startOffset: start, endOffset: text.length }
    end = next + 1
  }
  return { startOffset: start, endOffset: end - 1 }
}
