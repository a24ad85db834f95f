import type { Machine } from './machine.ts'
import { equal } from './store.ts'
import { unknown, type Cell, type MapEntry, type MapTable, type Spot, type Value } from './value.ts'

/** How two lists that natives keep are merged: each knows its own. */
export interface Mergeable {
  mergedWith(other: unknown, why: string, at: Spot): unknown
}

/** One value for both outcomes of a condition that is not known. */
export function merged(a: Value, b: Value, why: string, at: Spot): Value {
  if (a === b) return a
  if (a.kind === 'unknown') return a
  if (b.kind === 'unknown') return b
  if (a.kind === 'struct' && b.kind === 'struct' && a.fields.size === b.fields.size) {
    const fields = new Map<string, Cell>()
    for (const [name, cell] of a.fields) {
      const other = b.fields.get(name)
      if (other === undefined) return unknown(why, at, a.type)
      fields.set(name, { type: cell.type, state: { ...cell.state, value: merged(cell.state.value, other.state.value, why, at) } })
    }
    return { ...a, fields }
  }
  if (a.kind === 'tuple' && b.kind === 'tuple' && a.values.length === b.values.length) {
    return { kind: 'tuple', values: a.values.map((value, index) => merged(value, b.values[index]!, why, at)) }
  }
  if (a.kind === 'slice' && b.kind === 'slice' && a.cells.length === b.cells.length && a.cells.every((cell, index) => cell === b.cells[index] || equal(cell.state.value, b.cells[index]!.state.value) === true)) return a
  if (a.kind === 'native' && b.kind === 'native') return mergedNative(a.data, b.data, why, at)
  return equal(a, b) === true ? a : unknown(why, at, a.kind === 'tuple' || a.kind === 'native' ? undefined : a.type)
}

function mergedNative(a: unknown, b: unknown, why: string, at: Spot): Value {
  if (a instanceof Map && b instanceof Map) {
    const [one, other] = [a as MapTable, b as MapTable]
    if (one.size === other.size && [...one.keys()].every((key) => other.has(key))) {
      const table = new Map<string, MapEntry>()
      for (const [key, entry] of one) {
        const value = merged(entry.cell.state.value, other.get(key)!.cell.state.value, why, at)
        table.set(key, entry.cell === other.get(key)!.cell ? entry : { key: entry.key, cell: { type: entry.cell.type, state: { ...entry.cell.state, value } } })
      }
      return { kind: 'native', data: table }
    }
    return unknown(why, at)
  }
  if (typeof a === 'object' && a !== null && 'mergedWith' in a) return { kind: 'native', data: (a as Mergeable).mergedWith(b, why, at) }
  return a === b ? { kind: 'native', data: a } : unknown(why, at)
}

/** Makes every cell hold what it holds after either of two ways; `other` has the values of the way not taken last. */
export function mergeInto(machine: Machine, since: number, other: ReadonlyMap<Cell, Value>, why: string, at: Spot): void {
  const before = machine.journal.since(since)
  const cells = new Set([...other.keys(), ...before.keys()])
  for (const cell of cells) {
    const here = cell.state.value
    const there = other.get(cell) ?? before.get(cell)?.value ?? here
    if (here === there) continue
    const value = merged(there, here, why, at)
    if (value !== here) machine.journal.write(cell, { ...cell.state, value, ...(value.kind === 'unknown' ? { at: value.at } : {}) })
  }
}

/** What the cells changed since a mark hold now. */
export function changedSince(machine: Machine, mark: number): Map<Cell, Value> {
  const now = new Map<Cell, Value>()
  for (const cell of machine.journal.since(mark).keys()) now.set(cell, cell.state.value)
  return now
}
