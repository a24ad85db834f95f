import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import { assigned, converted } from './convert.ts'
import { block, declareLocal, findLocal, type Env } from './env.ts'
import type { GoType } from './go-type.ts'
import { inferred } from './infer.ts'
import { DeadEnd, DEEPEST, LoopUnknown, sourceText, spot, tellGap, type Frame, type Machine } from './machine.ts'
import { builtin, BUILTINS } from './builtin.ts'
import { merged, mergeInto } from './merge.ts'
import { forgetReached, newCell } from './store.ts'
import { signature, typeFrom, typeParameters, withTypes } from './type-from.ts'
import { unknown, type Cell, type FuncValue, type Spot, type Value } from './value.ts'
import { zeroValue } from './zero.ts'

/** A call or a conversion. */
export function callNode(machine: Machine, node: Syntax, env: Env): Value {
  const called = child(node, 'function') ?? child(node, 'type')
  const argNodes = child(node, 'arguments')?.kids ?? [child(node, 'operand')].filter((kid) => kid !== undefined)
  const at = spot(node, env)
  if (called === undefined) return unknown(sourceText(node, env), at)
  if (called.type === 'identifier' && BUILTINS.has(called.text) && findLocal(env, called.text) === undefined && machine.program.packageOf(env.file).find(called.text) === undefined) {
    return builtin(machine, called.text, argNodes, node, env)
  }
  const callee = machine.evaluate(called, env)
  if (callee.kind === 'type') return conversion(machine, callee.type, argNodes[0], node, env)
  const args = argNodes.flatMap((arg) => spreadTuple(machine.evaluate(arg, env)))
  const spread = argNodes.at(-1)?.type === 'variadic_argument'
  if (callee.kind !== 'func') return notUnderstood(machine, callee, called, args, node, env)
  const bound = withTypeArguments(machine, callee, node, called, args, env)
  return machine.call(bound, spread ? unpacked(args, bound) : args, at, sourceText(node, env))
}

function spreadTuple(value: Value): readonly Value[] {
  return value.kind === 'tuple' ? value.values : [value]
}

/** `f(list...)` for a function known by heart: its elements one by one; else marked as the list itself. */
function unpacked(args: readonly Value[], callee: FuncValue): readonly Value[] {
  const last = args.at(-1)
  if (last === undefined) return args
  if (!('native' in callee.body)) return [...args.slice(0, -1), { kind: 'native', data: new Spread(last) }]
  if (last.kind === 'slice') return [...args.slice(0, -1), ...last.cells.map(({ state }) => state.value)]
  return last.kind === 'nil' ? args.slice(0, -1) : args
}

class Spread {
  readonly list: Value

  constructor(list: Value) {
    this.list = list
  }
}

function conversion(machine: Machine, type: GoType, arg: Syntax | undefined, node: Syntax, env: Env): Value {
  if (arg === undefined) return unknown(sourceText(node, env), spot(node, env), type)
  const value = machine.evaluate(arg, env)
  return converted(value, type) ?? unknown(sourceText(node, env), spot(node, env), type)
}

/** A call of something that is not known: it may change all it gets hold of. */
function notUnderstood(machine: Machine, callee: Value, called: Syntax, args: readonly Value[], node: Syntax, env: Env): Value {
  if (callee.kind === 'nil') throw new DeadEnd(`${sourceText(called, env)} is nil`, spot(node, env))
  const why = sourceText(node, env)
  const at = spot(node, env)
  for (const arg of args) lose(machine, arg, why, at)
  const operand = called.type === 'selector_expression' ? child(called, 'operand') : undefined
  if (operand !== undefined && machine.program.importNamed(operand.text, env.file) === undefined) forgetReached(machine, machine.evaluate(operand, env), why, at)
  return callee.kind === 'unknown' && callee.why !== sourceText(called, env) ? unknown(callee.why, callee.at) : unknown(why, at)
}

/** Hands a value to what cannot be followed, which may do anything with it. */
function lose(machine: Machine, value: Value, why: string, at: Spot): void {
  machine.library.lost(value, why, at)
  forgetReached(machine, value, why, at)
}

function withTypeArguments(machine: Machine, callee: FuncValue, node: Syntax, called: Syntax, args: readonly Value[], env: Env): FuncValue {
  if ('native' in callee.body || callee.body.decl === undefined) return callee
  const { decl } = callee.body
  const list = child(decl.node, 'type_parameters')
  if (list === undefined) return callee
  const names = typeParameters(list)
  const written = child(node, 'type_arguments')?.kids ?? (called.type === 'index_expression' || called.type === 'type_instantiation_expression' ? called.kids.slice(1) : [])
  const given = written.map((one) => typeFrom(machine, one, env))
  const types = inferred(machine, names, child(decl.node, 'parameters'), args, given, callee.body.env)
  const scope = withTypes(callee.body.env, names, types)
  return { ...callee, type: signature(machine, decl.node, scope), body: { ...callee.body, env: scope } }
}

/** Runs a function. */
export function call(machine: Machine, callee: FuncValue, args: readonly Value[], at: Spot, text: string): Value {
  if ('native' in callee.body) return callee.body.native({ receiver: callee.receiver, args, at, text })
  const { node, env: outer } = callee.body
  const body = child(node, 'body')
  const giveUp = (): Value => {
    for (const arg of args) if (arg.kind !== 'native') lose(machine, arg, text, at)
    if (callee.receiver !== undefined) forgetReached(machine, callee.receiver, text, at)
    return unknown(text, at)
  }
  if (body === undefined) return giveUp()
  if (machine.depth >= DEEPEST) {
    tellGap(machine, 'too-deep', `calls are nested deeper than ${DEEPEST}: ${callee.name}`, callee.at ?? at)
    return giveUp()
  }
  const env = block(outer)
  const results = bindParameters(machine, callee, node, args, env, at)
  const frame: Frame = { start: machine.journal.mark(), results: results.types, named: results.cells, pending: [], deferred: [] }
  const { trail } = machine
  const { probe } = machine
  machine.depth++
  machine.trail = { at, up: trail }
  machine.probe = undefined
  try {
    const signal = machine.execute(body.kids, env, frame)
    for (const run of frame.deferred.reverse()) run()
    const bare = (): Value => (results.cells.length === 1 ? results.cells[0]!.state.value : { kind: 'tuple', values: results.cells.map(({ state }) => state.value) })
    let value: Value = results.cells.length > 0 && (signal === undefined || frame.deferred.length > 0) ? bare() : signal?.kind === 'return' ? signal.value : { kind: 'tuple', values: [] }
    for (const pending of frame.pending.reverse()) {
      if (node === machine.maker && isFailure(pending.value) && !isFailure(value)) continue
      mergeInto(machine, frame.start, pending.values, pending.why, pending.at)
      value = merged(pending.value, value, pending.why, pending.at)
    }
    machine.onReturn?.(callee, value)
    return value
  } catch (error) {
    // The way that ends here does not count, but others returned before it.
    if (!(error instanceof DeadEnd) || frame.pending.length === 0) {
      if (!(error instanceof LoopUnknown)) throw error
      machine.journal.undo(frame.start)
      return giveUp()
    }
    machine.journal.undo(frame.start)
    const [first, ...others] = frame.pending
    for (const [cell, value] of first!.values) machine.journal.write(cell, { ...cell.state, value, at: cell.state.at ?? at })
    let { value } = first!
    for (const pending of others) {
      mergeInto(machine, frame.start, pending.values, pending.why, pending.at)
      value = merged(pending.value, value, pending.why, pending.at)
    }
    return value
  } finally {
    machine.depth--
    machine.trail = trail
    machine.probe = probe
  }
}

/** Whether a function returns nothing but an error. */
function isFailure(value: Value): boolean {
  return value.kind === 'tuple' && value.values.length > 1 && value.values[0]?.kind === 'nil' && value.values.at(-1)?.kind !== 'nil'
}

function bindParameters(machine: Machine, callee: FuncValue, node: Syntax, args: readonly Value[], env: Env, at: Spot): { types: GoType[]; cells: Cell[] } {
  const receiver = child(node, 'receiver')?.kids[0]
  const receiverName = receiver === undefined ? undefined : child(receiver, 'name')
  if (receiverName !== undefined && callee.receiver !== undefined) declareLocal(env, receiverName.text, newCell(machine, callee.receiver, undefined, at))
  let index = 0
  for (const parameter of child(node, 'parameters')?.kids ?? []) {
    const written = child(parameter, 'type')
    if (written === undefined) continue
    const type = typeFrom(machine, written, env)
    const names = children(parameter, 'name')
    if (parameter.type === 'variadic_parameter_declaration') {
      const list: GoType = { kind: 'slice', elem: type }
      const rest = args.slice(index)
      const value = restOf(machine, rest, list, type, at)
      if (names[0] !== undefined) declareLocal(env, names[0].text, newCell(machine, value, list, at))
      index = args.length
      continue
    }
    for (const name of names.length === 0 ? [undefined] : names) {
      const arg = args[index++] ?? unknown(`an argument of ${callee.name}`, at, type)
      if (name !== undefined) declareLocal(env, name.text, newCell(machine, assigned(arg, type), type, at))
    }
  }
  return namedResults(machine, child(node, 'result'), env, at)
}

function restOf(machine: Machine, rest: readonly Value[], list: GoType, elem: GoType, at: Spot): Value {
  const [only] = rest
  if (only?.kind === 'native' && only.data instanceof Spread) return assigned(only.data.list, list)
  if (rest.length === 0) return { kind: 'nil', type: list }
  return { kind: 'slice', type: list, cells: rest.map((value) => newCell(machine, assigned(value, elem), elem, at)) }
}

function namedResults(machine: Machine, result: Syntax | undefined, env: Env, at: Spot): { types: GoType[]; cells: Cell[] } {
  if (result === undefined) return { types: [], cells: [] }
  if (result.type !== 'parameter_list') return { types: [typeFrom(machine, result, env)], cells: [] }
  const types: GoType[] = []
  const cells: Cell[] = []
  for (const parameter of result.kids) {
    const written = child(parameter, 'type')
    if (written === undefined) continue
    const type = typeFrom(machine, written, env)
    const names = children(parameter, 'name')
    for (const name of names) {
      const cell: Cell = { type, state: { value: zeroValue(type, at), at: undefined, trail: undefined, before: undefined } }
      declareLocal(env, name.text, cell)
      cells.push(cell)
    }
    for (let count = Math.max(1, names.length); count > 0; count--) types.push(type)
  }
  return { types, cells }
}

