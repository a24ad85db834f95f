import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { assigned } from './convert.ts'
import { findLocal, type Env } from './env.ts'
import { hasMethod, methodOf } from './member.ts'
import { integerOf, unquoted } from './literal-text.ts'
import { sameType, symbolOf, typeText, underlying, UNTYPED_BOOL, UNTYPED_FLOAT, UNTYPED_INT, UNTYPED_RUNE, UNTYPED_STRING, type GoType } from './go-type.ts'
import { DeadEnd, MOST_STEPS, OutOfSteps, sourceText, spot, type Machine } from './machine.ts'
import { binary, unary } from './operator.ts'
import { newCell } from './store.ts'
import { signature, typeFrom, universeType } from './type-from.ts'
import { keyText, tableOf, unknown, type FuncValue, type MapValue, type Spot, type Value } from './value.ts'
import { zeroValue } from './zero.ts'

/** The value of an expression; unknown, saying why, where it is not known. */
export function evaluate(machine: Machine, node: Syntax, env: Env): Value {
  if (++machine.steps > MOST_STEPS) throw new OutOfSteps()
  const whatever = (): Value => unknown(sourceText(node, env), spot(node, env))
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
      return identifier(machine, node.text, node, env)
    case 'true':
    case 'false':
      return { kind: 'bool', type: UNTYPED_BOOL, value: node.type === 'true' }
    case 'nil':
      return { kind: 'nil', type: undefined }
    case 'iota':
      return env.iota === undefined ? whatever() : { kind: 'int', type: UNTYPED_INT, value: BigInt(env.iota) }
    case 'int_literal': {
      const value = integerOf(node.text)
      return value === undefined ? whatever() : { kind: 'int', type: UNTYPED_INT, value }
    }
    case 'float_literal':
      return { kind: 'float', type: UNTYPED_FLOAT, value: Number(node.text.replaceAll('_', '')) }
    case 'rune_literal':
      return { kind: 'int', type: UNTYPED_RUNE, value: BigInt(unquoted(env.file.text.slice(node.start, node.end)).codePointAt(0) ?? 0) }
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'string', type: UNTYPED_STRING, value: unquoted(env.file.text.slice(node.start, node.end)) }
    case 'parenthesized_expression':
    case 'literal_element':
    case 'variadic_argument':
      return node.kids[0] === undefined ? whatever() : machine.evaluate(node.kids[0], env)
    case 'expression_list':
      if (node.kids.length === 1) return machine.evaluate(node.kids[0]!, env)
      return { kind: 'tuple', values: node.kids.map((kid) => machine.evaluate(kid, env)) }
    case 'selector_expression':
      return selector(machine, node, env)
    case 'call_expression':
    case 'type_conversion_expression':
      return machine.callNode(node, env)
    case 'index_expression':
      return indexed(machine, node, env)
    case 'slice_expression':
      return sliced(machine, node, env)
    case 'type_assertion_expression':
      return asserted(machine, node, env, false)
    case 'composite_literal': {
      const type = child(node, 'type')
      const body = child(node, 'body')
      return type === undefined || body === undefined ? whatever() : machine.literal(body, typeFrom(machine, type, env), env)
    }
    case 'func_literal':
      return closure(machine, node, env)
    case 'unary_expression':
      return unaryExpression(machine, node, env)
    case 'binary_expression':
      return binaryExpression(machine, node, env)
    case 'type_instantiation_expression':
    case 'generic_type':
    case 'pointer_type':
    case 'slice_type':
    case 'array_type':
    case 'map_type':
    case 'struct_type':
    case 'interface_type':
    case 'function_type':
    case 'channel_type':
    case 'qualified_type':
      return { kind: 'type', type: typeFrom(machine, node, env) }
    default:
      return whatever()
  }
}

function identifier(machine: Machine, name: string, node: Syntax, env: Env): Value {
  const local = findLocal(env, name)
  if (local !== undefined) return local.kind === 'cell' ? local.cell.state.value : { kind: 'type', type: local.type }
  const decl = machine.program.packageOf(env.file).find(name)
  if (decl !== undefined) return machine.declared(decl, spot(node, env))
  const type = universeType(name)
  return type === undefined ? unknown(name, spot(node, env)) : { kind: 'type', type }
}

function selector(machine: Machine, node: Syntax, env: Env): Value {
  const operand = child(node, 'operand')
  const name = child(node, 'field')?.text ?? ''
  if (operand === undefined) return unknown(sourceText(node, env), spot(node, env))
  if (operand.type === 'identifier' && findLocal(env, operand.text) === undefined) {
    const importPath = machine.program.packageOf(env.file).find(operand.text) === undefined ? machine.program.importNamed(operand.text, env.file) : undefined
    if (importPath !== undefined) return packageMember(machine, importPath, name, node, env)
  }
  const value = machine.evaluate(operand, env)
  if (value.kind === 'nil') throw new DeadEnd(`${sourceText(operand, env)} is nil`, spot(node, env))
  if (value.kind === 'type') return methodExpression(machine, value.type, name, node, env)
  if (value.kind === 'pointer' && value.cell.state.value.kind === 'pointer') return unknown(sourceText(node, env), spot(node, env))
  return machine.member(addressable(machine, operand, value, env), name, spot(node, env)) ?? unknown(sourceText(node, env), spot(node, env))
}

/** A variable as a pointer to it, so that its methods can change it (Go spec, "Calls"); other values as they are. */
function addressable(machine: Machine, operand: Syntax, value: Value, env: Env): Value {
  if (value.kind === 'pointer' || value.kind === 'unknown' || value.kind === 'tuple' || value.kind === 'native' || hasCall(operand)) return value
  const { type } = value
  const cell = type?.kind === 'named' ? machine.locate(operand, env) : undefined
  return cell === undefined || type === undefined || cell.state.value !== value ? value : { kind: 'pointer', type: { kind: 'pointer', elem: type }, cell }
}

function hasCall(node: Syntax): boolean {
  return node.type === 'call_expression' || node.type === 'type_conversion_expression' || node.type === 'composite_literal' || node.kids.some(hasCall)
}

function packageMember(machine: Machine, importPath: string, name: string, node: Syntax, env: Env): Value {
  const native = machine.library.functions.get(`${importPath}.${name}`)
  if (native !== undefined) return { kind: 'func', type: undefined, name: `${importPath}.${name}`, at: spot(node, env), body: { native }, receiver: undefined }
  const known = machine.library.value(importPath, name)
  if (known !== undefined) return known
  const type = machine.library.type(importPath, name)
  if (type !== undefined) return { kind: 'type', type }
  const decl = machine.program.imported(importPath, env.file)?.find(name)
  return decl === undefined ? unknown(sourceText(node, env), spot(node, env)) : machine.declared(decl, spot(node, env))
}

/** `T.Method` takes its receiver first (Go spec, "Method expressions"). */
function methodExpression(machine: Machine, type: GoType, name: string, node: Syntax, env: Env): Value {
  const native = (receiver: Value, args: readonly Value[]): Value => {
    const method = methodOf(machine, receiver, name)
    return method === undefined ? unknown(sourceText(node, env), spot(node, env)) : machine.call(method, args, spot(node, env), sourceText(node, env))
  }
  return {
    kind: 'func',
    type: undefined,
    name: `${symbolOf(type) ?? typeText(type)}.${name}`,
    at: spot(node, env),
    body: { native: ({ args: [receiver, ...rest], at, text }) => (receiver === undefined ? unknown(text, at) : native(receiver, rest)) },
    receiver: undefined,
  }
}

function closure(machine: Machine, node: Syntax, env: Env): FuncValue {
  return { kind: 'func', type: signature(machine, node, env), name: 'func', at: spot(node, env), body: { node, env, decl: undefined }, receiver: undefined }
}

function indexed(machine: Machine, node: Syntax, env: Env): Value {
  const [base, index] = [child(node, 'operand'), child(node, 'index')]
  const why = (): Value => unknown(sourceText(node, env), spot(node, env))
  if (base === undefined || index === undefined) return why()
  const value = machine.evaluate(base, env)
  if (value.kind === 'type') return { kind: 'type', type: typeFrom(machine, node, env) }
  if (value.kind === 'func') return value
  const at = machine.evaluate(index, env)
  if (value.kind === 'unknown') return unknown(value.why, value.at)
  if (value.kind === 'map') return entryOf(value, at, spot(node, env)) ?? why()
  const list = value.kind === 'pointer' ? value.cell.state.value : value
  if (value.kind === 'nil') return value.type === undefined ? why() : nilIndexed(value.type, node, env)
  if (at.kind !== 'int') return at.kind === 'unknown' ? at : why()
  if (list.kind === 'string') {
    const byte = new TextEncoder().encode(list.value)[Number(at.value)]
    return byte === undefined ? why() : { kind: 'int', type: { kind: 'basic', name: 'uint8' }, value: BigInt(byte) }
  }
  if (list.kind !== 'slice' && list.kind !== 'array') return why()
  const cell = list.cells[Number(at.value)]
  if (cell === undefined) throw new DeadEnd(`${sourceText(node, env)} is out of range`, spot(node, env))
  return cell.state.value
}

function nilIndexed(type: GoType, node: Syntax, env: Env): Value {
  const under = underlying(type)
  if (under.kind === 'map') return zeroValue(under.elem, spot(node, env))
  throw new DeadEnd(`${sourceText(node, env)} is out of range`, spot(node, env))
}

/** What a map holds under a key: the zero value where nothing; undefined where that is not known. */
export function entryOf(map: MapValue, key: Value, at: Spot): Value | undefined {
  const under = underlying(map.type)
  if (under.kind !== 'map') return undefined
  const table = tableOf(map)
  const text = keyText(assigned(key, under.key))
  if (table !== undefined && text !== undefined) return table.get(text)?.cell.state.value ?? zeroValue(under.elem, at)
  const { value } = map.box.state
  return value.kind === 'unknown' ? unknown(value.why, value.at) : undefined
}

function sliced(machine: Machine, node: Syntax, env: Env): Value {
  const base = child(node, 'operand')
  const why = unknown(sourceText(node, env), spot(node, env))
  if (base === undefined) return why
  const given = machine.evaluate(base, env)
  const value = given.kind === 'pointer' ? given.cell.state.value : given
  const bound = (field: string, otherwise: number): number | undefined => {
    const written = child(node, field)
    if (written === undefined) return otherwise
    const at = machine.evaluate(written, env)
    return at.kind === 'int' ? Number(at.value) : undefined
  }
  if (value.kind === 'nil') return value
  if (value.kind === 'string') {
    const bytes = new TextEncoder().encode(value.value)
    const [from, to] = [bound('start', 0), bound('end', bytes.length)]
    return from === undefined || to === undefined ? why : { ...value, value: new TextDecoder().decode(bytes.slice(from, to)) }
  }
  if (value.kind !== 'slice' && value.kind !== 'array') return value.kind === 'unknown' ? unknown(value.why, value.at) : why
  const [from, to] = [bound('start', 0), bound('end', value.cells.length)]
  if (from === undefined || to === undefined) return why
  const under = underlying(value.type)
  const type: GoType = value.kind === 'array' && under.kind === 'array' ? { kind: 'slice', elem: under.elem } : value.type
  return { kind: 'slice', type, cells: value.cells.slice(from, to) }
}

/** `x.(T)`; with `both`, a pair with whether it holds. */
export function asserted(machine: Machine, node: Syntax, env: Env, both: boolean): Value {
  const [operand, written] = [child(node, 'operand'), child(node, 'type')]
  const why = unknown(sourceText(node, env), spot(node, env))
  if (operand === undefined || written === undefined) return why
  const value = machine.evaluate(operand, env)
  const type = typeFrom(machine, written, env)
  const holds = isOfType(machine, value, type)
  if (holds === undefined) return both ? { kind: 'tuple', values: [{ ...why, type }, why] } : { ...why, type }
  if (!both) {
    if (!holds) throw new DeadEnd(`${sourceText(node, env)} does not hold`, spot(node, env))
    return value
  }
  return { kind: 'tuple', values: [holds ? value : zeroValue(type, spot(node, env)), { kind: 'bool', type: UNTYPED_BOOL, value: holds }] }
}

/** Whether a value has a type, or implements it; undefined where that is not known. */
export function isOfType(machine: Machine, value: Value, type: GoType): boolean | undefined {
  if (value.kind === 'nil' && value.type === undefined) return false
  const dynamic = value.kind === 'tuple' || value.kind === 'native' ? undefined : value.type
  if (dynamic === undefined || value.kind === 'unknown' || underlying(type).kind === 'unknown') return undefined
  const under = underlying(type)
  if (under.kind !== 'interface') return sameType(dynamic, type)
  const methods = under.methods()
  if (methods.every((name) => hasMethod(machine, dynamic, name))) return true
  const named = dynamic.kind === 'pointer' ? dynamic.elem : dynamic
  return named.kind === 'named' && named.pkg === undefined && named.importPath !== '' ? undefined : false
}

function unaryExpression(machine: Machine, node: Syntax, env: Env): Value {
  const operator = child(node, 'operator')?.text ?? ''
  const operand = child(node, 'operand')
  const why = (): Value => unknown(sourceText(node, env), spot(node, env))
  if (operand === undefined) return why()
  if (operator === '&') return address(machine, operand, env) ?? why()
  const value = machine.evaluate(operand, env)
  if (operator === '*') {
    if (value.kind === 'type') return { kind: 'type', type: { kind: 'pointer', elem: value.type } }
    if (value.kind === 'pointer') return value.cell.state.value
    if (value.kind === 'nil') throw new DeadEnd(`${sourceText(operand, env)} is nil`, spot(node, env))
  }
  if (value.kind === 'unknown') return unknown(value.why, value.at)
  return unary(operator, value) ?? why()
}

function address(machine: Machine, operand: Syntax, env: Env): Value | undefined {
  let inner = operand
  while (inner.type === 'parenthesized_expression' && inner.kids[0] !== undefined) inner = inner.kids[0]
  if (inner.type === 'composite_literal') {
    const value = machine.evaluate(inner, env)
    const type = value.kind === 'tuple' || value.kind === 'native' ? undefined : value.type
    return { kind: 'pointer', type: { kind: 'pointer', elem: type ?? { kind: 'unknown', text: '?' } }, cell: newCell(machine, value, type, spot(inner, env)) }
  }
  const cell = machine.locate(inner, env)
  if (cell === undefined) return undefined
  const { value } = cell.state
  const type = cell.type ?? (value.kind === 'tuple' || value.kind === 'native' ? undefined : value.type)
  return { kind: 'pointer', type: { kind: 'pointer', elem: type ?? { kind: 'unknown', text: '?' } }, cell }
}

function binaryExpression(machine: Machine, node: Syntax, env: Env): Value {
  const operator = child(node, 'operator')?.text ?? ''
  const [left, right] = [child(node, 'left'), child(node, 'right')]
  const why = (): Value => unknown(sourceText(node, env), spot(node, env))
  if (left === undefined || right === undefined) return why()
  const a = machine.evaluate(left, env)
  if (a.kind === 'bool' && ((operator === '&&' && !a.value) || (operator === '||' && a.value))) return a
  const b = machine.evaluate(right, env)
  // `x && false` is false whatever x is, as long as nothing that happens in x matters.
  if (b.kind === 'bool' && a.kind === 'unknown' && ((operator === '&&' && !b.value) || (operator === '||' && b.value))) return b
  if (a.kind === 'unknown') return unknown(a.why, a.at, operator === '+' ? a.type : undefined)
  if (b.kind === 'unknown') return unknown(b.why, b.at, operator === '+' ? b.type : undefined)
  return binary(operator, a, b) ?? why()
}
