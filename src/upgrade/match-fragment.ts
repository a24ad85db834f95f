import { findFragment, normalizeGo } from '../walkthrough/find-fragment.ts'
import { declarationText, type DeclaredCode } from '../walkthrough/declared-code.ts'
import { lineAt, unitAround, type OffsetRange } from '../walkthrough/structure.ts'
import { normalTokens, ownNames } from './shape.ts'
import { certainOf, measureCode, MENTIONED, ranked, type Measure } from './similarity.ts'

/** A statement, field or spec of a declaration. */
export interface Unit {
  readonly range: OffsetRange
  readonly text: string
  readonly line: number
}

/** A piece of code to look for, and the unit it stands in. */
export interface Fragment {
  readonly text: string
  readonly unit: Unit
}

/** A unit of the other version that may have taken the place of one. */
export interface LikeUnit extends Unit {
  /** A piece of it that names it: stands there once. */
  readonly name: string
  readonly measure: Measure
}

/** What became of a piece of code inside a declaration that is still there under some name. */
export type FragmentMatch =
  /** `nth` is set where the piece now stands there several times and only one of them is in the same unit. */
  | { readonly kind: 'found'; readonly unit: Unit; readonly codeSame: boolean; readonly nth: number | undefined }
  /** It stands there several times, and nothing tells which is meant. */
  | { readonly kind: 'several'; readonly lines: readonly number[] }
  /** Another piece has taken its place; `codeSame`: it differs only in what receiver and parameters are called. */
  | { readonly kind: 'successor'; readonly unit: LikeUnit; readonly codeSame: boolean }
  | { readonly kind: 'gone'; readonly others: readonly LikeUnit[] }

/** Finds what became of a fragment of `before` in `after`. */
export function matchFragment(fragment: Fragment, nth: number | undefined, before: DeclaredCode, after: DeclaredCode): FragmentMatch {
  const wanted = normalizeGo(fragment.unit.text)
  const units = placesOf(after, fragment.text)
  const alike = units.flatMap((unit, i) => (normalizeGo(unit.text) === wanted ? [{ unit, nth: i + 1 }] : []))
  const [only, ...more] = units
  if (only !== undefined && more.length === 0 && (nth === undefined || nth === 1)) {
    return { kind: 'found', unit: only, codeSame: alike.length === 1, nth: undefined }
  }
  const [same] = alike
  if (same !== undefined && alike.length === 1) return { kind: 'found', unit: same.unit, codeSame: true, nth: same.nth === nth ? undefined : same.nth }
  const chosen = nth === undefined ? undefined : units[nth - 1]
  if (chosen !== undefined) return { kind: 'found', unit: chosen, codeSame: normalizeGo(chosen.text) === wanted, nth: undefined }
  if (units.length > 0) return { kind: 'several', lines: units.map(({ line }) => line) }
  return likeliest(fragment.unit, before, after)
}

/** The units in which a fragment stands, in order of the text. */
export function placesOf(code: DeclaredCode, fragment: string): Unit[] {
  const base = code.declaration.startOffset
  return findFragment(declarationText(code), fragment).map(({ startOffset, endOffset }) =>
    unitOf(code, unitAround(code.node, { startOffset: startOffset + base, endOffset: endOffset + base })),
  )
}

const unitOf = ({ text }: DeclaredCode, range: OffsetRange): Unit => ({
  range,
  text: text.slice(range.startOffset, range.endOffset),
  line: lineAt(text, range.startOffset),
})

function likeliest(unit: Unit, before: DeclaredCode, after: DeclaredCode): FragmentMatch {
  const sorted = likeUnits(unit, before, after)
  const best = certainOf(sorted)
  if (best !== undefined) return { kind: 'successor', unit: best, codeSame: best.codeSame }
  return { kind: 'gone', others: sorted.slice(0, 3) }
}

/** The units of another declaration that are like one, best first. */
export function likeUnits(unit: Unit, before: DeclaredCode, after: DeclaredCode): (LikeUnit & { readonly codeSame: boolean })[] {
  const none = new Set<string>()
  const wanted = normalTokens(unit.text, ownNames(before.declaration), none)
  const names = ownNames(after.declaration)
  const candidates = unitsOf(after).flatMap((other) => {
    const tokens = normalTokens(other.text, names, none)
    const measure = measureCode(wanted, tokens, undefined)
    const name = measure.score < MENTIONED ? undefined : shortest(after, other)
    return name === undefined ? [] : [{ ...other, name, measure, codeSame: tokens.join(' ') === wanted.join(' ') }]
  })
  return ranked(candidates)
}

/** Every statement, field or element inside a declaration, each once, by the lines it begins on. */
export function unitsOf(code: DeclaredCode): Unit[] {
  const units = new Map<string, Unit>()
  const { declaration, text, node } = code
  const body = text.slice(declaration.startOffset, declaration.endOffset)
  for (let at = 0; at < body.length; at = nextLine(body, at)) {
    const start = at + (/^\s*/.exec(body.slice(at))?.[0].length ?? 0)
    if (start >= body.length || at === 0) continue
    const range = unitAround(node, { startOffset: declaration.startOffset + start, endOffset: declaration.startOffset + start + 1 })
    if (range.startOffset <= declaration.startOffset) continue
    units.set(`${range.startOffset}:${range.endOffset}`, unitOf(code, range))
  }
  return [...units.values()]
}

const nextLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}

/** The shortest beginning of a unit's first line that stands in its declaration once; undefined when none does. */
function shortest(code: DeclaredCode, unit: Unit): string | undefined {
  const [first = ''] = unit.text.split('\n')
  const line = first.trim().replace(/\s*[{(,]$/, '')
  for (const text of [line, first.trim(), unit.text]) {
    if (text !== '' && placesOf(code, text).length === 1) return text
  }
  return undefined
}
