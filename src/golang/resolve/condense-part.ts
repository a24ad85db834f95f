import { isWord } from '../scan-function.ts'
import { endOfComment, endOfLiteral, endOfRaw, KIND, KINDS, skipNested } from '../skip-nested.ts'
import type { OutlinePart } from './scan-outline.ts'
import type { OffsetMap } from './syntax.ts'

/** A declaration's text as far as declarations go, and the way from its offsets back to the file's. */
export interface Condensed {
  readonly text: string
  readonly offsets: OffsetMap
}

/**
 * Takes comments out of a declaration, and what no other declaration needs: the body of a function, and of a value what
 * stands between the braces of its composite and function literals.
 */
export function condensePart(text: string, { kind, start, end }: OutlinePart): Condensed {
  const parts: string[] = []
  const condensed: number[] = [0]
  const original: number[] = [start]
  let length = 0
  let kept = start
  const drop = (from: number, to: number, gap: string): void => {
    parts.push(text.slice(kept, from), gap)
    length += from - kept + gap.length
    kept = to
    condensed.push(length)
    original.push(to)
  }
  const lines: number[] = []
  let depth = 0
  let word = ''
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at)
    if (isWord(code)) {
      const from = at++
      while (at < end && isWord(text.charCodeAt(at))) at++
      word = text.slice(from, at)
      continue
    }
    let past = 0
    switch (KINDS[code]) {
      case KIND.slash:
        past = endOfComment(text, at)
        if (past > 0) {
          drop(at, past, text.slice(at, past).includes('\n') ? '\n' : ' ')
          at = past
          continue
        }
        break
      case KIND.raw:
        past = endOfRaw(text, at)
        break
      case KIND.quote:
      case KIND.rune:
        past = endOfLiteral(text, at, code)
        break
      case KIND.open:
        if (kind !== 'type' && (kind !== 'func' || depth === 0) && word !== 'struct' && word !== 'interface') {
          past = skipNested(text, at, lines, undefined)
          if (past > at + 2) drop(at + 1, past - 1, '')
        } else depth++
        break
      case KIND.group:
        depth++
        break
      case KIND.close:
      case KIND.ungroup:
        depth--
        break
      default:
        break
    }
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) word = ''
    at = past > 0 ? past : at + 1
  }
  parts.push(text.slice(kept, end))
  const back = (offset: number): number => {
    let low = 0
    let high = condensed.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (condensed[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return original[low]! + offset - condensed[low]!
  }
  return { text: parts.join(''), offsets: { start: back, end: (offset) => (offset === 0 ? start : back(offset - 1) + 1) } }
}
