import { quoted, textOf } from '../library/index.ts'
import { methodOf, type Cell, type Machine, type Spot, type Value } from '../machine/index.ts'
import type { Computed, Flag, Gap } from '../model.ts'
import { pathReached } from '../paths/cell-paths.ts'
import { callText } from './declare-flags.ts'
import { FLAG_KINDS, valueTypeName } from './flag-kinds.ts'
import { flagValue, type FlagEntry, type FlagSets } from './flag-sets.ts'

/** What is needed to tell about flags. */
export interface FlagReading {
  readonly machine: Machine
  readonly sets: FlagSets
  /** Cells of the options, by path. */
  readonly paths: ReadonlyMap<Cell, string>
  readonly gaps: Gap[]
}

const ZEROS = new Map<string, readonly string[] | undefined>(Object.entries(FLAG_KINDS).map(([name, kind]) => [valueTypeName(name), kind.zero]))

/** Words for types in `--help` (pflag, `UnquoteUsage`). */
const WORDS: Readonly<Record<string, string>> = { bool: '', float64: 'float', int64: 'int', uint64: 'uint', stringSlice: 'strings', intSlice: 'ints', uintSlice: 'uints', boolSlice: 'bools' }

/** A flag as `--help` tells of it; undefined, with a word about it, for one whose name is not known. */
export function readFlag({ machine, sets, paths, gaps }: FlagReading, { cell, perhaps }: FlagEntry, section: string | null): Flag | undefined {
  const at = sets.declaredAt.get(cell)
  if (at === undefined) return undefined
  const name = flagValue(cell, 'Name')
  if (name?.kind !== 'string') {
    gaps.push({ code: 'flag-name-unknown', message: `a flag is declared under a name that is not known: ${whyOf(name) ?? '?'}`, at: at.file.place(at.offset) })
    return undefined
  }
  const value = flagValue(cell, 'Value')
  const usage = flagValue(cell, 'Usage')
  const type = value === undefined ? undefined : typeOfFlag(machine, value, at)
  const text = textOf(usage)
  const unquoted = text === undefined ? undefined : unquotedUsage(text)
  const held = flagValue(cell, 'DefValue')
  return {
    name: name.value,
    shorthand: textOf(flagValue(cell, 'Shorthand')) === '' ? null : (textOf(flagValue(cell, 'Shorthand')) ?? null),
    type: type ?? null,
    placeholder: unquoted?.name ?? (type === undefined ? '' : (WORDS[type] ?? type)),
    default: held === undefined ? null : shownDefault(machine, held, value, type, at),
    value: held?.kind === 'string' ? held.value : computed(held, at),
    help: unquoted?.usage ?? text ?? computed(usage, at),
    section,
    deprecated: textOf(flagValue(cell, 'Deprecated')) === '' ? null : (textOf(flagValue(cell, 'Deprecated')) ?? null),
    hidden: isTrue(flagValue(cell, 'Hidden')),
    field: pathReached(value, paths) ?? null,
    declaredAt: at.file.place(at.offset),
    conditional: perhaps?.why ?? null,
  }
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'bool' && value.value
}

function whyOf(value: Value | undefined): string | undefined {
  return value?.kind === 'unknown' ? value.why : undefined
}

/** What decides a value that is not known. */
export function computed(value: Value | undefined, at: Spot): Computed {
  const spot = value?.kind === 'unknown' && (value.at.file as unknown) !== undefined ? value.at : at
  return { computed: whyOf(value) ?? 'at run time', at: spot.file.place(spot.offset) }
}

/** The word between the first pair of back quotes, and the usage without them; undefined where there is no pair. */
function unquotedUsage(usage: string): { name: string; usage: string } | undefined {
  const match = /^([^`]*)`([^`]*)`([\s\S]*)$/.exec(usage)
  return match === null ? undefined : { name: match[2] ?? '', usage: `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}` }
}

function typeOfFlag(machine: Machine, value: Value, at: Spot): string | undefined {
  if (value.kind === 'unknown' || methodOf(machine, value, 'Type') === undefined) return plainType(value)
  return textOf(callText(machine, value, 'Type', at))
}

/** The type of a flag of package flag, which has no `Type()` (flag, `UnquoteUsage`). */
function plainType(value: Value): string | undefined {
  const type = value.kind === 'pointer' && value.type.kind === 'pointer' ? value.type.elem : undefined
  if (type?.kind !== 'named') return undefined
  if (type.importPath !== 'flag') return 'value'
  return type.name.replace(/Value$/, '').replace(/^(u?int)64$/, '$1').replace(/^float64$/, 'float')
}

/** What stands behind `(default `; null where `--help` prints none (pflag, `defaultIsZeroValue`). */
function shownDefault(machine: Machine, held: Value, value: Value | undefined, type: string | undefined, at: Spot): string | null | Computed {
  const kind = value?.kind === 'pointer' && value.type.kind === 'pointer' && value.type.elem.kind === 'named' ? value.type.elem : undefined
  const own = kind !== undefined && /^(flag|github\.com\/spf13\/pflag)$/.test(kind.importPath) ? kind.name : undefined
  if (held.kind !== 'string') return computed(held, at)
  const zero = own === undefined ? undefined : ZEROS.get(own)
  if (zero !== undefined) {
    if (zero.includes(held.value)) return null
  } else {
    const bool = value === undefined || value.kind === 'unknown' ? undefined : methodOf(machine, value, 'IsBoolFlag')
    if (bool !== undefined ? held.value === 'false' : ['false', '<nil>', '', '0'].includes(held.value)) return null
  }
  return type === 'string' ? quoted(held.value) : held.value
}
