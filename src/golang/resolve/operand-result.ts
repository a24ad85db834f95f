import type { Entity } from './entity.ts'
import { UNKNOWN, type Type } from './types.ts'

/** What an expression is: a value, a type, a package, something predeclared to be called, or not known. */
export interface Operand {
  readonly mode: 'value' | 'type' | 'package' | 'builtin' | 'unknown'
  readonly type: Type
  /** What it names, where it is a name. */
  readonly entity?: Entity
}

/** Nothing that is known. */
export const NO_OPERAND: Operand = { mode: 'unknown', type: UNKNOWN }

/** A value of a type. */
export function value(type: Type): Operand {
  return { mode: 'value', type }
}
