import { distance } from 'fastest-levenshtein'
import type { Shape } from './shape.ts'

/** How alike two declarations are, each from 0 to 1; undefined where one of them has nothing to compare. */
export interface Measure {
  /** Weighted mean of the others that are known. */
  readonly score: number
  /** Pairs of neighbouring tokens that both have. */
  readonly body: number
  readonly name: number
  /** Names of the functions they call. */
  readonly calls: number | undefined
  /** Names of the functions that call them. */
  readonly callers: number | undefined
}

/** From here on, and this far before the next, a successor is called one; below, it is only mentioned. */
export const CERTAIN = 0.65
export const LEAD = 0.15
/** Less alike than this is no help to anyone. */
export const MENTIONED = 0.25

const WEIGHTS = { body: 0.5, callers: 0.2, calls: 0.15, name: 0.15 } as const

/** What is compared of a function beside its name. */
export interface Comparable {
  readonly shape: Shape
  readonly name: string
  readonly callers: ReadonlySet<string>
}

/** Compares two functions or methods: what they hold, what they call, who calls them, what they are called. */
export function measureFunctions(a: Comparable, b: Comparable): Measure {
  return mean({
    body: alikeTokens(a.shape.tokens, b.shape.tokens),
    name: alikeNames(a.name, b.name),
    calls: alikeSets(a.shape.calls, b.shape.calls),
    callers: alikeSets(a.callers, b.callers),
  })
}

/** Compares two pieces of code that call nothing and are not called: types, constants, variables, statements. */
export function measureCode(a: readonly string[], b: readonly string[], names: readonly [string, string] | undefined): Measure {
  const body = alikeTokens(a, b)
  if (names === undefined) return { score: body, body, name: 0, calls: undefined, callers: undefined }
  return mean({ body, name: alikeNames(...names), calls: undefined, callers: undefined })
}

function mean(parts: Omit<Measure, 'score'>): Measure {
  let sum = 0
  let weight = 0
  for (const [name, share] of Object.entries(WEIGHTS)) {
    const value = parts[name as keyof typeof WEIGHTS]
    if (value === undefined) continue
    sum += share * value
    weight += share
  }
  return { ...parts, score: weight === 0 ? 0 : sum / weight }
}

/** Dice coefficient of the two bags of neighbouring tokens (of single tokens where there are fewer than three). */
export function alikeTokens(a: readonly string[], b: readonly string[]): number {
  if (Math.min(a.length, b.length) < 3) return alikeBags(countTokens(a, true), countTokens(b, true))
  return alikeBags(pairsOf(a), pairsOf(b))
}

type Bag = ReadonlyMap<string, number>

function alikeBags(left: Bag, right: Bag): number {
  let shared = 0
  for (const [key, count] of left) shared += Math.min(count, right.get(key) ?? 0)
  const whole = total(left) + total(right)
  return whole === 0 ? 1 : (2 * shared) / whole
}

const PAIRS = new WeakMap<readonly string[], Bag>()

/** The pairs of a list of tokens; counted once, for one is compared with hundreds. */
function pairsOf(tokens: readonly string[]): Bag {
  const pairs = PAIRS.get(tokens) ?? countTokens(tokens, false)
  PAIRS.set(tokens, pairs)
  return pairs
}

function countTokens(tokens: readonly string[], single: boolean): Bag {
  const counts = new Map<string, number>()
  for (let i = 0; i + (single ? 0 : 1) < tokens.length; i += 1) {
    const key = single ? (tokens[i] as string) : `${tokens[i] as string} ${tokens[i + 1] as string}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const total = (counts: Bag): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Dice coefficient of two sets; undefined when either is empty. */
export function alikeSets(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  if (a.size === 0 || b.size === 0) return undefined
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** The share of characters two names have in common, case aside. */
export function alikeNames(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - distance(a.toLowerCase(), b.toLowerCase()) / longest
}

/** Best first; ties in the order of names, so that the same input gives the same report. */
export function ranked<T extends { readonly measure: Measure; readonly name: string }>(candidates: readonly T[]): T[] {
  return [...candidates].sort((a, b) => b.measure.score - a.measure.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The one that is alike enough and far enough before all others; `sorted` as `ranked` gives them. */
export function certainOf<T extends { readonly measure: Measure }>(sorted: readonly T[]): T | undefined {
  const [first, second] = sorted
  if (first === undefined || first.measure.score < CERTAIN) return undefined
  return second === undefined || first.measure.score - second.measure.score >= LEAD ? first : undefined
}
