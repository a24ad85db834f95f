import { shortSymbol, type Declaration } from '../golang/index.ts'
import { holdsOnLinux } from '../golang/evaluate-constraint.ts'
import { normalizeGo } from '../walkthrough/find-fragment.ts'
import { certainOf, measureCode, measureFunctions, MENTIONED, ranked, type Measure } from './similarity.ts'
import { textOn, type Side } from './side.ts'

/** A declaration of the other version that may be the successor of one of this. */
export interface Successor {
  readonly declaration: Declaration
  /** As one would write it. */
  readonly name: string
  readonly measure: Measure
}

/** What became of a declaration. */
export type DeclarationMatch =
  | { readonly kind: 'kept'; readonly declaration: Declaration; readonly codeSame: boolean }
  | { readonly kind: 'successor'; readonly declaration: Declaration; readonly codeSame: boolean; readonly how: string; readonly measure: Measure; readonly others: readonly Successor[] }
  | { readonly kind: 'gone'; readonly others: readonly Successor[] }

/** How many of the likeliest are told. */
const TOLD = 3

/**
 * Finds the successor of a declaration in the other version.
 *
 * The same symbol is the same declaration. Otherwise only names count that are new there. Proven by form: a function whose
 * first parameter became its receiver under the same name (or the other way round), and a member that is reached through an
 * embedded type. By measure: see `similarity.ts`.
 */
export function matchDeclaration(old: Declaration, before: Side, after: Side): DeclarationMatch {
  const kept = pick(after.wide.bySymbol(old.symbol))
  if (kept !== undefined) return { kind: 'kept', declaration: kept, codeSame: sameCode(old, kept, before, after) }
  const sorted = ranked(candidatesFor(old, before, after))
  const others = sorted.filter(({ measure }) => measure.score >= MENTIONED).slice(0, TOLD)
  const proven = byForm(old, sorted, before, after)
  const best = proven?.successor ?? certainOf(sorted)
  if (best === undefined) return { kind: 'gone', others }
  const { declaration, measure } = best
  const codeSame = old.kind === declaration.kind && same(before.shape(old).tokens, after.shape(declaration).tokens)
  return {
    kind: 'successor', declaration, codeSame, measure,
    how: proven?.how ?? byMeasure(measure),
    others: others.filter((other) => other.declaration !== declaration),
  }
}

/** Whether two declarations of one symbol have the same tokens. */
function sameCode(old: Declaration, now: Declaration, before: Side, after: Side): boolean {
  return normalizeGo(textOn(before, old)) === normalizeGo(textOn(after, now))
}

function candidatesFor(old: Declaration, before: Side, after: Side): Successor[] {
  const group = groupOf(old)
  const found: Successor[] = []
  const shape = before.shape(old)
  const callers = before.callersOf(old.name)
  for (const declaration of newOnes(before, after)) {
    if (groupOf(declaration) !== group) continue
    // Fields and short values are alike everywhere: only the name makes one a candidate.
    if (group !== 'function' && group !== 'type' && declaration.name !== old.name && declaration.importPath !== old.importPath) continue
    const other = after.shape(declaration)
    const measure =
      group === 'function'
        ? measureFunctions({ shape, name: old.name, callers }, { shape: other, name: declaration.name, callers: after.callersOf(declaration.name) })
        : measureCode(shape.tokens, other.tokens, [old.name, declaration.name])
    if (measure.score >= MENTIONED || declaration.name === old.name) found.push({ declaration, measure, name: shortSymbol(after.wide, after.aliases, declaration) })
  }
  return found
}

/** Declarations of the other version whose names are new there; found once. */
function newOnes(before: Side, after: Side): readonly Declaration[] {
  let known = NEW.get(after)
  if (known === undefined) {
    const isNew = ({ symbol, buildConstraint }: Declaration): boolean => holdsOnLinux(buildConstraint) && before.wide.bySymbol(symbol).length === 0
    NEW.set(after, (known = [...after.wide.declarations()].filter(isNew)))
  }
  return known
}

const NEW = new WeakMap<Side, readonly Declaration[]>()

/** Successors that form alone proves; undefined unless there is exactly one. */
function byForm(old: Declaration, candidates: readonly Successor[], before: Side, after: Side): { successor: Successor; how: string } | undefined {
  const shape = before.shape(old)
  const only = (test: (candidate: Successor) => boolean, how: string): { successor: Successor; how: string } | undefined => {
    const [successor, ...more] = candidates.filter((one) => one.declaration.name === old.name && test(one))
    return successor !== undefined && more.length === 0 ? { successor, how } : undefined
  }
  if (old.kind === 'func' && shape.firstParameter !== undefined) {
    const is = ({ declaration }: Successor): boolean => declaration.kind === 'method' && after.shape(declaration).receiver === shape.firstParameter
    return only(is, 'its first parameter became its receiver')
  }
  if (old.kind === 'method' && shape.receiver !== undefined) {
    const is = ({ declaration }: Successor): boolean => declaration.kind === 'func' && after.shape(declaration).firstParameter === shape.receiver
    return only(is, 'its receiver became its first parameter')
  }
  if (old.owner !== undefined) {
    const embedded = embeddedIn(`${old.importPath}.${old.owner}`, after)
    return only(({ declaration }) => embedded.has(declaration.owner ?? ''), 'it is reached through an embedded type')
  }
  return undefined
}

/** Names of the types that a type embeds. */
function embeddedIn(owner: string, side: Side): Set<string> {
  const [type] = side.wide.bySymbol(owner)
  if (type === undefined) return new Set()
  return new Set(side.wide.package(type.importPath).filter((one) => one.embedded && one.owner === type.name).map(({ name }) => name))
}

const groupOf = ({ kind }: Declaration): string =>
  kind === 'func' || kind === 'method' ? 'function' : kind === 'const' || kind === 'var' ? 'value' : kind

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((token, i) => token === b[i])

const pick = (found: readonly Declaration[]): Declaration | undefined => found.find(({ buildConstraint }) => holdsOnLinux(buildConstraint)) ?? found[0]

function byMeasure({ body, calls, callers, name }: Measure): string {
  const percent = (value: number): string => `${Math.round(value * 100)} %`
  const parts = [`body ${percent(body)}`, `name ${percent(name)}`]
  if (calls !== undefined) parts.push(`what it calls ${percent(calls)}`)
  if (callers !== undefined) parts.push(`what calls it ${percent(callers)}`)
  return `alike by ${parts.join(', ')}`
}
