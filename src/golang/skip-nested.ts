/** What a character can mean to a scan; plain ones mean nothing. */
export const KIND = { plain: 0, open: 1, close: 2, quote: 3, raw: 4, rune: 5, slash: 6, newline: 7, letter: 8, group: 9, ungroup: 10 } as const

/** Kind of each ASCII character; everything beyond ASCII is plain. */
export const KINDS = new Uint8Array(128)
for (const [text, kind] of [
  ['{', KIND.open],
  ['}', KIND.close],
  ['([', KIND.group],
  [')]', KIND.ungroup],
  ['"', KIND.quote],
  ['`', KIND.raw],
  ["'", KIND.rune],
  ['/', KIND.slash],
  ['\n', KIND.newline],
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', KIND.letter],
] as const) {
  for (const character of text) KINDS[character.charCodeAt(0)] = kind
}

/** Kinds as above, letters being plain: what counts between brackets. */
const INSIDE = KINDS.map((kind) => (kind === KIND.letter ? KIND.plain : kind))

const BACKSLASH = 92
const NEWLINE = 10
const STAR = 42
const SLASH = 47

/**
 * One past the bracket that closes the one at `start`, or -1 when none does or brackets of two kinds cross. Literals and
 * comments are passed over whole. Starts of lines on the way go to `lineStarts`, places of comments to `comments`.
 */
export function skipNested(text: string, start: number, lineStarts: number[], comments: number[] | undefined): number {
  const length = text.length
  const inBraces = KINDS[text.charCodeAt(start)] === KIND.open
  let braces = 0
  let groups = 0
  let index = start
  while (index < length) {
    const code = text.charCodeAt(index)
    const kind = code < 128 ? INSIDE[code] : KIND.plain
    if (kind === KIND.plain) {
      index++
      continue
    }
    switch (kind) {
      case KIND.newline:
        lineStarts.push(++index)
        break
      case KIND.group:
        groups++
        index++
        break
      case KIND.ungroup:
        index++
        if (--groups === 0 && !inBraces) return braces === 0 ? index : -1
        break
      case KIND.open:
        braces++
        index++
        break
      case KIND.close:
        index++
        if (--braces === 0 && inBraces) return groups === 0 ? index : -1
        break
      case KIND.slash: {
        const end = endOfComment(text, index)
        if (end === -1) return -1
        if (end === 0) index++
        else {
          comments?.push(index, end)
          addLines(text, index, end, lineStarts)
          index = end
        }
        break
      }
      default: {
        const end = kind === KIND.raw ? endOfRaw(text, index) : endOfLiteral(text, index, code)
        if (end === -1) return -1
        if (kind === KIND.raw) addLines(text, index, end, lineStarts)
        index = end
      }
    }
    if (groups < 0 || braces < 0) return -1
  }
  return -1
}

/** One past the closing quote, or -1 when the line ends first. */
export function endOfLiteral(text: string, start: number, quote: number): number {
  const length = text.length
  for (let index = start + 1; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code === quote) return index + 1
    if (code === BACKSLASH) index++
    else if (code === NEWLINE) return -1
  }
  return -1
}

/** One past the closing back quote, or -1. */
export function endOfRaw(text: string, start: number): number {
  const end = text.indexOf('`', start + 1)
  return end === -1 ? -1 : end + 1
}

/** One past a comment that starts here (the newline after `//` does not belong to it); 0 when none does, -1 when it does not close. */
export function endOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1)
  if (next === SLASH) {
    const end = text.indexOf('\n', start)
    return end === -1 ? text.length : end
  }
  if (next !== STAR) return 0
  const end = text.indexOf('*/', start + 2)
  return end === -1 ? -1 : end + 2
}

/** Adds the starts of the lines that begin between two offsets. */
export function addLines(text: string, start: number, end: number, lineStarts: number[]): void {
  for (let index = start; index < end; index++) if (text.charCodeAt(index) === NEWLINE) lineStarts.push(index + 1)
}
