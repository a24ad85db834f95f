import { normalizeGo } from '../walkthrough/find-fragment.ts'
import { tokenize } from '../walkthrough/tokenize.ts'
import type { Declaration } from '../golang/index.ts'
import type { DeclaredCode } from '../walkthrough/declared-code.ts'
import type { Comparison } from './comparison.ts'
import { placesOf, unitsOf, type Fragment, type Unit } from './match-fragment.ts'
import type { Side } from './side.ts'

/** A piece of code that is written differently only because declarations in it got other names. */
export interface RenamedFragment {
  readonly text: string
  readonly unit: Unit
  /** Old and new names that were exchanged. */
  readonly names: readonly (readonly [old: string, now: string])[]
}

/**
 * The same piece under new names: proven where the whole unit that it stands in is the same, token by token, once declarations
 * that were renamed go by their new names, and stands in its declaration exactly once before and after. Undefined otherwise.
 */
export function renamedFragment({ text, unit }: Fragment, before: DeclaredCode, after: DeclaredCode, comparison: Comparison): RenamedFragment | undefined {
  const renames = renamesIn(unit.text, comparison)
  if (renames.size === 0) return undefined
  const wanted = normalizeGo(written(unit.text, renames))
  const [now, ...more] = unitsOf(after).filter((other) => normalizeGo(other.text) === wanted)
  if (now === undefined || more.length > 0 || unitsOf(before).filter((other) => normalizeGo(other.text) === normalizeGo(unit.text)).length > 1) return undefined
  const fragment = written(text, renames)
  return placesOf(after, fragment).length === 1 ? { text: fragment, unit: now, names: [...renames] } : undefined
}

/** Names in a piece of code whose declarations are called otherwise now, all in the same way. */
function renamesIn(text: string, { before, matchOf }: Comparison): Map<string, string> {
  const renames = new Map<string, string>()
  for (const { text: name } of tokenize(text)) {
    const now = new Set<string>()
    for (const old of declarationsCalled(before, name)) {
      const match = matchOf(old)
      if (match.kind === 'successor' && match.declaration.name !== name) now.add(match.declaration.name)
    }
    const [only, ...more] = now
    if (only !== undefined && more.length === 0) renames.set(name, only)
  }
  return renames
}

/** A piece of code with other names, and its own white space. */
function written(text: string, renames: ReadonlyMap<string, string>): string {
  let result = text
  for (const { text: name, startOffset, endOffset } of tokenize(text).reverse()) {
    const now = renames.get(name)
    if (now !== undefined) result = result.slice(0, startOffset) + now + result.slice(endOffset)
  }
  return result
}

/** Declarations of a side by their name, whatever they belong to; gathered once. */
export function declarationsCalled(side: Side, name: string): readonly Declaration[] {
  let known = NAMES.get(side)
  if (known === undefined) {
    NAMES.set(side, (known = new Map<string, Declaration[]>()))
    for (const one of side.wide.declarations()) {
      const others = known.get(one.name)
      if (others === undefined) known.set(one.name, [one])
      else others.push(one)
    }
  }
  return known.get(name) ?? []
}

const NAMES = new WeakMap<Side, Map<string, Declaration[]>>()
