import { isComputed, type Computed, type OptionsOutcome } from '../model.ts'

/**
 * The same facts without a word of the source: names, types, values, paths and places stay; help texts, conditions, statements and
 * messages, which are source text, become empty. What may be kept where the source itself may not.
 */
export function withoutSourceText({ variable, type, flags, defaults, completions, checks }: OptionsOutcome): OptionsOutcome {
  return {
    variable,
    type,
    flags: flags.map((flag) => ({
      ...flag,
      default: wordless(flag.default),
      value: wordless(flag.value),
      help: '',
      deprecated: flag.deprecated === null ? null : '',
      conditional: null,
    })),
    defaults: defaults.map((leaf) => ({ ...leaf, value: wordless(leaf.value), overwritten: leaf.overwritten.map(({ value, setAt }) => ({ value: wordless(value), setAt })) })),
    completions: completions.map((one) => ({ ...one, step: '', condition: null, test: null, code: '', errors: one.errors.map(({ at }) => ({ message: '', condition: null, at })) })),
    checks: checks.map((one) => ({ ...one, condition: null, test: null, message: '' })),
    gaps: [],
  }
}

function wordless<Value>(value: Value): Value | Computed {
  return isComputed(value) ? { computed: '', at: value.at } : value
}
