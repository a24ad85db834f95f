import { coreType } from './members.ts'
import type { Scope } from './scope.ts'
import { child, type Syntax } from './syntax.ts'
import { untyped, UNKNOWN, type Type } from './types.ts'

/** The types that `count` names get from a list of expressions: one each, or all from one call or comma-ok form. */
export function valueTypes(values: readonly Syntax[], count: number, scope: Scope): readonly Type[] {
  const operands = values.map((one) => scope.file.world.operand(one, scope))
  const [only] = operands
  if (values.length !== 1 || count === 1) {
    return operands.map(({ mode, type }) => (mode === 'value' && type.kind !== 'tuple' ? type : UNKNOWN))
  }
  if (only?.type.kind === 'tuple') return only.type.types
  // `v, ok := <-c`, `m[k]`, `x.(T)`.
  return count === 2 && only?.mode === 'value' && isCommaOk(values[0]!, scope) ? [only.type, untyped('bool')] : [UNKNOWN, UNKNOWN]
}

function isCommaOk(node: Syntax, scope: Scope): boolean {
  if (node.type === 'parenthesized_expression') return node.kids[0] !== undefined && isCommaOk(node.kids[0], scope)
  if (node.type === 'type_assertion_expression') return true
  if (node.type === 'unary_expression') return child(node, 'operator')?.text === '<-'
  return node.type === 'index_expression' && coreType(scope.file.world.operand(child(node, 'operand'), { ...scope, record: undefined }).type)?.kind === 'map'
}
