import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { valueSpecs } from '../program/index.ts'
import { assigned, untypedNoMore } from './convert.ts'
import { bothWays } from './branch.ts'
import { block, declareLocal, findLocal, type Env } from './env.ts'
import { asserted, entryOf } from './expression.ts'
import { forStatement } from './loop.ts'
import { BOOL, underlying } from './go-type.ts'
import { MOST_STEPS, OutOfSteps, sourceText, spot, tellGap, type Frame, type Machine, type Signal } from './machine.ts'
import { binary } from './operator.ts'
import { forgetReached, newCell, setTable, store } from './store.ts'
import { switchStatement, typeSwitchStatement } from './switch.ts'
import { typeFrom } from './type-from.ts'
import { keyText, tableOf, unknown, type Value } from './value.ts'
import { zeroValue } from './zero.ts'

/** Runs statements one after the other; they share a scope. */
export function execute(machine: Machine, nodes: readonly Syntax[], env: Env, frame: Frame): Signal {
  for (const node of nodes) {
    const signal = node.type === 'statement_list' ? execute(machine, node.kids, env, frame) : machine.statement(node, env, frame)
    if (signal !== undefined) return signal
  }
  return undefined
}

/** Runs one statement. */
export function statement(machine: Machine, node: Syntax, env: Env, frame: Frame): Signal {
  if (++machine.steps > MOST_STEPS) throw new OutOfSteps()
  switch (node.type) {
    case 'expression_statement':
      if (node.kids[0] !== undefined) machine.evaluate(node.kids[0], env)
      return undefined
    case 'short_var_declaration':
      declareShort(machine, node, env)
      return undefined
    case 'assignment_statement':
      assign(machine, node, env)
      return undefined
    case 'inc_statement':
    case 'dec_statement':
      if (node.kids[0] !== undefined) step(machine, node, node.kids[0], node.type === 'inc_statement' ? '+' : '-', { kind: 'int', type: { kind: 'basic', name: 'untyped int' }, value: 1n }, env)
      return undefined
    case 'var_declaration':
    case 'const_declaration':
      declareValues(machine, node, env)
      return undefined
    case 'type_declaration':
      for (const spec of node.kids) declareType(machine, spec, env)
      return undefined
    case 'return_statement':
      return { kind: 'return', value: returned(machine, node, env, frame) }
    case 'if_statement':
      return ifStatement(machine, node, block(env), frame)
    case 'block':
      return machine.execute(node.kids, block(env), frame)
    case 'for_statement':
      return forStatement(machine, node, block(env), frame, undefined)
    case 'labeled_statement': {
      const label = child(node, 'label')?.text
      const inner = node.kids.at(-1)
      if (inner === undefined || inner.type === 'label_name') return undefined
      const signal = inner.type === 'for_statement' ? forStatement(machine, inner, block(env), frame, label) : machine.statement(inner, env, frame)
      return signal?.kind === 'break' && signal.label === label ? undefined : signal
    }
    case 'expression_switch_statement':
      return switchStatement(machine, node, block(env), frame)
    case 'type_switch_statement':
      return typeSwitchStatement(machine, node, block(env), frame)
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      return { kind: node.type.slice(0, node.type.indexOf('_')) as 'break', label: node.kids[0]?.text }
    case 'defer_statement':
      defer(machine, node, env, frame)
      return undefined
    case 'go_statement':
    case 'send_statement':
    case 'select_statement':
      concurrent(machine, node, env)
      return undefined
    case 'empty_statement':
    case 'fallthrough_statement':
      return undefined
    default:
      tellGap(machine, 'not-understood', `this statement was not understood: ${sourceText(node, env).slice(0, 80)}`, spot(node, env))
      return undefined
  }
}

/** What runs beside the program may change all it gets hold of, at any time. */
function concurrent(machine: Machine, node: Syntax, env: Env): void {
  const why = `${node.type.replace('_', ' ')} at run time`
  const forgetNames = (at: Syntax): void => {
    if (at.type === 'identifier') {
      const local = findLocal(env, at.text)
      if (local?.kind === 'cell') forgetReached(machine, local.cell.state.value, why, spot(node, env))
    }
    for (const kid of at.kids) forgetNames(kid)
  }
  forgetNames(node)
}

function defer(machine: Machine, node: Syntax, env: Env, frame: Frame): void {
  const [called] = node.kids
  if (called === undefined) return
  frame.deferred.push(() => void machine.evaluate(called, env))
}

/** The values of a list of expressions: of one call that gives several, of a form with `ok`, or one by one. */
function valuesOf(machine: Machine, nodes: readonly Syntax[], wanted: number, env: Env): Value[] {
  const [only] = nodes
  if (nodes.length !== 1 || only === undefined || wanted === 1) return nodes.map((node) => machine.evaluate(node, env))
  const plain = only.type === 'parenthesized_expression' ? (only.kids[0] ?? only) : only
  if (plain.type === 'type_assertion_expression') return tupleOf(asserted(machine, plain, env, true), wanted)
  if (plain.type === 'index_expression') return withOk(machine, plain, env)
  const value = machine.evaluate(plain, env)
  return tupleOf(value, wanted)
}

function tupleOf(value: Value, wanted: number): Value[] {
  if (value.kind === 'tuple') return [...value.values]
  return Array.from({ length: wanted }, () => (value.kind === 'unknown' ? { ...value, type: undefined } : value))
}

function withOk(machine: Machine, node: Syntax, env: Env): Value[] {
  const [operand, index] = [child(node, 'operand'), child(node, 'index')]
  const why = unknown(sourceText(node, env), spot(node, env))
  if (operand === undefined || index === undefined) return [why, why]
  const map = machine.evaluate(operand, env)
  const key = machine.evaluate(index, env)
  const under = map.kind === 'map' || map.kind === 'nil' ? map.type && underlying(map.type) : undefined
  if (map.kind === 'nil' && under?.kind === 'map') return [zeroValue(under.elem, spot(node, env)), { kind: 'bool', type: BOOL, value: false }]
  if (map.kind !== 'map' || under?.kind !== 'map') return [map.kind === 'unknown' ? { ...map, type: undefined } : why, why]
  const table = tableOf(map)
  const text = keyText(assigned(key, under.key))
  const held = entryOf(map, key, spot(node, env))
  if (table === undefined || text === undefined || held === undefined) return [held ?? why, held?.kind === 'unknown' ? { ...held, type: undefined } : why]
  return [held, { kind: 'bool', type: BOOL, value: table.has(text) }]
}

function listed(node: Syntax | undefined): readonly Syntax[] {
  return node === undefined ? [] : node.type === 'expression_list' ? node.kids : [node]
}

function declareShort(machine: Machine, node: Syntax, env: Env): void {
  const names = listed(child(node, 'left'))
  const values = valuesOf(machine, listed(child(node, 'right')), names.length, env)
  names.forEach((name, index) => {
    const value = untypedNoMore(values[index] ?? unknown(sourceText(node, env), spot(node, env)))
    const already = env.names.get(name.text)
    if (already?.kind === 'cell' && names.length > 1) store(machine, already.cell, assigned(value, already.cell.type), spot(name, env))
    else declareLocal(env, name.text, newCell(machine, value, undefined, spot(name, env)))
  })
}

function assign(machine: Machine, node: Syntax, env: Env): void {
  const targets = listed(child(node, 'left'))
  const sources = listed(child(node, 'right'))
  const operator = operatorOf(node, env)
  if (operator !== '=') {
    const [target] = targets
    const [source] = sources
    if (target !== undefined && source !== undefined) step(machine, node, target, operator.slice(0, -1), machine.evaluate(source, env), env)
    return
  }
  const values = valuesOf(machine, sources, targets.length, env)
  targets.forEach((target, index) => assignTo(machine, target, values[index] ?? unknown(sourceText(node, env), spot(node, env)), env))
}

/** `=` or `+=`: what stands between the two sides. */
function operatorOf(node: Syntax, env: Env): string {
  const [left, right] = [child(node, 'left'), child(node, 'right')]
  const between = left === undefined || right === undefined ? '=' : env.file.text.slice(left.end, right.start)
  return between.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '').trim()
}

function step(machine: Machine, node: Syntax, target: Syntax, operator: string, by: Value, env: Env): void {
  const now = machine.evaluate(target, env)
  const next = now.kind === 'unknown' ? now : by.kind === 'unknown' ? by : binary(operator, now, by)
  assignTo(machine, target, next ?? unknown(sourceText(node, env), spot(node, env)), env)
}

/** Assigns to a variable, a field, an element or a map's entry. */
export function assignTo(machine: Machine, target: Syntax, value: Value, env: Env): void {
  if (target.type === 'identifier' && target.text === '_') return
  if (target.type === 'index_expression' && assignEntry(machine, target, value, env)) return
  const cell = machine.locate(target, env)
  if (cell !== undefined) store(machine, cell, assigned(value, cell.type), spot(target, env))
}

function assignEntry(machine: Machine, target: Syntax, value: Value, env: Env): boolean {
  const [operand, index] = [child(target, 'operand'), child(target, 'index')]
  if (operand === undefined || index === undefined) return false
  const map = machine.evaluate(operand, env)
  if (map.kind === 'slice' || map.kind === 'pointer') {
    const at = machine.evaluate(index, env)
    if (at.kind === 'unknown') forgetReached(machine, map, at.why, at.at)
    return false
  }
  if (map.kind !== 'map') return false
  const under = underlying(map.type)
  if (under.kind !== 'map') return true
  const key = assigned(machine.evaluate(index, env), under.key)
  const text = keyText(key)
  const table = tableOf(map)
  if (text === undefined || table === undefined) {
    forgetReached(machine, map, sourceText(target, env), spot(target, env))
    return true
  }
  setTable(machine, map, new Map([...table, [text, { key, cell: newCell(machine, assigned(value, under.elem), under.elem, spot(target, env)) }]]))
  return true
}

function declareValues(machine: Machine, node: Syntax, env: Env): void {
  for (const { names, type: written, values: nodes, iota } of valueSpecs(node)) {
    const scope = node.type === 'const_declaration' ? { ...block(env), iota } : env
    const type = written === undefined ? undefined : typeFrom(machine, written, env)
    const values = nodes.length === 0 ? [] : valuesOf(machine, nodes, names.length, scope)
    names.forEach((name, index) => {
      const at = spot(name, env)
      const given = values[index] ?? (type === undefined ? unknown(name.text, at) : zeroValue(type, at))
      const value = node.type === 'const_declaration' && type === undefined ? given : assigned(given, type)
      declareLocal(env, name.text, newCell(machine, value, type, values[index] === undefined ? undefined : at))
    })
  }
}

function declareType(machine: Machine, spec: Syntax, env: Env): void {
  const [name, written] = [child(spec, 'name'), child(spec, 'type')]
  if (name === undefined || written === undefined) return
  const under = typeFrom(machine, written, env)
  if (spec.type === 'type_alias') env.names.set(name.text, { kind: 'type', type: under })
  else {
    const { importPath, packageName } = env.file
    env.names.set(name.text, { kind: 'type', type: { kind: 'named', importPath, packageName, name: name.text, args: [], under: () => underlying(under), pkg: undefined, spec: undefined } })
  }
}

function returned(machine: Machine, node: Syntax, env: Env, frame: Frame): Value {
  const nodes = listed(node.kids[0])
  if (nodes.length === 0) {
    const values = frame.named.map(({ state }) => state.value)
    return values.length === 1 ? values[0]! : { kind: 'tuple', values }
  }
  const given = valuesOf(machine, nodes, frame.results.length, env)
  const values = given.map((value, index) => assigned(value, frame.results[index]))
  frame.named.forEach((cell, index) => {
    const value = values[index]
    if (value !== undefined && value !== cell.state.value) store(machine, cell, value, spot(node, env))
  })
  return values.length === 1 ? values[0]! : { kind: 'tuple', values }
}

function ifStatement(machine: Machine, node: Syntax, env: Env, frame: Frame): Signal {
  const initializer = child(node, 'initializer')
  if (initializer !== undefined) machine.statement(initializer, env, frame)
  const condition = child(node, 'condition')
  const [first, second] = [child(node, 'consequence'), child(node, 'alternative')]
  if (condition === undefined || first === undefined) return undefined
  const value = machine.evaluate(condition, env)
  const yes = (): Signal => machine.statement(first, env, frame)
  const no = (): Signal => (second === undefined ? undefined : machine.statement(second, env, frame))
  if (value.kind === 'bool') return value.value ? yes() : no()
  const why = value.kind === 'unknown' ? value : unknown(sourceText(condition, env), spot(condition, env))
  return bothWays(machine, why, frame, yes, no)
}
