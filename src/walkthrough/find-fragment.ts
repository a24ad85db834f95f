import { hasComment, tokenize, type Token } from './tokenize.ts'

/** Where a fragment stands in a text; offsets count UTF-16 code units from the text's start. */
export interface FragmentMatch {
  readonly startOffset: number
  readonly endOffset: number
}

/**
 * Every place where the tokens of `fragment` stand in a row in `text`, in order, never overlapping.
 *
 * White space and line breaks don't matter, nor does the comma that Go wants at the end of a list over several lines. Comments matter only when the fragment holds one. A fragment without
 * any token is nowhere.
 */
export function findFragment(text: string, fragment: string): FragmentMatch[] {
  const comments = hasComment(fragment)
  const wanted = withoutLayout(tokenize(fragment, { comments }))
  const tokens = withoutLayout(tokenize(text, { comments }))
  const matches = findTokens(tokens, wanted)
  // The line somebody copied may be the last of its list: then its comma is layout, and was dropped from the text.
  return matches.length === 0 && wanted.at(-1)?.text === ',' ? findTokens(tokens, wanted.slice(0, -1)) : matches
}

function findTokens(tokens: readonly Token[], wanted: readonly Token[]): FragmentMatch[] {
  const matches: FragmentMatch[] = []
  if (wanted.length === 0) return matches
  for (let start = 0; start + wanted.length <= tokens.length; start += 1) {
    if (!wanted.every((token, i) => tokens[start + i]?.text === token.text)) continue
    const last = start + wanted.length - 1
    matches.push({
      startOffset: (tokens[start] as { startOffset: number }).startOffset,
      endOffset: (tokens[last] as { endOffset: number }).endOffset,
    })
    start = last
  }
  return matches
}

/** The text with white space and comments normalised away: equal for pieces of Go that differ only in layout. */
export function normalizeGo(text: string): string {
  return withoutLayout(tokenize(text))
    .map((token) => token.text)
    .join(' ')
}

/** Drops the commas that are there only because a list's closing bracket stands on a line of its own. */
function withoutLayout(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ text }, i) => text !== ',' || !CLOSING.has(tokens[i + 1]?.text ?? ''))
}

const CLOSING = new Set([')', ']', '}'])
