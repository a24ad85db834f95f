import { createHighlighterCore, type ThemedToken } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import go from 'shiki/langs/go.mjs'
import { createTheme } from './themes.ts'
import { plainHighlight, TOKEN_KINDS, type Highlight, type Token, type TokenKind, type TokenLine } from './token.ts'

/** Colours that stand for kinds, so that two kinds stay two even where a palette paints them alike. */
const KIND_BY_COLOR: ReadonlyMap<string, TokenKind> = new Map(
  TOKEN_KINDS.map((kind, index) => [`#00000${(index + 1).toString(16)}`, kind] as const),
)

/** Shiki gives up on a line after half a second by itself: on a busy machine the same code would then look different. */
const NO_LIMIT = 0

const kindTheme = createTheme('waymark-kinds', 'light', {
  paper: '#ffffff',
  ink: '#000000',
  tokens: Object.fromEntries([...KIND_BY_COLOR].map(([color, kind]) => [kind, color])) as Record<TokenKind, string>,
})

/**
 * Makes the highlighter of Go: Shiki's core with Oniguruma and one grammar.
 *
 * The grammar's patterns can take JavaScript's own engine longer than anyone lives: a struct type whose literal follows it on
 * the same line is enough. Oniguruma gives a match up after a number of tries, which is the same on every machine.
 *
 * Give it a whole declaration, so that a raw string or a comment over several lines keeps its state. Answers are kept by
 * content: the same declaration in two chapters or two languages is read once. `limit` bounds how many are kept.
 */
export async function createGoHighlight(limit = 500): Promise<Highlight> {
  const known = new Map<string, readonly TokenLine[]>()
  const shiki = await createHighlighterCore({ engine: createOnigurumaEngine(import('shiki/wasm')), langs: [go], themes: [kindTheme] })
  return (lines) => {
    const code = lines.join('\n')
    const kept = known.get(code)
    if (kept !== undefined && kept.length === lines.length) return kept
    const tokens = faithful(lines, shiki.codeToTokensBase(code, { lang: 'go', theme: 'waymark-kinds', tokenizeTimeLimit: NO_LIMIT }))
    if (known.size >= limit) known.clear()
    known.set(code, tokens)
    return tokens
  }
}

/** Never let a highlighter change code: a line whose tokens don't spell it (a lone carriage return) goes without. */
function faithful(lines: readonly string[], themed: readonly (readonly ThemedToken[])[]): readonly TokenLine[] {
  const plain = plainHighlight(lines)
  return lines.map((text, index) => {
    const line = merge(themed[index] ?? [])
    return line.map((token) => token.text).join('') === text ? line : (plain[index] ?? [])
  })
}

/** Joins neighbours of one kind: fewer elements, the same picture. */
function merge(tokens: readonly ThemedToken[]): Token[] {
  const merged: Token[] = []
  for (const { content, color } of tokens) {
    if (content === '') continue
    const kind = KIND_BY_COLOR.get((color ?? '').toLowerCase())
    const last = merged.at(-1)
    if (last !== undefined && last.kind === kind) merged[merged.length - 1] = { text: last.text + content, kind }
    else merged.push({ text: content, kind })
  }
  return merged
}
