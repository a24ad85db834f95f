/** White space and comments. */
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/|;)*/y
const SINGLE = /import\s*(?:([\p{L}_.][\p{L}\p{Nd}_]*)[ \t]*)?["`]([^"`\n]+)["`]/uy

/**
 * The imports at the head of a Go file, read without looking at the rest, which is most of it; undefined where they are written in a
 * way that takes a closer look.
 */
export function headImports(text: string): { alias: string | undefined; path: string }[] | undefined {
  const found: { alias: string | undefined; path: string }[] = []
  const skip = (from: number): number => {
    BLANK.lastIndex = from
    BLANK.test(text)
    return BLANK.lastIndex
  }
  const clause = /package\s+[\p{L}_][\p{L}\p{Nd}_]*/uy
  clause.lastIndex = skip(0)
  if (!clause.test(text)) return undefined
  for (let at = skip(clause.lastIndex); /^import\b/.test(text.slice(at, at + 7)); at = skip(at)) {
    SINGLE.lastIndex = at
    const single = SINGLE.exec(text)
    if (single !== null) {
      found.push({ alias: single[1], path: single[2] ?? '' })
      at = SINGLE.lastIndex
      continue
    }
    const open = /import\s*\(\s*\n/y
    open.lastIndex = at
    const close = open.test(text) ? /^[ \t]*\)/gm : undefined
    if (close === undefined) return undefined
    close.lastIndex = open.lastIndex
    const end = close.exec(text)
    if (end === null) return undefined
    found.push(...importsIn(text.slice(open.lastIndex, end.index)))
    at = close.lastIndex
  }
  return found
}

/** The imports in what stands between the brackets of an import declaration. */
export function importsIn(text: string): { alias: string | undefined; path: string }[] {
  const plain = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
  return [...plain.matchAll(/(?:([\p{L}_.][\p{L}\p{Nd}_]*)[ \t]+)?["`]([^"`\n]+)["`]/gu)].map((match) => ({ alias: match[1], path: match[2] ?? '' }))
}
