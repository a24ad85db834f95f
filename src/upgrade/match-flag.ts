import type { GoNode } from '../golang/index.ts'
import { findFlag, flagNames } from '../walkthrough/find-flag.ts'
import { lineAt } from '../walkthrough/structure.ts'
import { normalTokens } from './shape.ts'
import { certainOf, measureCode, MENTIONED, ranked, type Measure } from './similarity.ts'
import type { Side } from './side.ts'

/** The call that declares a flag. */
export interface FlagPlace {
  readonly flag: string
  readonly file: string
  readonly line: number
  readonly endLine: number
  readonly text: string
}

/** What became of a flag. */
export type FlagMatch =
  | { readonly kind: 'found'; readonly place: FlagPlace }
  | { readonly kind: 'several'; readonly places: readonly FlagPlace[] }
  | { readonly kind: 'renamed'; readonly place: FlagPlace; readonly measure: Measure }
  | { readonly kind: 'gone'; readonly others: readonly (FlagPlace & { readonly measure: Measure })[] }

/** The places where the packages that authors name declare a flag. */
export function flagPlaces(side: Side, name: string, index = side.index): FlagPlace[] {
  const places: FlagPlace[] = []
  for (const [file, facts] of index.files) {
    if (facts.test || !side.text(file).includes(JSON.stringify(name))) continue
    const { text, root } = side.root(file)
    places.push(...findFlag(root, name).map((call) => placeOf(name, file, text, call)))
  }
  return places
}

/** Finds a flag in the other version; or the one that is declared like it, if that name is new. */
export function matchFlag(old: FlagPlace, before: Side, after: Side): FlagMatch {
  const [only, ...more] = flagPlaces(after, old.flag)
  if (only !== undefined) return more.length === 0 ? { kind: 'found', place: only } : { kind: 'several', places: [only, ...more] }
  const [far, ...others] = flagPlaces(after, old.flag, after.wide)
  if (far !== undefined && others.length === 0) return { kind: 'found', place: far }
  const known = new Set(allFlags(before).map(({ flag }) => flag))
  const wanted = withoutName(old)
  const candidates = allFlags(after)
    .filter(({ flag }) => !known.has(flag))
    .map((place) => ({ ...place, name: place.flag, measure: measureCode(wanted, withoutName(place), [old.flag, place.flag]) }))
  const sorted = ranked(candidates)
  const best = certainOf(sorted)
  if (best !== undefined) return { kind: 'renamed', place: best, measure: best.measure }
  return { kind: 'gone', others: sorted.filter(({ measure }) => measure.score >= MENTIONED).slice(0, 3) }
}

function allFlags(side: Side): FlagPlace[] {
  const places: FlagPlace[] = []
  for (const [file, facts] of side.index.files) {
    if (facts.test || !/Flag|pflag/.test(side.text(file))) continue
    const { text, root } = side.root(file)
    for (const name of new Set(flagNames(root))) places.push(...findFlag(root, name).map((call) => placeOf(name, file, text, call)))
  }
  return places
}

const placeOf = (flag: string, file: string, text: string, call: GoNode): FlagPlace => ({
  flag,
  file,
  line: lineAt(text, call.startIndex),
  endLine: lineAt(text, call.endIndex),
  text: call.text,
})

const withoutName = ({ text, flag }: FlagPlace): string[] => normalTokens(text, new Map([[JSON.stringify(flag), '·flag']]), new Set())
