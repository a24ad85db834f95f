import type { Binding } from './binding.ts'
import type { Measure } from './similarity.ts'

/**
 * How a binding fares in the other version; each has exactly one.
 *
 * - `same`: it is there, and its code has the same tokens.
 * - `moved`: the same tokens, in another file, package or declaration.
 * - `renamed`: it goes by another name, certainly enough (see `similarity.ts`).
 * - `changed`: it is there, and its code is another.
 * - `gone`: it isn't there; `candidates` says what is likeliest.
 */
export const STATUSES = ['same', 'moved', 'renamed', 'changed', 'gone'] as const
export type Status = (typeof STATUSES)[number]

/** A place in one of the two versions. */
export interface CodeSpot {
  /** Full symbol; undefined for flags, files and folders. */
  readonly symbol: string | undefined
  /** What kind of declaration: `func`, `method`, `type`, … */
  readonly kind: string | undefined
  readonly file: string
  readonly lines: readonly [number, number]
}

/** Something that may have taken a thing's place, and how alike the two are, from 0 to 1. */
export interface Candidate {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly score: number
}

/** What became of one binding. */
export interface Verdict {
  readonly binding: Binding
  readonly status: Status
  /** The code has the same tokens; undefined where there is none to compare. */
  readonly codeSame: boolean | undefined
  /** One sentence that says why. */
  readonly reason: string
  readonly before: CodeSpot | undefined
  readonly after: CodeSpot | undefined
  /** How alike the two are, where that decided. */
  readonly measure: Measure | undefined
  /** What to write instead, where that is certain. */
  readonly rewrite: { readonly text: string; readonly nth: number | undefined } | undefined
  readonly candidates: readonly Candidate[]
  /** A small diff of the code, as lines beginning with ` `, `-` or `+`. */
  readonly diff: readonly string[]
  /** Somebody has to look at it, before or after a rewriting. */
  readonly needsPerson: boolean
}

/** A verdict with what most of them leave out. */
export function verdict(given: Pick<Verdict, 'binding' | 'status' | 'reason' | 'needsPerson'> & Partial<Verdict>): Verdict {
  return { codeSame: undefined, before: undefined, after: undefined, measure: undefined, rewrite: undefined, candidates: [], diff: [], ...given }
}
