import type { OffsetMap } from './syntax.ts'

/** A text without the insides of its functions' bodies, and the way from its offsets back to the file's. */
export interface Shortened {
  readonly text: string
  readonly offsets: OffsetMap
}

/**
 * Empties the bodies of function and method declarations; everything else, signatures and values included, stays as it is.
 * Undefined where brackets and quotes do not add up: then only the whole text will do.
 */
export function withoutBodies(text: string): Shortened | undefined {
  const parts: string[] = []
  const shortened: number[] = [0]
  const original: number[] = [0]
  let length = 0
  let kept = 0
  let depth = 0
  let inFunction = false
  let word = ''
  for (let at = 0; at < text.length; ) {
    const character = text[at]!
    const past = skipped(text, at)
    if (past === -1) return undefined
    if (past > at) {
      at = past
      continue
    }
    if (/[\p{L}_]/u.test(character)) {
      const end = endOfWord(text, at)
      word = text.slice(at, end)
      if (depth === 0 && word === 'func' && startsLine(text, at)) inFunction = true
      at = end
      continue
    }
    if (character === '{' && depth === 0 && inFunction && word !== 'struct' && word !== 'interface') {
      const end = closing(text, at)
      if (end === -1) return undefined
      parts.push(text.slice(kept, at + 1))
      length += at + 1 - kept
      kept = end
      shortened.push(length)
      original.push(end)
      inFunction = false
      at = end + 1
      word = ''
      continue
    }
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character) && --depth < 0) return undefined
    // A function without a body ends with its line.
    if (character === '\n' && depth === 0) inFunction = false
    if (!/\s/.test(character)) word = ''
    at++
  }
  if (depth !== 0) return undefined
  parts.push(text.slice(kept))
  const back = (offset: number): number => {
    let low = 0
    let high = shortened.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (shortened[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return original[low]! + offset - shortened[low]!
  }
  return { text: parts.join(''), offsets: { start: back, end: (offset) => (offset === 0 ? 0 : back(offset - 1) + 1) } }
}

/** One past the comment, string or rune that starts here; the same offset when none does, -1 when it does not end. */
function skipped(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 47: {
      const next = text.charCodeAt(at + 1)
      if (next === 47) {
        const end = text.indexOf('\n', at)
        return end === -1 ? text.length : end
      }
      if (next !== 42) return at
      const end = text.indexOf('*/', at + 2)
      return end === -1 ? -1 : end + 2
    }
    case 96: {
      const end = text.indexOf('`', at + 1)
      return end === -1 ? -1 : end + 1
    }
    case 34:
    case 39: {
      const quote = text.charCodeAt(at)
      for (let end = at + 1; end < text.length; end++) {
        const code = text.charCodeAt(end)
        if (code === quote) return end + 1
        if (code === 92) end++
        else if (code === 10) return -1
      }
      return -1
    }
    default:
      return at
  }
}

/** Offset of the brace that closes the one here; -1 when there is none. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; ) {
    const past = skipped(text, at)
    if (past === -1) return -1
    if (past > at) {
      at = past
      continue
    }
    const code = text.charCodeAt(at)
    if (code === 123) depth++
    else if (code === 125 && --depth === 0) return at
    at++
  }
  return -1
}

const WORD = /[\p{L}\p{Nd}_]*/uy

function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start
  WORD.exec(text)
  return Math.max(start + 1, WORD.lastIndex)
}

/** Whether only white space and comments' ends stand before it on its line. */
function startsLine(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^(\s|\/\*.*\*\/)*$/.test(before) || /;\s*$/.test(before)
}
