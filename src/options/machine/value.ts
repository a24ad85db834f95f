import type { Syntax } from '../../golang/resolve/syntax.ts'
import type { FuncDecl, GoFile } from '../program/index.ts'
import type { Env } from './env.ts'
import { typeText, type FuncType, type GoType } from './go-type.ts'

/** A place in a file that is not yet counted in lines. */
export interface Spot {
  readonly file: GoFile
  readonly offset: number
}

/** A chain of calls, innermost first. */
export interface Trail {
  readonly at: Spot
  readonly up: Trail | undefined
}

/** What a cell holds, and since when. */
export interface State {
  readonly value: Value
  readonly at: Spot | undefined
  readonly trail: Trail | undefined
  /** What an assignment replaced. */
  readonly before: State | undefined
}

/** A variable, a field, an element: something that can be assigned to and pointed at. */
export interface Cell {
  state: State
  /** Declared type; undefined where any value may stand. */
  readonly type: GoType | undefined
}

/** A value that only a running program knows. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly why: string
  readonly at: Spot
  readonly type: GoType | undefined
}

/** A function that this project knows by heart. */
export type Native = (call: NativeCall) => Value

/** What a known function is called with. */
export interface NativeCall {
  readonly receiver: Value | undefined
  readonly args: readonly Value[]
  readonly at: Spot
  /** Source of the call. */
  readonly text: string
}

/** A Go value. Strings are kept as text, integers as big integers. */
export type Value =
  | Unknown
  | { readonly kind: 'bool'; readonly type: GoType; readonly value: boolean }
  | { readonly kind: 'int'; readonly type: GoType; readonly value: bigint }
  | { readonly kind: 'float'; readonly type: GoType; readonly value: number }
  | { readonly kind: 'string'; readonly type: GoType; readonly value: string }
  | { readonly kind: 'nil'; readonly type: GoType | undefined }
  | StructValue
  | { readonly kind: 'array'; readonly type: GoType; readonly cells: readonly Cell[] }
  | SliceValue
  | MapValue
  | { readonly kind: 'pointer'; readonly type: GoType; readonly cell: Cell }
  | FuncValue
  | { readonly kind: 'tuple'; readonly values: readonly Value[] }
  | { readonly kind: 'type'; readonly type: GoType }
  | { readonly kind: 'native'; readonly data: unknown }

/** A struct: a cell for each field, in order. */
export interface StructValue {
  readonly kind: 'struct'
  readonly type: GoType
  readonly fields: Map<string, Cell>
}

/** A slice; its cells may be another's too. */
export interface SliceValue {
  readonly kind: 'slice'
  readonly type: GoType
  readonly cells: readonly Cell[]
}

/** A map; its table is replaced, never changed, so that it can be undone. */
export interface MapValue {
  readonly kind: 'map'
  readonly type: GoType
  readonly box: Cell
}

/** One entry of a map. */
export interface MapEntry {
  readonly key: Value
  readonly cell: Cell
}

/** The table of a map, by the text of its keys. */
export type MapTable = ReadonlyMap<string, MapEntry>

/** A function, closure or bound method. */
export interface FuncValue {
  readonly kind: 'func'
  readonly type: FuncType | undefined
  readonly name: string
  readonly at: Spot | undefined
  readonly body: { readonly node: Syntax; readonly env: Env; readonly decl: FuncDecl | undefined } | { readonly native: Native }
  readonly receiver: Value | undefined
}

/** Something unknown. */
export function unknown(why: string, at: Spot, type?: GoType): Unknown {
  return { kind: 'unknown', why, at, type }
}

/** The table of a map; undefined when what it holds is not known. */
export function tableOf(map: MapValue): MapTable | undefined {
  const { value } = map.box.state
  return value.kind === 'native' ? (value.data as MapTable) : undefined
}

/** The type a value has when it runs; undefined for an untyped nil. */
export function dynamicType(value: Value): GoType | undefined {
  return value.kind === 'tuple' || value.kind === 'native' ? undefined : value.type
}

/** Text that tells keys of a map apart; undefined where that is not known. */
export function keyText(value: Value): string | undefined {
  switch (value.kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return `${value.kind}:${String(value.value)}:${value.type.kind === 'named' ? typeText(value.type, true) : ''}`
    case 'nil':
      return 'nil'
    case 'array':
    case 'struct': {
      const cells = value.kind === 'array' ? value.cells : [...value.fields.values()]
      const parts = cells.map(({ state }) => keyText(state.value))
      return parts.includes(undefined) ? undefined : `${value.kind}:${typeText(value.type, true)}(${parts.join(',')})`
    }
    case 'pointer':
      return `pointer:${identity(value.cell)}`
    case 'type':
      return `type:${typeText(value.type, true)}`
    default:
      return undefined
  }
}

let counted = 0
const identities = new WeakMap<Cell, number>()

function identity(cell: Cell): number {
  let known = identities.get(cell)
  if (known === undefined) identities.set(cell, (known = ++counted))
  return known
}
