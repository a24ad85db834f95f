import { underlying, type FieldType, type GoType } from './go-type.ts'
import type { Cell, Spot, Value } from './value.ts'
import { unknown } from './value.ts'

/** The zero value of a type (Go spec, "The zero value"); unknown where the type is. */
export function zeroValue(type: GoType, at: Spot): Value {
  const under = underlying(type)
  switch (under.kind) {
    case 'basic':
      return zeroBasic(under.name, type)
    case 'struct':
      return { kind: 'struct', type, fields: zeroFields(under.fields, at) }
    case 'array':
      if (under.length < 0 || under.length > 100_000) return unknown('length of an array', at, type)
      return { kind: 'array', type, cells: Array.from({ length: under.length }, () => zeroCell(under.elem, at)) }
    case 'unknown':
      return unknown(`zero value of ${under.text}`, at, type)
    case 'interface':
      return { kind: 'nil', type: undefined }
    default:
      return { kind: 'nil', type }
  }
}

/** Cells for the fields of a struct, each with its zero value. */
export function zeroFields(fields: readonly FieldType[], at: Spot): Map<string, Cell> {
  return new Map(fields.map(({ name, type }) => [name, zeroCell(type(), at)]))
}

/** A cell with the zero value, set by nobody. */
export function zeroCell(type: GoType, at: Spot): Cell {
  return { type, state: { value: zeroValue(type, at), at: undefined, trail: undefined, before: undefined } }
}

function zeroBasic(name: string, type: GoType): Value {
  if (name === 'string' || name === 'untyped string') return { kind: 'string', type, value: '' }
  if (name === 'bool' || name === 'untyped bool') return { kind: 'bool', type, value: false }
  if (name.startsWith('float') || name.startsWith('complex') || name === 'untyped float') return { kind: 'float', type, value: 0 }
  if (name === 'unsafe.Pointer') return { kind: 'nil', type }
  return { kind: 'int', type, value: 0n }
}
