import { tableOf, typeText, underlying, type Cell, type Machine, type Spot, type State, type StructValue, type Trail, type Value } from '../machine/index.ts'
import type { Default, Overwritten, Place } from '../model.ts'
import { leafValue } from './leaf-value.ts'

const MOST_LEAVES = 5000
const DEEPEST = 14

/** Every leaf of the options, in order of the fields; each with where it was set. `at` is where the options are made. */
export function readDefaults(machine: Machine, variable: string, options: Value, at: Spot): Default[] {
  const leaves: Default[] = []
  const open = new Set<Cell>()
  const struct = (path: string, value: StructValue, from: Spot, depth: number): void => {
    for (const [name, cell] of value.fields) visit(`${path}.${name}`, cell, from, depth)
  }
  const visit = (path: string, cell: Cell, from: Spot, depth: number): void => {
    if (leaves.length >= MOST_LEAVES) return
    const { state } = cell
    // A lock is no option.
    if (cell.type?.kind === 'named' && cell.type.importPath === 'sync') return
    const here = state.at ?? from
    const target = state.value.kind === 'pointer' ? state.value.cell : cell
    const held = target.state.value
    const leaf = leafValue(machine, state.value, here)
    if (leaf === undefined && held.kind === 'struct' && held.fields.size > 0 && depth < DEEPEST && !open.has(target)) {
      open.add(target)
      struct(path, held, here, depth + 1)
      open.delete(target)
      return
    }
    if (leaf === undefined && elements(path, held, here, depth)) return
    leaves.push({
      path,
      type: typeOf(cell, state.value),
      value: leaf !== undefined ? leaf : held.kind === 'struct' ? {} : { computed: 'something that is not shown here', at: place(here) },
      setAt: state.at === undefined ? null : place(state.at),
      chain: chainOf(state.trail),
      overwritten: overwritten(machine, state),
    })
  }
  const elements = (path: string, held: Value, here: Spot, depth: number): boolean => {
    if (depth >= DEEPEST) return false
    if (held.kind === 'slice' || held.kind === 'array') {
      held.cells.forEach((cell, index) => visit(`${path}[${index}]`, cell, here, depth + 1))
      return held.cells.length > 0
    }
    const table = held.kind === 'map' ? tableOf(held) : undefined
    for (const { key, cell } of table?.values() ?? []) visit(`${path}[${'value' in key ? JSON.stringify(typeof key.value === 'bigint' ? Number(key.value) : key.value) : '?'}]`, cell, here, depth + 1)
    return (table?.size ?? 0) > 0
  }
  const root = options.kind === 'pointer' ? options.cell.state.value : options
  if (root.kind === 'struct') struct(variable, root, at, 0)
  return leaves
}

function place({ file, offset }: Spot): Place {
  return file.place(offset)
}

/** The type that was declared; of an interface that holds something, what it holds. */
function typeOf(cell: Cell, value: Value): string {
  const declared = cell.type
  const dynamic = value.kind === 'tuple' || value.kind === 'native' ? undefined : value.type
  if (declared === undefined) return dynamic === undefined ? '?' : typeText(dynamic)
  return underlying(declared).kind === 'interface' && dynamic !== undefined && value.kind !== 'unknown' ? `${typeText(declared)}(${typeText(dynamic)})` : typeText(declared)
}

/** Calls that led to a place, outermost first. */
function chainOf(trail: Trail | undefined): Place[] {
  const places: Place[] = []
  for (let at = trail; at !== undefined; at = at.up) places.push(place(at.at))
  // The outermost is the call of the constructor itself, which stands nowhere in the program.
  return places.reverse().slice(1)
}

function overwritten(machine: Machine, state: State): Overwritten[] {
  const found: Overwritten[] = []
  for (let at = state.before; at !== undefined; at = at.before) {
    if (at.at === undefined) continue
    const value = leafValue(machine, at.value, at.at)
    if (value !== undefined) found.push({ value, setAt: place(at.at) })
  }
  return found.reverse()
}
