import type { Check, Completion, Default, Flag, OptionsOutcome } from '../../options/model.ts'
import { isWithin, overlap } from './paths.ts'

/** Everything that is known about one flag or one field, from all sides. */
export interface Related {
  /** The leaf itself; undefined for flags that fill no field, and for fields with parts. */
  readonly leaf: Default | undefined
  readonly flags: readonly Flag[]
  readonly completions: readonly Completion[]
  readonly checks: readonly Check[]
}

/** What completion sets in this field, in it or around it. */
export function completionsOf(outcome: OptionsOutcome, path: string): Completion[] {
  return outcome.completions.filter((completion) => completion.path !== null && overlap(completion.path, path))
}

/** Everything around a flag: its field's default, what completion does to it, what validation demands of it. */
export function relatedToFlag(outcome: OptionsOutcome, flag: Flag): Related {
  const { field } = flag
  return {
    leaf: field === null ? undefined : outcome.defaults.find(({ path }) => path === field),
    flags: [flag],
    completions: field === null ? [] : completionsOf(outcome, field),
    checks: outcome.checks.filter(({ flags, fields }) => flags.includes(flag.name) || (field !== null && fields.some((one) => isWithin(one, field)))),
  }
}

/** Everything around a field. */
export function relatedToPath(outcome: OptionsOutcome, path: string): Related {
  return {
    leaf: outcome.defaults.find((leaf) => leaf.path === path),
    flags: outcome.flags.filter(({ field }) => field !== null && overlap(field, path)),
    completions: completionsOf(outcome, path),
    checks: outcome.checks.filter(({ fields }) => fields.some((field) => overlap(field, path))),
  }
}
