import { BOOL, INT, STRING, untypedNoMore, unknown, type GoType, type Machine, type Native, type NativeCall, type Value } from '../machine/index.ts'

/** A function known by heart; undefined where its outcome is not known for these arguments. */
export type Known = (call: NativeCall, machine: Machine) => Value | undefined

/** Makes natives of functions known by heart: where one has no answer, the call is unknown. */
export function natives(machine: Machine, table: Readonly<Record<string, Known>>): [string, Native][] {
  return Object.entries(table).map(([name, known]) => [name, (call: NativeCall): Value => known(call, machine) ?? firstUnknown(call) ?? unknown(call.text, call.at)])
}

function firstUnknown({ args, receiver }: NativeCall): Value | undefined {
  const found = [receiver, ...args].find((value) => value?.kind === 'unknown')
  return found?.kind === 'unknown' ? unknown(found.why, found.at) : undefined
}

export const string = (value: string): Value => ({ kind: 'string', type: STRING, value })
export const bool = (value: boolean): Value => ({ kind: 'bool', type: BOOL, value })
export const integer = (value: number | bigint, type: GoType = INT): Value => ({ kind: 'int', type, value: BigInt(value) })
export const NIL: Value = { kind: 'nil', type: undefined }
export const NOTHING: Value = { kind: 'tuple', values: [] }
export const pair = (...values: Value[]): Value => ({ kind: 'tuple', values })
export const STRINGS: GoType = { kind: 'slice', elem: STRING }

/** A list of strings as a slice. */
export function strings(values: readonly string[]): Value {
  return { kind: 'slice', type: STRINGS, cells: values.map((value) => ({ type: STRING, state: { value: string(value), at: undefined, trail: undefined, before: undefined } })) }
}

/** The text of a string value. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined
}

/** The number of an integer value. */
export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'int' ? Number(value.value) : undefined
}

/** The elements of a slice or array; undefined where it is not known. */
export function elementsOf(value: Value | undefined): Value[] | undefined {
  if (value?.kind === 'nil') return []
  return value?.kind === 'slice' || value?.kind === 'array' ? value.cells.map(({ state }) => state.value) : undefined
}

/** The texts of a slice of strings; undefined where one is not known. */
export function textsOf(value: Value | undefined): string[] | undefined {
  const texts = elementsOf(value)?.map(textOf)
  return texts?.every((text) => text !== undefined) === true ? texts : undefined
}

/** An argument without `untyped`. */
export function plain(value: Value): Value {
  return untypedNoMore(value)
}
