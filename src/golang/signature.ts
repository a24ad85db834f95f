import type { ScannedSource } from './scan-source.ts'

/** A piece of Go on one line: without comments, white space as one blank, no blank inside brackets at line breaks. */
export function oneLine(text: string, comments: ScannedSource['comments'], start: number, end: number): string {
  const code = withoutComments(text, comments, start, end)
  if (!/[\n\r\t]|  /.test(code)) return code.trim()
  return code
    .replace(/([([])\s*\n\s*/g, '$1')
    .replace(/,?\s*\n\s*([)\]])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A type on one line, what stands in its braces as `…`: `map[string]struct{…}`. */
export function typeOnOneLine(text: string, comments: ScannedSource['comments'], start: number, end: number): string {
  const code = withoutComments(text, comments, start, end)
  let shown = ''
  let depth = 0
  let from = 0
  let contentFrom = 0
  for (let index = 0; index < code.length; index++) {
    const character = code[index]
    if (character === '{' && depth++ === 0) {
      shown += code.slice(from, index + 1).replace(/\s*\{$/, '{')
      contentFrom = index + 1
    } else if (character === '}' && --depth === 0) {
      if (code.slice(contentFrom, index).trim() !== '') shown += '…'
      from = index
    }
  }
  if (depth <= 0) shown += code.slice(from)
  return oneLine(shown, [], 0, shown.length)
}

function withoutComments(text: string, comments: readonly number[], start: number, end: number): string {
  const code = text.slice(start, end)
  if (!code.includes('//') && !code.includes('/*')) return code
  let result = ''
  let from = start
  for (let index = firstFrom(comments, start); index < comments.length; index += 2) {
    const commentStart = comments[index] ?? 0
    if (commentStart >= end) break
    result += `${text.slice(from, commentStart)} `
    from = comments[index + 1] ?? end
  }
  return from < end ? result + text.slice(from, end) : result
}

function firstFrom(comments: readonly number[], start: number): number {
  let low = 0
  let high = comments.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((comments[middle * 2] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low * 2
}
