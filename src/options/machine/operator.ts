import { converted, isFloat, isInteger, wrap } from './convert.ts'
import { BOOL, isUntyped, UNTYPED_BOOL, type GoType } from './go-type.ts'
import { equal } from './store.ts'
import type { Value } from './value.ts'

/** `a op b` for known values; undefined where the outcome is not known. */
export function binary(operator: string, a: Value, b: Value): Value | undefined {
  if (operator === '==' || operator === '!=') {
    const same = equal(a, b)
    return same === undefined ? undefined : { kind: 'bool', type: BOOL, value: same === (operator === '==') }
  }
  if (a.kind === 'bool' && b.kind === 'bool') {
    if (operator === '&&') return { ...a, value: a.value && b.value }
    if (operator === '||') return { ...a, value: a.value || b.value }
    return undefined
  }
  if (a.kind === 'string' && b.kind === 'string') {
    if (operator === '+') return { kind: 'string', type: isUntyped(a.type) ? b.type : a.type, value: a.value + b.value }
    return compared(operator, a.value, b.value)
  }
  if ((operator === '<<' || operator === '>>') && (a.kind === 'int' || a.kind === 'float') && b.kind === 'int') {
    if (b.value < 0n || b.value > 4096n) return undefined
    const left = BigInt(a.value)
    const type = a.kind === 'int' ? a.type : b.type
    return { kind: 'int', type, value: wrap(operator === '<<' ? left << b.value : left >> b.value, type) }
  }
  if (a.kind === 'int' && b.kind === 'int') return compared(operator, a.value, b.value) ?? integers(operator, a.value, b.value, common(a.type, b.type))
  if ((a.kind === 'int' || a.kind === 'float') && (b.kind === 'int' || b.kind === 'float')) {
    const type = a.kind === 'float' && (!isUntyped(a.type) || b.kind === 'int' || isUntyped(b.type)) && !(isUntyped(a.type) && !isUntyped(b.type)) ? a.type : b.type
    if (isInteger(type)) {
      const [x, y] = [converted(a, type), converted(b, type)]
      return x?.kind === 'int' && y?.kind === 'int' ? (compared(operator, x.value, y.value) ?? integers(operator, x.value, y.value, type)) : undefined
    }
    return compared(operator, Number(a.value), Number(b.value)) ?? floats(operator, Number(a.value), Number(b.value), isFloat(type) ? type : a.type)
  }
  return undefined
}

function common(a: GoType, b: GoType): GoType {
  if (!isUntyped(a)) return a
  if (!isUntyped(b)) return b
  return a.kind === 'basic' && a.name === 'untyped rune' ? a : b
}

function compared(operator: string, a: string | bigint | number, b: string | bigint | number): Value | undefined {
  switch (operator) {
    case '<':
      return { kind: 'bool', type: UNTYPED_BOOL, value: a < b }
    case '<=':
      return { kind: 'bool', type: UNTYPED_BOOL, value: a <= b }
    case '>':
      return { kind: 'bool', type: UNTYPED_BOOL, value: a > b }
    case '>=':
      return { kind: 'bool', type: UNTYPED_BOOL, value: a >= b }
    default:
      return undefined
  }
}

function integers(operator: string, a: bigint, b: bigint, type: GoType): Value | undefined {
  const value = integer(operator, a, b)
  return value === undefined ? undefined : { kind: 'int', type, value: wrap(value, type) }
}

function integer(operator: string, a: bigint, b: bigint): bigint | undefined {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0n ? undefined : a / b
    case '%':
      return b === 0n ? undefined : a % b
    case '&':
      return a & b
    case '|':
      return a | b
    case '^':
      return a ^ b
    case '&^':
      return a & ~b
    default:
      return undefined
  }
}

function floats(operator: string, a: number, b: number, type: GoType): Value | undefined {
  const value = operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '/' ? a / b : undefined
  return value === undefined ? undefined : { kind: 'float', type, value }
}

/** `op x`; undefined where the outcome is not known. */
export function unary(operator: string, value: Value): Value | undefined {
  if (operator === '!' && value.kind === 'bool') return { ...value, value: !value.value }
  if (operator === '+') return value
  if (operator === '-') {
    if (value.kind === 'int') return { ...value, value: wrap(-value.value, value.type) }
    if (value.kind === 'float') return { ...value, value: -value.value }
  }
  if (operator === '^' && value.kind === 'int') return { ...value, value: wrap(~value.value, value.type) }
  return undefined
}
