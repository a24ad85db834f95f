import { findFragment } from '../walkthrough/find-fragment.ts'
import { tokenize, type Token } from '../walkthrough/tokenize.ts'

/** A piece of code that a note can hold on to; `nth` says which one where it stands in the declaration several times. */
export interface Anchor {
  readonly text: string
  readonly nth: number | undefined
}

/** Tells the shortest unique anchor of a line; undefined for a line that has nothing to hold on to, such as a lone bracket. */
export type AnchorFinder = (line: number) => Anchor | undefined

/** Names that Go declares itself: they say nothing about the line they stand in. */
const PREDECLARED = new Set('any bool break byte case chan const continue default defer else error fallthrough false float32 float64 for func go goto if import int int32 int64 interface iota len make map new nil package range return rune select string struct switch true type uint var err'.split(' '))

/** The least length, in characters, of a name or a text that tells one line from another to a person. */
const TELLING = 3

/** Runs of tokens longer than this are no longer short. Bounds the work on a line that is a table. */
const LONGEST_RUN = 40

/** What joins an expression: a run that ends before one of them, or begins after it, has only half of it. */
const JOINING = new Set('. : == != < > <= >= + - / % && || | ^ << >> &^ <-'.split(' '))

const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * Reads a declaration once, for the anchors of all its lines.
 *
 * An anchor is a run of whole tokens of one line that stands in the declaration exactly once. Of those, the ones are
 * preferred that close every bracket they open, cut no expression in two and hold a name of the program's own; then the
 * shortest; then the first. Where no run is unique the longest one is taken, with `nth`. A line that is only a comment is held
 * by its comment.
 *
 * @param text the declaration alone, as `declarationText` gives it
 * @param startLine line of the file that it begins on; `line` is counted from there
 */
export function openAnchors(text: string, startLine: number): AnchorFinder {
  const starts = lineStarts(text)
  const tokens = tokenize(text)
  const places = byText(tokens)
  return (line) => {
    const from = starts[line - startLine]
    if (from === undefined) return undefined
    const to = starts[line - startLine + 1] ?? text.length + 1
    const inLine = ({ startOffset, endOffset }: Token): boolean => startOffset >= from && endOffset < to
    const first = tokens.findIndex(inLine)
    if (first === -1) return commentAnchor(text, from, to)
    const last = tokens.findLastIndex(inLine)
    const runs = runsWithin(tokens, first, last).filter(({ rank }) => rank < Rank.nothing)
    const unique = runs.filter((run) => standsOnce(tokens, places, run)).sort(byRankAndLength)
    for (const run of unique) {
      const written = writtenAs(tokens, run, text)
      const [match, ...others] = findFragment(text, written)
      if (match !== undefined && others.length === 0 && match.startOffset >= from && match.endOffset < to) return { text: written, nth: undefined }
    }
    return numbered(text, tokens, runs, from, to)
  }
}

/** A run of tokens by its first and last index, and how little it says. */
interface Run {
  readonly first: number
  readonly last: number
  readonly length: number
  readonly rank: number
}

/** How little a run says. `whole`: no expression is cut in two; `telling`: a name of the program's own is in it. */
const Rank = { wholeAndTelling: 0, telling: 1, whole: 2, balanced: 3, word: 4, nothing: 5 } as const

const byRankAndLength = (a: Run, b: Run): number => a.rank - b.rank || a.length - b.length || a.first - b.first

function runsWithin(tokens: readonly Token[], first: number, last: number): Run[] {
  const runs: Run[] = []
  for (let start = first; start <= last; start += 1) {
    for (let end = start; end <= Math.min(last, start + LONGEST_RUN); end += 1) {
      const run = tokens.slice(start, end + 1)
      runs.push({ first: start, last: end, length: lengthOf(run), rank: rankOf(run, tokens[start - 1], tokens[end + 1]) })
    }
  }
  return runs
}

function rankOf(run: readonly Token[], before: Token | undefined, after: Token | undefined): number {
  if (!run.some(({ text }) => /[\p{L}\p{N}_"`']/u.test(text))) return Rank.nothing
  if (!isBalanced(run) || !BEGINS.test(run[0]?.text ?? '') || !ENDS.test(run.at(-1)?.text ?? '')) return Rank.word
  const isWhole = !isTorn(before, run[0]) && !isCut(before, run[0]) && !isCut(run.at(-1), after) && !/^:?=$/.test(after?.text ?? '')
  if (run.some(isTelling)) return isWhole ? Rank.wholeAndTelling : Rank.telling
  return isWhole ? Rank.whole : Rank.balanced
}

const isTelling = ({ text }: Token): boolean => text.length >= TELLING && /^[\p{L}_"`]/u.test(text) && !PREDECLARED.has(text)

/** A run reads well that begins with a word, a literal, a bracket or a sign before one, and ends likewise. */
const BEGINS = /^(?:[\p{L}\p{N}_"`'([{]|[*&!]$|<-$)/u
const ENDS = /^[\p{L}\p{N}_"`')\]}]/u

/** Whether an expression goes on from one token to the next: `a` and `.b`, `[]` and `string`. */
function isCut(left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false
  return JOINING.has(left.text) || JOINING.has(right.text) || (left.text === ']' && /^[\p{L}*[]/u.test(right.text))
}

/** Whether a run begins with the arguments or the index of what stands before it. */
const isTorn = (before: Token | undefined, first: Token | undefined): boolean =>
  before !== undefined && /^[([{]$/.test(first?.text ?? '') && before.endOffset === first?.startOffset && /^[\p{L}_)\]]/u.test(before.text)

function isBalanced(run: readonly Token[]): boolean {
  const open: string[] = []
  for (const { text } of run) {
    const closing = OPENING[text]
    if (closing !== undefined) open.push(closing)
    else if (/^[)\]}]$/.test(text) && open.pop() !== text) return false
  }
  return open.length === 0
}

/** Characters as written, with one space at most between tokens. */
function lengthOf(run: readonly Token[]): number {
  return run.reduce((sum, { text }, i) => sum + text.length + (i > 0 && (run[i - 1]?.endOffset ?? 0) < (run[i]?.startOffset ?? 0) ? 1 : 0), 0)
}

/** The run as an author would write it: tabs and columns of spaces are layout, not code. */
function writtenAs(tokens: readonly Token[], { first, last }: Run, text: string): string {
  let written = ''
  for (let i = first; i <= last; i += 1) {
    const token = tokens[i] as Token
    if (i > first && (tokens[i - 1] as Token).endOffset < token.startOffset) written += ' '
    written += text.slice(token.startOffset, token.endOffset)
  }
  return written
}

function byText(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of tokens.entries()) {
    const known = places.get(text)
    if (known === undefined) places.set(text, [index])
    else known.push(index)
  }
  return places
}

function standsOnce(tokens: readonly Token[], places: ReadonlyMap<string, readonly number[]>, { first, last }: Run): boolean {
  const others = (places.get((tokens[first] as Token).text) ?? []).filter((start) => start !== first)
  return !others.some((start) => {
    for (let i = 1; i <= last - first; i += 1) if (tokens[start + i]?.text !== (tokens[first + i] as Token).text) return false
    return true
  })
}

/** The longest run that reads well, and which one of its kind it is. */
function numbered(text: string, tokens: readonly Token[], runs: readonly Run[], from: number, to: number): Anchor | undefined {
  const longest = [...runs].sort((a, b) => Number(a.rank === Rank.word) - Number(b.rank === Rank.word) || b.length - a.length || a.first - b.first)
  for (const run of longest) {
    const written = writtenAs(tokens, run, text)
    const matches = findFragment(text, written)
    const index = matches.findIndex(({ startOffset, endOffset }) => startOffset >= from && endOffset < to)
    if (index !== -1) return { text: written, nth: matches.length === 1 ? undefined : index + 1 }
  }
  return undefined
}

function commentAnchor(text: string, from: number, to: number): Anchor | undefined {
  const comment = tokenize(text, { comments: true }).find(({ startOffset, endOffset }) => startOffset >= from && endOffset < to)
  if (comment === undefined) return undefined
  const matches = findFragment(text, comment.text)
  const index = matches.findIndex(({ startOffset }) => startOffset === comment.startOffset)
  return index === -1 ? undefined : { text: comment.text, nth: matches.length === 1 ? undefined : index + 1 }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
