import { defaultType, isUntyped, sameType, underlying, type GoType } from './go-type.ts'
import type { Value } from './value.ts'

const BITS: Readonly<Record<string, number>> = { int: 64, int8: 8, int16: 16, int32: 32, int64: 64, uint: 64, uint8: 8, uint16: 16, uint32: 32, uint64: 64, uintptr: 64 }

/** An integer as a type holds it: overflow wraps around (Go spec, "Integer overflow"). */
export function wrap(value: bigint, type: GoType): bigint {
  const under = underlying(type)
  const bits = under.kind === 'basic' ? BITS[under.name] : undefined
  if (bits === undefined || under.kind !== 'basic') return value
  return under.name.startsWith('u') ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value)
}

/** A value as a variable of a type holds it; as it is where the type is not known. */
export function assigned(value: Value, type: GoType | undefined): Value {
  if (type === undefined) return untypedNoMore(value)
  const under = underlying(type)
  if (under.kind === 'interface' || under.kind === 'unknown') return untypedNoMore(value)
  switch (value.kind) {
    case 'nil':
      return value.type === undefined || !sameType(value.type, type) ? { kind: 'nil', type } : value
    case 'unknown':
      return value.type === undefined ? { ...value, type } : value
    case 'int':
      if (isFloat(under)) return isUntyped(value.type) ? { kind: 'float', type, value: Number(value.value) } : value
      return isUntyped(value.type) || value.type !== type ? { kind: 'int', type, value: wrap(value.value, type) } : value
    case 'float':
      if (isUntyped(value.type) && isInteger(under)) return { kind: 'int', type, value: wrap(BigInt(Math.trunc(value.value)), type) }
      return { ...value, type }
    case 'string':
    case 'bool':
    case 'slice':
    case 'map':
    case 'struct':
    case 'array':
      return value.type === type ? value : { ...value, type }
    case 'pointer':
      return type.kind === 'named' && value.type !== type ? { ...value, type } : value
    case 'func':
      return value.type === undefined && under.kind === 'func' ? { ...value, type: under } : value
    default:
      return value
  }
}

/** A constant with the type it gets where none is given. */
export function untypedNoMore(value: Value): Value {
  switch (value.kind) {
    case 'int':
    case 'float':
    case 'string':
    case 'bool':
      return isUntyped(value.type) ? { ...value, type: defaultType(value.type) } : value
    default:
      return value
  }
}

/** `T(x)`; undefined where the outcome is not known (Go spec, "Conversions"). */
export function converted(value: Value, type: GoType): Value | undefined {
  const under = underlying(type)
  if (under.kind === 'basic') {
    if (isInteger(under)) {
      if (value.kind === 'int') return { kind: 'int', type, value: wrap(value.value, type) }
      if (value.kind === 'float') return { kind: 'int', type, value: wrap(BigInt(Math.trunc(value.value)), type) }
    }
    if (isFloat(under) && (value.kind === 'int' || value.kind === 'float')) return { kind: 'float', type, value: under.name === 'float32' ? Math.fround(Number(value.value)) : Number(value.value) }
    if (under.name === 'string') {
      if (value.kind === 'string') return { ...value, type }
      if (value.kind === 'int') return { kind: 'string', type, value: String.fromCodePoint(Number(value.value)) }
      if (value.kind === 'nil') return { kind: 'string', type, value: '' }
      return textOfElements(value, type)
    }
    if (under.name === 'bool' && value.kind === 'bool') return { ...value, type }
    return value.kind === 'unknown' ? { ...value, type } : undefined
  }
  if (under.kind === 'slice' && value.kind === 'string') return elementsOfText(value.value, type, under.elem)
  return assigned(value, type)
}

function textOfElements(value: Value, type: GoType): Value | undefined {
  if (value.kind !== 'slice') return undefined
  const numbers: number[] = []
  for (const { state } of value.cells) {
    if (state.value.kind !== 'int') return undefined
    numbers.push(Number(state.value.value))
  }
  const under = underlying(value.type)
  const bytes = under.kind === 'slice' && typeName(under.elem) === 'uint8'
  return { kind: 'string', type, value: bytes ? new TextDecoder().decode(Uint8Array.from(numbers)) : String.fromCodePoint(...numbers) }
}

function elementsOfText(text: string, type: GoType, elem: GoType): Value {
  const numbers = typeName(elem) === 'uint8' ? [...new TextEncoder().encode(text)] : Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  const cells = numbers.map((number) => ({ type: elem, state: { value: { kind: 'int' as const, type: elem, value: BigInt(number) }, at: undefined, trail: undefined, before: undefined } }))
  return { kind: 'slice', type, cells }
}

function typeName(type: GoType): string {
  const under = underlying(type)
  return under.kind === 'basic' ? under.name : ''
}

/** Whether values of a type are integers. */
export function isInteger(type: GoType): boolean {
  const name = typeName(type)
  return name in BITS || name === 'untyped int' || name === 'untyped rune'
}

/** Whether values of a type are floating-point numbers. */
export function isFloat(type: GoType): boolean {
  return /^(untyped )?float/.test(typeName(type))
}
