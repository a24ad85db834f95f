import type { Syntax } from '../../golang/resolve/syntax.ts'
import { assigned } from './convert.ts'
import type { Env } from './env.ts'
import { INT, underlying, UNTYPED_INT, type GoType } from './go-type.ts'
import { DeadEnd, sourceText, spot, type Machine } from './machine.ts'
import { binary } from './operator.ts'
import { forgetReached, newCell, newMap, setTable, store } from './store.ts'
import { typeOfExpression } from './type-from.ts'
import { keyText, tableOf, unknown, type Spot, type Value } from './value.ts'
import { zeroCell } from './zero.ts'

/** Functions of the language itself. */
export const BUILTINS: ReadonlySet<string> = new Set('append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(' '))

const LONGEST = 100_000

/** A call of a builtin function (Go spec, "Built-in functions"). */
export function builtin(machine: Machine, name: string, nodes: readonly Syntax[], node: Syntax, env: Env): Value {
  const at = spot(node, env)
  const why = unknown(sourceText(node, env), at)
  const [first] = nodes
  if (first === undefined) return name === 'recover' ? { kind: 'nil', type: undefined } : why
  if (name === 'new' || name === 'make') {
    const type = typeOfExpression(machine, first, env)
    if (name === 'new') return { kind: 'pointer', type: { kind: 'pointer', elem: type }, cell: { ...zeroCell(type, at) } }
    return made(machine, type, nodes[1] === undefined ? undefined : machine.evaluate(nodes[1], env), at) ?? { ...why, type }
  }
  const args = nodes.map((arg) => machine.evaluate(arg, env))
  const [value, second] = args
  if (value === undefined) return why
  switch (name) {
    case 'len':
    case 'cap':
      return length(value) ?? (value.kind === 'unknown' ? unknown(value.why, value.at, INT) : why)
    case 'append':
      return appended(machine, args, nodes.at(-1)?.type === 'variadic_argument', at) ?? why
    case 'delete': {
      if (value.kind !== 'map' || second === undefined) return NOTHING
      const table = tableOf(value)
      const under = underlying(value.type)
      const key = keyText(under.kind === 'map' ? assigned(second, under.key) : second)
      if (table === undefined || key === undefined) forgetReached(machine, value, why.why, at)
      else setTable(machine, value, new Map([...table].filter(([text]) => text !== key)))
      return NOTHING
    }
    case 'copy':
      return copiedInto(machine, value, second, at) ?? why
    case 'panic':
      throw new DeadEnd(`panic: ${value.kind === 'string' ? value.value : sourceText(node, env)}`, at)
    case 'min':
    case 'max':
      return args.reduce<Value>((best, one) => {
        const less = binary('<', one, best)
        return less?.kind === 'bool' ? (less.value === (name === 'min') ? one : best) : why
      }, value)
    case 'print':
    case 'println':
    case 'close':
      return NOTHING
    default:
      for (const arg of args) forgetReached(machine, arg, why.why, at)
      return why
  }
}

const NOTHING: Value = { kind: 'tuple', values: [] }

function length(value: Value): Value | undefined {
  const list = value.kind === 'pointer' ? value.cell.state.value : value
  const of = (count: number): Value => ({ kind: 'int', type: INT, value: BigInt(count) })
  switch (list.kind) {
    case 'string':
      return { ...of(new TextEncoder().encode(list.value).length), type: list.type.kind === 'basic' && list.type.name.startsWith('untyped') ? UNTYPED_INT : INT } as Value
    case 'slice':
    case 'array':
      return of(list.cells.length)
    case 'map': {
      const table = tableOf(list)
      return table === undefined ? undefined : of(table.size)
    }
    case 'nil':
      return of(0)
    default:
      return undefined
  }
}

function made(machine: Machine, type: GoType, size: Value | undefined, at: Spot): Value | undefined {
  const under = underlying(type)
  if (under.kind === 'map') return newMap(type, new Map())
  if (under.kind === 'chan') return { kind: 'pointer', type, cell: newCell(machine, { kind: 'nil', type: undefined }, undefined) }
  if (under.kind !== 'slice' || size?.kind !== 'int' || size.value > LONGEST) return undefined
  return { kind: 'slice', type, cells: Array.from({ length: Number(size.value) }, () => zeroCell(under.elem, at)) }
}

/** The elements are copied, as if there were never room behind them. */
function appended(machine: Machine, [list, ...added]: readonly Value[], spread: boolean, at: Spot): Value | undefined {
  if (list === undefined || (list.kind !== 'slice' && list.kind !== 'nil') || list.type === undefined) return list?.kind === 'unknown' ? list : undefined
  const under = underlying(list.type)
  const elem = under.kind === 'slice' ? under.elem : undefined
  const before = list.kind === 'slice' ? list.cells : []
  const last = added.at(-1)
  let more: Value[] = added
  const keep: typeof before[number][] = []
  if (spread && last !== undefined) {
    if (last.kind === 'string') more = [...new TextEncoder().encode(last.value)].map((byte): Value => ({ kind: 'int', type: elem ?? INT, value: BigInt(byte) }))
    else if (last.kind === 'slice') {
      more = []
      keep.push(...last.cells)
    } else if (last.kind === 'nil') more = []
    else return last.kind === 'unknown' ? { ...last, type: list.type } : undefined
  }
  if (before.length + more.length + keep.length > LONGEST) return undefined
  const copies = [...before, ...keep].map(({ type, state }) => ({ type, state: { ...state, value: newCell(machine, state.value, type).state.value } }))
  return { kind: 'slice', type: list.type, cells: [...copies, ...more.map((value) => newCell(machine, assigned(value, elem), elem, at))] }
}

function copiedInto(machine: Machine, to: Value, from: Value | undefined, at: Spot): Value | undefined {
  if (to.kind !== 'slice' || from === undefined) return undefined
  if (from.kind === 'string') {
    const bytes = new TextEncoder().encode(from.value)
    const count = Math.min(bytes.length, to.cells.length)
    for (let index = 0; index < count; index++) store(machine, to.cells[index]!, { kind: 'int', type: to.cells[index]!.type ?? INT, value: BigInt(bytes[index]!) }, at)
    return { kind: 'int', type: INT, value: BigInt(count) }
  }
  if (from.kind !== 'slice') {
    if (from.kind === 'nil') return { kind: 'int', type: INT, value: 0n }
    forgetReached(machine, to, 'copy', at)
    return undefined
  }
  const values = from.cells.map(({ state }) => state.value)
  const count = Math.min(values.length, to.cells.length)
  for (let index = 0; index < count; index++) store(machine, to.cells[index]!, values[index]!, at)
  return { kind: 'int', type: INT, value: BigInt(count) }
}
