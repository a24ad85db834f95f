import type { Found } from './entity.ts'
import { callOperand } from './call.ts'
import { literalValue } from './composite.ts'
import { packageMember, qualified } from './find-name.ts'
import { instantiated } from './infer.ts'
import { coreType, elementOf, memberOf } from './members.ts'
import { NO_OPERAND, value, type Operand } from './operand-result.ts'
import { lookup, type Scope } from './scope.ts'
import { signatureOf } from './signature-type.ts'
import { child, type Syntax } from './syntax.ts'
import { typeOf, typeOfEntity } from './type-of.ts'
import { basic, UNKNOWN, untyped, type Type } from './types.ts'
import { visitType } from './visit-type.ts'
import { enter, leave } from './world.ts'

/**
 * What an expression is, and its type as far as declarations tell. Where the scope records, every identifier in it is
 * recorded, bodies of function literals included.
 */
export function operand(node: Syntax | undefined, scope: Scope): Operand {
  if (node === undefined) return NO_OPERAND
  const { world } = scope.file
  if (!enter(world)) return NO_OPERAND
  try {
    return evaluate(node, scope)
  } finally {
    leave(world)
  }
}

function evaluate(node: Syntax, scope: Scope): Operand {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'package_identifier':
    case 'nil':
    case 'true':
    case 'false':
    case 'iota':
      return named(node, scope)
    case 'blank_identifier':
      return NO_OPERAND
    case 'int_literal':
      return value(untyped('int'))
    case 'float_literal':
      return value(untyped('float'))
    case 'imaginary_literal':
      return value(untyped('complex'))
    case 'rune_literal':
      return value(untyped('rune'))
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return value(untyped('string'))
    case 'parenthesized_expression':
    case 'parenthesized_type':
    case 'literal_element':
    case 'variadic_argument':
    case 'type_elem':
    case 'expression_list':
      return operand(node.kids[0], scope)
    case 'selector_expression':
    case 'qualified_type':
      return selector(node, scope)
    case 'call_expression':
    case 'type_conversion_expression':
      return callOperand(node, scope)
    case 'index_expression':
      return indexed(child(node, 'operand'), [child(node, 'index')!], scope)
    case 'generic_type':
      return indexed(child(node, 'type'), child(node, 'type_arguments')?.kids ?? [], scope)
    case 'type_instantiation_expression':
      return indexed(node.kids[0], node.kids.slice(1), scope)
    case 'slice_expression':
      return sliced(node, scope)
    case 'type_assertion_expression': {
      operand(child(node, 'operand'), scope)
      const type = child(node, 'type')
      if (type === undefined) return NO_OPERAND
      visitType(type, scope)
      return value(typeOf(type, scope))
    }
    case 'composite_literal': {
      const written = child(node, 'type')
      const body = child(node, 'body')
      if (written === undefined) return NO_OPERAND
      visitType(written, scope)
      const type = typeOf(written, scope)
      if (body !== undefined && scope.record !== undefined) literalValue(body, type, scope)
      return value(type)
    }
    case 'func_literal':
      if (scope.record !== undefined) scope.file.world.visitFunction(node, scope)
      return value(signatureOf(node, scope, typeOf))
    case 'unary_expression':
      return unary(node, scope)
    case 'binary_expression':
      return binary(node, scope)
    case 'pointer_type': {
      // `table[*x.y]` is read by the grammar as if `*x.y` were a type.
      const inner = operand(node.kids[0], scope)
      return inner.mode === 'value' ? dereferenced(inner.type) : { mode: 'type', type: { kind: 'pointer', elem: inner.type } }
    }
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
    case 'channel_type':
    case 'map_type':
    case 'struct_type':
    case 'interface_type':
    case 'function_type':
      visitType(node, scope)
      return { mode: 'type', type: typeOf(node, scope) }
    default:
      return NO_OPERAND
  }
}

/** What a name is as an expression. */
function named(node: Syntax, scope: Scope): Operand {
  if (node.text === '_') return NO_OPERAND
  const found = lookup(scope, node.text)
  scope.record?.(node, found)
  return operandOf(found)
}

function operandOf(found: Found): Operand {
  if (found.kind !== 'one' || !found.sure) return NO_OPERAND
  const { entity } = found
  switch (entity.kind) {
    case 'package':
      return { mode: 'package', type: UNKNOWN, entity }
    case 'type':
    case 'typeparam':
      return { mode: 'type', type: typeOfEntity(entity, []), entity }
    case 'builtin':
      return entity.role === 'function' ? { mode: 'builtin', type: UNKNOWN, entity } : { mode: entity.role, type: entity.type, entity }
    case 'label':
    case 'external':
      return NO_OPERAND
    default:
      return { mode: 'value', type: entity.type(), entity }
  }
}

function selector(node: Syntax, scope: Scope): Operand {
  const { qualifier, name: qualifiedName } = qualified(node)
  const name = qualifiedName ?? child(node, 'field')
  if (name === undefined) return NO_OPERAND
  const left = operand(qualifier ?? child(node, 'operand'), scope)
  if (left.mode === 'package' && left.entity?.kind === 'package') {
    const found = packageMember(left.entity, name.text, scope)
    scope.record?.(name, found)
    return operandOf(found)
  }
  if (name.text === '_') return NO_OPERAND
  const { found, type } = memberOf(left.type, name.text, scope.file.source)
  scope.record?.(name, found)
  // `T.Method` is a function that takes the receiver first (Go spec, "Method expressions").
  if (left.mode === 'type' && type.kind === 'func') return value({ ...type, params: [left.type, ...type.params] })
  return found.kind === 'one' ? { mode: 'value', type, entity: found.entity } : NO_OPERAND
}

/** `x[i]`, or a generic type or function with type arguments: the grammar cannot tell them apart. */
function indexed(base: Syntax | undefined, indices: readonly Syntax[], scope: Scope): Operand {
  // The grammar takes `*T[K, V]` for `(*T)[K, V]`.
  if (base?.type === 'pointer_type') {
    const { mode, type } = indexed(base.kids[0], indices, scope)
    return mode === 'type' ? { mode, type: { kind: 'pointer', elem: type } } : NO_OPERAND
  }
  const left = operand(base, scope)
  const types = (): Type[] =>
    indices.map((index) => {
      const type = index.type === 'type_elem' ? (index.kids[0] ?? index) : index
      visitType(type, scope)
      return typeOf(type, scope)
    })
  if (left.mode === 'type' && left.entity?.kind === 'type') return { mode: 'type', type: typeOfEntity(left.entity, types()), entity: left.entity }
  if (left.type.kind === 'func' && left.type.generic !== undefined) return value(instantiated(left.type, types(), undefined))
  for (const index of indices) operand(index, scope)
  return value(elementOf(left.type))
}

function sliced(node: Syntax, scope: Scope): Operand {
  const [base, ...bounds] = node.kids
  const { type } = operand(base, scope)
  for (const bound of bounds) operand(bound, scope)
  const core = coreType(type)
  if (core?.kind === 'array') return value({ kind: 'slice', elem: core.elem })
  if (core?.kind === 'basic') return value(core.untyped ? basic('string') : type)
  if (core?.kind !== 'pointer') return value(type)
  const array = coreType(core.elem)
  return array?.kind === 'array' ? value({ kind: 'slice', elem: array.elem }) : NO_OPERAND
}

function unary(node: Syntax, scope: Scope): Operand {
  const inner = operand(child(node, 'operand'), scope)
  switch (child(node, 'operator')?.text) {
    case '&':
      return value({ kind: 'pointer', elem: inner.type })
    case '*': {
      return inner.mode === 'type' ? { mode: 'type', type: { kind: 'pointer', elem: inner.type } } : dereferenced(inner.type)
    }
    case '<-': {
      const core = coreType(inner.type)
      return core?.kind === 'chan' ? value(core.elem) : NO_OPERAND
    }
    default:
      return value(inner.type)
  }
}

function dereferenced(pointer: Type): Operand {
  const core = coreType(pointer)
  return core?.kind === 'pointer' ? value(core.elem) : NO_OPERAND
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>='])

/** A chain of binary operators leans to the left, and may be thousands long: it is walked, not recursed into. */
function binary(node: Syntax, scope: Scope): Operand {
  const chain: Syntax[] = []
  let left = node
  while (left.type === 'binary_expression') {
    chain.push(left)
    const next = child(left, 'left')
    if (next === undefined) return NO_OPERAND
    left = next
  }
  let { type } = operand(left, scope)
  for (let at = chain.length - 1; at >= 0; at--) {
    const right = operand(child(chain[at]!, 'right'), scope).type
    const operator = child(chain[at]!, 'operator')?.text ?? ''
    if (COMPARISONS.has(operator)) type = untyped('bool')
    else if (operator !== '<<' && operator !== '>>') type = combined(type, right)
  }
  return value(type)
}

const UNTYPED_ORDER = ['int', 'rune', 'float', 'complex']

/** The type of two operands of one operator (Go spec, "Arithmetic operators", "Constant expressions"). */
function combined(a: Type, b: Type): Type {
  if (a.kind === 'basic' && a.untyped) {
    if (b.kind === 'basic' && b.untyped) return UNTYPED_ORDER.indexOf(a.name) > UNTYPED_ORDER.indexOf(b.name) ? a : b
    return b
  }
  return a.kind === 'unknown' ? (b.kind === 'basic' && b.untyped ? a : b) : a
}
