import type { Spot } from '../../upgrade/index.ts'

const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy
const SPACE = /\s*/y

/**
 * Where the values of a directive's attributes stand in its file, by name, and where further ones would go. Reads
 * `name="value"`, `name='value'` and `name=value` as micromark-extension-directive does; `#id` and `.class` are passed over.
 *
 * @param start offset of the directive's first colon
 */
export function attributeSpots(text: string, start: number): Map<string, Spot> {
  const spots = new Map<string, Spot>()
  const brace = openingBrace(text, start)
  if (brace === undefined) return spots
  const values: { name: string; start: number; end: number; quote: '"' | "'" | undefined }[] = []
  let at = brace + 1
  for (;;) {
    at = skip(SPACE, text, at)
    const char = text[at]
    if (char === undefined) return spots
    if (char === '}') break
    NAME.lastIndex = at
    const name = NAME.exec(text)?.[0]
    if (name === undefined) {
      at += 1
      continue
    }
    const equals = skip(SPACE, text, at + name.length)
    if (text[equals] !== '=') {
      at += name.length
      continue
    }
    const from = skip(SPACE, text, equals + 1)
    const quote = text[from] === '"' || text[from] === "'" ? text[from] : undefined
    const end = quote === undefined ? skip(/[^\s}]*/y, text, from) : text.indexOf(quote, from + 1)
    if (end === -1) return spots
    values.push({ name, start: quote === undefined ? from : from + 1, end, quote })
    at = quote === undefined ? end : end + 1
  }
  for (const { name, ...value } of values) spots.set(name, { ...value, more: at })
  return spots
}

/** The brace that opens the attributes: after colons, name and label. */
function openingBrace(text: string, start: number): number | undefined {
  let at = skip(/:+/y, text, start)
  at = skip(/[\p{L}\p{N}_-]*/uy, text, at)
  if (text[at] === '[') {
    let depth = 0
    for (; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '[') depth += 1
      else if (text[at] === ']' && (depth -= 1) === 0) break
    }
    at += 1
  }
  return text[at] === '{' ? at : undefined
}

function skip(pattern: RegExp, text: string, at: number): number {
  const sticky = pattern
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : at
}
