import type { BuiltinEntity, Entity, ValueEntity } from './entity.ts'
import { basic, UNKNOWN, untyped, type InterfaceType, type Type } from './types.ts'

const TYPES = (
  'bool byte complex64 complex128 float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr'
).split(' ')
const FUNCTIONS = 'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(' ')
const ALIASES: Readonly<Record<string, string>> = { byte: 'uint8', rune: 'int32' }

const EMPTY_INTERFACE: InterfaceType = { kind: 'interface', methods: () => [], embeds: () => [] }

/** The type of any value. */
export const ANY: Type = EMPTY_INTERFACE

/** The one method of `error`; declared by the language itself. */
const errorMethod: ValueEntity = {
  kind: 'method',
  name: 'Error',
  symbol: 'error.Error',
  place: undefined,
  type: () => ({ kind: 'func', params: [], variadic: false, results: [basic('string')] }),
}

/** The type `error`. */
export const ERROR: Type = { kind: 'interface', methods: () => [errorMethod], embeds: () => [] }

const entity = (name: string, role: BuiltinEntity['role'], type: Type): BuiltinEntity => ({
  kind: 'builtin',
  name,
  symbol: name,
  place: undefined,
  role,
  type,
})

/** The universe block (Go spec, "Predeclared identifiers"). */
export const UNIVERSE: ReadonlyMap<string, Entity> = new Map<string, Entity>([
  ...TYPES.map((name) => [name, entity(name, 'type', basic(ALIASES[name] ?? name))] as const),
  ['any', entity('any', 'type', ANY)],
  ['comparable', entity('comparable', 'type', EMPTY_INTERFACE)],
  ['error', entity('error', 'type', ERROR)],
  ['true', entity('true', 'value', untyped('bool'))],
  ['false', entity('false', 'value', untyped('bool'))],
  ['iota', entity('iota', 'value', untyped('int'))],
  ['nil', entity('nil', 'value', untyped('nil'))],
  ...FUNCTIONS.map((name) => [name, entity(name, 'function', UNKNOWN)] as const),
])

const unsafeEntity = (name: string, role: BuiltinEntity['role'], type: Type): BuiltinEntity => ({
  ...entity(name, role, type),
  symbol: `unsafe.${name}`,
})

/** Package unsafe: declared by the compiler; the source that goes by its name is documentation. */
export const UNSAFE: ReadonlyMap<string, BuiltinEntity> = new Map([
  ['Pointer', unsafeEntity('Pointer', 'type', basic('unsafe.Pointer'))],
  ...['Sizeof', 'Offsetof', 'Alignof', 'Add', 'Slice', 'SliceData', 'String', 'StringData'].map(
    (name) => [name, unsafeEntity(name, 'function', UNKNOWN)] as const,
  ),
])
