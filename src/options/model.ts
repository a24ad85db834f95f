/** A place in a file of the tree; both numbers are one-based, columns count UTF-16 code units. */
export interface Place {
  /** Relative to the root of the tree. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A value that only a running program knows: what decides it, in words or as code, and where. */
export interface Computed {
  readonly computed: string
  readonly at: Place
}

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One command-line flag, as `--help` tells of it. */
export interface Flag {
  readonly name: string
  /** One letter, without its dash. */
  readonly shorthand: string | null
  /** What the flag's `Type()` says (pflag): `bool`, `stringSlice`, `mapStringBool`; null where that is not known. */
  readonly type: string | null
  /** The word that stands for the value in `--help`: a back-quoted one of the usage, else the type's; empty for `bool`. */
  readonly placeholder: string
  /** What stands behind `(default ` in `--help`, quotes included; null when `--help` prints none. */
  readonly default: string | null | Computed
  /** `DefValue`: the value as text, also where `--help` does not print it. */
  readonly value: string | Computed
  /** The usage as `--help` prints it, without back quotes. */
  readonly help: string | Computed
  /** Name of the flag set it stands in, when there are several by name. */
  readonly section: string | null
  readonly deprecated: string | null
  /** Not in `--help`; deprecated flags are hidden too. */
  readonly hidden: boolean
  /** Path of the field it fills, as in `defaults`: `s.Etcd.StorageConfig.Prefix`; null when it fills no field. */
  readonly field: string | null
  readonly declaredAt: Place
  /** The condition under which it is declared at all, when that could not be decided. */
  readonly conditional: string | null
}

/** An earlier value of a field. */
export interface Overwritten {
  readonly value: Json | Computed
  readonly setAt: Place
}

/** One leaf of the options after the constructor. */
export interface Default {
  /** From the variable that holds the options: `s.Etcd.StorageConfig.Prefix`. */
  readonly path: string
  /** As Go prints it: `time.Duration`, `[]string`, `*bool`. */
  readonly type: string
  readonly value: Json | Computed
  /** Where the value was given; null for the zero value that nobody set. */
  readonly setAt: Place | null
  /** The calls that led there, outermost first, each in a constructor. */
  readonly chain: readonly Place[]
  /** What stood there before, oldest first; empty for most. */
  readonly overwritten: readonly Overwritten[]
}

/** An error a step can return. */
export interface StepError {
  /** The text, with Go's verbs where values go. */
  readonly message: string
  /** All conditions that must hold, outermost first, joined by `&&`; null when there are none. */
  readonly condition: string | null
  readonly at: Place
}

/** One thing that completion does: sets a field, or calls something that may fail. */
export interface Completion {
  /** Counts from 1 in the order of the source. */
  readonly order: number
  /** The statement of the completing function it belongs to, on one line. */
  readonly step: string
  /** The field it sets; null when it sets none. */
  readonly path: string | null
  readonly condition: string | null
  /** As of a check. */
  readonly test: string | null
  /** The assignment or call as in the source, on one line. */
  readonly code: string
  readonly at: Place
  readonly errors: readonly StepError[]
}

/** One check of validation. */
export interface Check {
  readonly order: number
  /** Path of the group whose method it stands in: `s.Etcd`; the root's for checks of its own. */
  readonly group: string
  readonly condition: string | null
  /**
   * The condition in one scope: whole paths for what stands for fields (`s.Etcd.Prefix`), values for what the program fixes (`list("a",
   * "b")` for lists and sets), the one expression that a function returns in place of its call. Names that begin with `_` are the
   * function's own, and nothing is known of them but what a `for … := range` before them says.
   */
  readonly test: string | null
  readonly message: string
  /** Names of the flags whose fields the condition reads. */
  readonly flags: readonly string[]
  /** Paths of the fields the condition reads. */
  readonly fields: readonly string[]
  readonly at: Place
}

/** Something that was not understood, where it stands in the tree. */
export interface Gap {
  readonly code: string
  readonly message: string
  readonly at: Place | null
}

/** Everything that is known about the options of one program. */
export interface OptionsOutcome {
  /** Name of the variable that holds the options, the first part of every path. */
  readonly variable: string
  /** Type of the options, as Go prints it. */
  readonly type: string
  readonly flags: readonly Flag[]
  readonly defaults: readonly Default[]
  readonly completions: readonly Completion[]
  readonly checks: readonly Check[]
  readonly gaps: readonly Gap[]
}

/** Whether a value is left to the running program. */
export function isComputed(value: unknown): value is Computed {
  return typeof value === 'object' && value !== null && 'computed' in value && 'at' in value
}
