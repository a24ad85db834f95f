import { isWithin, overlap } from '../../../markdown/options/paths.ts'
import type { FlagValue } from './flag-shape.ts'
import { evaluateGo, type GoValue, type Lookup } from './go-expression.ts'
import { PRESENT } from './go-operations.ts'
import { parseGoDuration } from './parse-go-duration.ts'
import type { TryData } from './try-data.ts'

/** What is known of each field at some moment of the start; a path without an entry isn't known. */
export type OptionState = ReadonlyMap<string, GoValue>

/** Types whose text is not what the field holds: the program turns it into something of its own. */
const PLAIN_TYPES = /^(?:string|bool|u?int(?:8|16|32|64)?|float(?:32|64)?|duration|stringSlice|strings|stringArray|stringToString|mapString\w+)$/

/** The fields after the flags of a command line: the defaults, and over them what was given. */
export function stateAfterFlags(data: TryData, given: ReadonlyMap<string, FlagValue>): OptionState {
  const state = new Map<string, GoValue>()
  for (const [path, leaf] of Object.entries(data.defaults)) {
    const held = heldValue(leaf)
    if (held !== undefined) state.set(path, held)
  }
  for (const { name, field, type } of data.flags) {
    const value = given.get(name)
    if (field === null || value === undefined) continue
    forget(state, field)
    if (PLAIN_TYPES.test(type)) state.set(field, value)
  }
  return state
}

/** A default as conditions see it: durations as numbers; what is told as a text and is none is only known to be there. */
function heldValue({ type, value }: TryData['defaults'][string]): GoValue | undefined {
  if (typeof value !== 'string') return value
  if (type === 'time.Duration') return parseGoDuration(value)
  return type === 'string' ? value : /^\*|^net\.IP$/.test(type) ? PRESENT : undefined
}

/**
 * The fields after completion. What a step sets isn't known any more, unless its condition certainly does not hold: its
 * value depends on the machine more often than not, and a guess is worth nothing.
 */
export function stateAfterCompletion(data: TryData, before: OptionState): OptionState {
  const state = new Map(before)
  for (const { path, condition, test } of data.completions) {
    if (path === null) continue
    if ((test ?? condition) !== null && evaluateGo(test ?? condition ?? '', lookupPaths(state, data.variable)) === false) continue
    forget(state, path)
  }
  return state
}

function forget(state: Map<string, GoValue>, path: string): void {
  for (const known of state.keys()) if (overlap(known, path)) state.delete(known)
}

/** Constants of Go's standard library that conditions of options compare with. */
const CONSTANTS: Readonly<Record<string, number>> = {
  'time.Nanosecond': 1,
  'time.Microsecond': 1e3,
  'time.Millisecond': 1e6,
  'time.Second': 1e9,
  'time.Minute': 6e10,
  'time.Hour': 3.6e12,
  'math.MaxInt32': 2 ** 31 - 1,
  'math.MaxUint16': 65535,
}

/**
 * Finds the values of names as a condition writes them. A condition may be written from inside a group, whose receiver may even be
 * called as the options are (`s.Port` for `s.Serving.Port`). So a name counts as the field among `fields` that it is, or as the one
 * that ends like it; where several do, it isn't known.
 */
export function lookupIn(state: OptionState, fields: readonly string[]): Lookup {
  return (name) => {
    if (name in CONSTANTS) return CONSTANTS[name]
    if (fields.some((field) => field === name || isWithin(name, field))) return valueAt(state, name)
    const dot = name.indexOf('.')
    if (dot === -1) return undefined
    const ends = fields.filter((field) => field.endsWith(name.slice(dot)))
    return ends.length === 1 ? valueAt(state, ends[0] ?? '') : undefined
  }
}

/** Finds the values of whole paths, as tests name fields. */
export function lookupPaths(state: OptionState, variable: string): Lookup {
  return (name) => CONSTANTS[name] ?? (name.startsWith(`${variable}.`) ? valueAt(state, name) : undefined)
}

/** A known field, a group of which something is known, or a map or list whose parts are all known. */
function valueAt(state: OptionState, path: string): GoValue | undefined {
  const own = state.get(path)
  if (own !== undefined) return own
  const parts = [...state].filter(([known]) => known.startsWith(`${path}[`) && isWithin(known, path))
  if (parts.length > 0) return parts.map(([, value]) => value)
  return [...state.keys()].some((known) => known.startsWith(`${path}.`)) ? PRESENT : undefined
}
