import { child, type Syntax } from '../../golang/resolve/syntax.ts'
import { perhapsOften } from './branch.ts'
import { block, declareLocal, type Env } from './env.ts'
import { INT, underlying } from './go-type.ts'
import { LoopUnknown, sourceText, spot, withProbe, type Frame, type Machine, type Signal } from './machine.ts'
import { newCell, store } from './store.ts'
import { tableOf, unknown, type Unknown, type Value } from './value.ts'

/** A `for` statement of any of its three forms (Go spec, "For statements"). `env` is a block of its own. */
export function forStatement(machine: Machine, node: Syntax, env: Env, frame: Frame, label: string | undefined): Signal {
  const body = child(node, 'body')
  if (body === undefined) return undefined
  const mark = machine.journal.mark()
  const pending = frame.pending.length
  const range = node.kids.find(({ type }) => type === 'range_clause')
  const run = (): Signal => (range === undefined ? counted(machine, node, body, env, frame, label) : ranged(machine, range, body, env, frame, label))
  try {
    return withProbe(machine, undefined, run)
  } catch (error) {
    if (!(error instanceof LoopUnknown)) throw error
    machine.journal.undo(mark)
    frame.pending.length = pending
    return perhapsOften(machine, unknown(error.why, error.at), frame, label, () => once(machine, range, body, env, frame))
  }
}

function once(machine: Machine, range: Syntax | undefined, body: Syntax, env: Env, frame: Frame): Signal {
  const inner = block(env)
  if (range !== undefined) bindUnknown(machine, range, inner, unknown(sourceText(range, env), spot(range, env)))
  return machine.statement(body, inner, frame)
}

/** Whether the loop ends with this signal: `out` is what it hands on. */
function ends(signal: Signal, label: string | undefined): { readonly out: Signal } | undefined {
  if (signal === undefined || signal.kind === 'return') return signal === undefined ? undefined : { out: signal }
  const own = signal.label === undefined || signal.label === label
  if (signal.kind === 'continue' && own) return undefined
  return { out: signal.kind === 'break' && own ? undefined : signal }
}

function counted(machine: Machine, node: Syntax, body: Syntax, env: Env, frame: Frame, label: string | undefined): Signal {
  const clause = node.kids.find(({ type }) => type === 'for_clause')
  const condition = clause === undefined ? node.kids.find((kid) => kid !== body) : child(clause, 'condition')
  const initializer = clause === undefined ? undefined : child(clause, 'initializer')
  const update = clause === undefined ? undefined : child(clause, 'update')
  if (initializer !== undefined) machine.statement(initializer, env, frame)
  for (;;) {
    const value = condition === undefined ? undefined : machine.evaluate(condition, env)
    if (value !== undefined && value.kind !== 'bool') throw new LoopUnknown(value.kind === 'unknown' ? value.why : sourceText(node, env).slice(0, 60), value.kind === 'unknown' ? value.at : spot(node, env))
    if (value?.value === false) return undefined
    const end = ends(machine.statement(body, block(env), frame), label)
    if (end !== undefined) return end.out
    if (update !== undefined) machine.statement(update, env, frame)
  }
}

function ranged(machine: Machine, range: Syntax, body: Syntax, env: Env, frame: Frame, label: string | undefined): Signal {
  const over = child(range, 'right')
  const given = over === undefined ? unknown('range', spot(range, env)) : machine.evaluate(over, env)
  const list = given.kind === 'pointer' ? given.cell.state.value : given
  const held = list.kind === 'map' ? list.box.state.value : list
  const why = (): Unknown => (held.kind === 'unknown' ? held : unknown(sourceText(over ?? range, env), spot(range, env)))
  const pairs = pairsOf(list)
  if (pairs === undefined) {
    return perhapsOften(machine, why(), frame, label, () => {
      const inner = block(env)
      bindUnknown(machine, range, inner, why())
      return machine.statement(body, inner, frame)
    })
  }
  for (const pair of pairs) {
    const inner = block(env)
    bind(machine, range, inner, [pair.key, pair.value])
    const end = ends(machine.statement(body, inner, frame), label)
    if (end !== undefined) return end.out
  }
  return undefined
}

/** Keys and values to go over; of maps in the order of their keys, because Go has none. */
function pairsOf(list: Value): { key: Value; value: Value }[] | undefined {
  const integer = (index: number): Value => ({ kind: 'int', type: INT, value: BigInt(index) })
  switch (list.kind) {
    case 'nil':
      return []
    case 'slice':
    case 'array':
      return list.cells.map(({ state }, index) => ({ key: integer(index), value: state.value }))
    case 'map': {
      const table = tableOf(list)
      return table === undefined ? undefined : [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, cell }]) => ({ key, value: cell.state.value }))
    }
    case 'string': {
      let at = 0
      return Array.from(list.value, (letter) => {
        const pair = { key: integer(at), value: { kind: 'int' as const, type: { kind: 'basic' as const, name: 'int32' }, value: BigInt(letter.codePointAt(0) ?? 0) } }
        at += new TextEncoder().encode(letter).length
        return pair
      })
    }
    case 'int':
      return underlying(list.type).kind === 'basic' && list.value < 100_000n ? Array.from({ length: Number(list.value) }, (_, index) => ({ key: integer(index), value: integer(index) })) : undefined
    default:
      return undefined
  }
}

function bind(machine: Machine, range: Syntax, env: Env, values: readonly Value[]): void {
  const left = child(range, 'left')
  if (left === undefined) return
  const targets = left.type === 'expression_list' ? left.kids : [left]
  const declares = env.file.text.slice(left.end, range.end).trimStart().startsWith(':=')
  targets.forEach((target, index) => {
    const value = values[index]
    if (value === undefined || target.text === '_') return
    if (declares) declareLocal(env, target.text, newCell(machine, value, undefined, spot(target, env)))
    else {
      const cell = machine.locate(target, env)
      if (cell !== undefined) store(machine, cell, value, spot(target, env))
    }
  })
}

function bindUnknown(machine: Machine, range: Syntax, env: Env, why: Unknown): void {
  const plain = unknown(why.why, why.at)
  bind(machine, range, env, [plain, plain])
}
