import { isComputed, type Check, type Completion, type Flag, type Json, type OptionsOutcome } from '../../../options/model.ts'
import { isWithin } from '../../../markdown/options/paths.ts'
import type { KnownFlag } from './read-flags.ts'

/** A flag as the browser needs it: what it is by default, as text, and which field it fills. */
export interface TryFlag extends KnownFlag {
  /** As `--help` prints it; null where there is none or only a running program knows. */
  readonly default: string | null
  readonly field: string | null
  readonly deprecated: boolean
}

/** A check as the browser needs it. */
export type TryCheck = Pick<Check, 'condition' | 'test' | 'message' | 'flags' | 'fields' | 'at'>

/** Everything that trying a command line takes; plain JSON, made from the facts of one program. */
export interface TryData {
  readonly variable: string
  readonly flags: readonly TryFlag[]
  /** Values after the constructor of the fields that conditions read or flags fill; those of run time are left out. */
  readonly defaults: Readonly<Record<string, { readonly type: string; readonly value: Json }>>
  /** An empty condition is one that cannot be judged here. */
  readonly completions: readonly Pick<Completion, 'path' | 'condition' | 'test'>[]
  readonly checks: readonly TryCheck[]
}

/** Picks from the facts what the browser needs. */
export function tryData({ variable, flags, defaults, completions, checks }: OptionsOutcome): TryData {
  const read = new Set([...flags.flatMap(({ field }) => (field === null ? [] : [field])), ...checks.flatMap(({ fields }) => fields)])
  return {
    variable,
    flags: flags.map(forBrowser),
    defaults: Object.fromEntries(
      defaults.flatMap(({ path, type, value }) => (isComputed(value) || ![...read].some((one) => isWithin(path, one)) ? [] : [[path, { type, value }]])),
    ),
    // Names in a condition are paths only where the statement itself names the whole path; elsewhere `s` may be another one's receiver.
    completions: completions.flatMap(({ path, condition, test, code }) => (path === null ? [] : [{ path, test, condition: condition === null || code.includes(path) ? condition : '' }])),
    checks: checks.map(({ condition, test, message, flags: names, fields, at }) => ({ condition, test, message, flags: names, fields, at })),
  }
}

function forBrowser({ name, shorthand, type, default: given, field, deprecated }: Flag): TryFlag {
  return { name, shorthand, type: type ?? '', default: isComputed(given) ? null : given, field, deprecated: deprecated !== null }
}
