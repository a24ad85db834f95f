import { underlying, type GoType } from './go-type.ts'
import type { Machine } from './machine.ts'
import { unknown, type Cell, type MapEntry, type MapTable, type MapValue, type Spot, type State, type Value } from './value.ts'

/** Assignments kept of one cell. */
const MOST_KEPT = 6

/** A new cell. `at` is left out for zero values that nobody wrote. */
export function newCell(machine: Machine, value: Value, type: GoType | undefined, at?: Spot): Cell {
  return { type, state: { value: copied(machine, value), at, trail: at === undefined ? undefined : machine.trail, before: undefined } }
}

/** Assigns to a cell. A struct or array is assigned field by field, so that pointers to its fields stay good. */
export function store(machine: Machine, cell: Cell, value: Value, at: Spot): void {
  const old = cell.state.value
  if (old.kind === 'struct' && value.kind === 'struct' && old !== value && sameFields(old.fields, value.fields)) {
    const fresh = copied(machine, value)
    if (fresh.kind !== 'struct') return
    for (const [name, from] of fresh.fields) {
      const to = old.fields.get(name)
      if (to === undefined) old.fields.set(name, from)
      else keepState(machine, to, from.state)
    }
    return
  }
  machine.journal.write(cell, { value: copied(machine, value), at, trail: machine.trail, before: trimmed(cell.state) })
}

function sameFields(a: ReadonlyMap<string, Cell>, b: ReadonlyMap<string, Cell>): boolean {
  return a.size === b.size && [...a.keys()].every((name) => b.has(name))
}

/** Gives a cell the state of another, where it was set included. */
function keepState(machine: Machine, to: Cell, state: State): void {
  const old = to.state.value
  if (old.kind === 'struct' && state.value.kind === 'struct' && sameFields(old.fields, state.value.fields)) {
    for (const [name, from] of state.value.fields) keepState(machine, old.fields.get(name)!, from.state)
  } else machine.journal.write(to, { ...state, before: to.state.at === undefined ? state.before : trimmed(to.state) })
}

function trimmed(state: State, depth = 0): State | undefined {
  if (state.at === undefined || depth > MOST_KEPT) return undefined
  const before = state.before === undefined ? undefined : trimmed(state.before, depth + 1)
  return before === state.before ? state : { ...state, before }
}

/** The value as a variable of its own: structs and arrays are copied (Go spec, "Assignability"). */
export function copied(machine: Machine, value: Value): Value {
  if (value.kind === 'struct') {
    const fields = new Map<string, Cell>()
    for (const [name, { type, state }] of value.fields) fields.set(name, { type, state: { ...state, value: copied(machine, state.value) } })
    return { ...value, fields }
  }
  if (value.kind === 'array') {
    return { ...value, cells: value.cells.map(({ type, state }) => ({ type, state: { ...state, value: copied(machine, state.value) } })) }
  }
  return value
}

/** A map with these entries. */
export function newMap(type: GoType, table: MapTable): MapValue {
  return { kind: 'map', type, box: { type: undefined, state: { value: { kind: 'native', data: table }, at: undefined, trail: undefined, before: undefined } } }
}

/** Replaces the table of a map. */
export function setTable(machine: Machine, map: MapValue, table: ReadonlyMap<string, MapEntry>): void {
  machine.journal.write(map.box, { ...map.box.state, value: { kind: 'native', data: table } })
}

/** Forgets what a cell and everything that can be reached from it hold: something not understood may have changed it. */
export function forget(machine: Machine, cell: Cell, why: string, at: Spot, seen = new Set<unknown>()): void {
  if (seen.has(cell)) return
  seen.add(cell)
  const { value } = cell.state
  if (value.kind === 'struct') {
    for (const field of value.fields.values()) forget(machine, field, why, at, seen)
    return
  }
  if (value.kind === 'array') {
    for (const element of value.cells) forget(machine, element, why, at, seen)
    return
  }
  forgetReached(machine, value, why, at, seen)
  if (value.kind !== 'unknown' && value.kind !== 'native') machine.journal.write(cell, { value: unknown(why, at, cell.type), at, trail: machine.trail, before: undefined })
}

/** Forgets what can be changed through a value. */
export function forgetReached(machine: Machine, value: Value, why: string, at: Spot, seen = new Set<unknown>()): void {
  switch (value.kind) {
    case 'pointer':
      forget(machine, value.cell, why, at, seen)
      break
    case 'slice':
    case 'array':
      for (const cell of value.cells) forget(machine, cell, why, at, seen)
      break
    case 'struct':
      for (const cell of value.fields.values()) forgetReached(machine, cell.state.value, why, at, seen)
      break
    case 'map': {
      if (seen.has(value.box)) return
      seen.add(value.box)
      const { value: table } = value.box.state
      if (table.kind === 'native') for (const { cell } of (table.data as MapTable).values()) forget(machine, cell, why, at, seen)
      machine.journal.write(value.box, { ...value.box.state, value: unknown(why, at) })
      break
    }
    default:
      break
  }
}

/** Whether two values cannot be told apart; undefined where that is not known. */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a === b && a.kind !== 'unknown') return true
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined
  if (a.kind === 'nil' || b.kind === 'nil') return a.kind === b.kind
  switch (a.kind) {
    case 'bool':
    case 'string':
      return a.kind === b.kind && a.value === b.value && sameDynamic(a.type, b.type)
    case 'int':
    case 'float':
      return (b.kind === 'int' || b.kind === 'float') && Number(a.value) === Number(b.value) && (a.kind !== 'int' || b.kind !== 'int' || a.value === b.value)
    case 'pointer':
      return b.kind === 'pointer' && a.cell === b.cell
    case 'struct': {
      if (b.kind !== 'struct') return false
      return every([...a.fields].map(([name, { state }]) => equal(state.value, b.fields.get(name)?.state.value ?? state.value)))
    }
    case 'array':
      return b.kind === 'array' ? every(a.cells.map(({ state }, index) => equal(state.value, b.cells[index]!.state.value))) : false
    case 'map':
      return b.kind === 'map' ? a.box === b.box || undefined : false
    case 'slice':
    case 'func':
      return undefined
    default:
      return a.kind === b.kind ? undefined : false
  }
}

function sameDynamic(a: GoType, b: GoType): boolean {
  const [x, y] = [underlying(a), underlying(b)]
  return x.kind === y.kind
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
}
