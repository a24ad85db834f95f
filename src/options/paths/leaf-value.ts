import { addressText, durationText, maskLength } from '../library/index.ts'
import { hasMethod, methodOf, symbolOf, tableOf, underlying, type Machine, type Spot, type Value } from '../machine/index.ts'
import type { Computed, Json } from '../model.ts'

const DEEPEST = 6

/** What decides a value that is not known. */
export function decidedBy(value: Value | undefined, at: Spot): Computed {
  const spot = value?.kind === 'unknown' && (value.at.file as unknown) !== undefined ? value.at : at
  return { computed: value?.kind === 'unknown' ? value.why : 'at run time', at: spot.file.place(spot.offset) }
}

/**
 * A value as JSON, where it is a leaf: numbers, texts, durations and addresses as Go prints them, nil as null, lists and maps
 * of such. Undefined for what has fields to be shown one by one.
 */
export function leafValue(machine: Machine, value: Value, at: Spot, depth = 0): Json | Computed | undefined {
  if (depth > DEEPEST) return undefined
  switch (value.kind) {
    case 'unknown':
    case 'tuple':
    case 'native':
    case 'type':
      return decidedBy(value, at)
    case 'nil':
      return null
    case 'bool':
    case 'string':
    case 'float':
      return value.value
    case 'int':
      if (symbolOf(value.type) === 'time.Duration') return durationText(value.value)
      return value.value >= -(2n ** 53n) && value.value <= 2n ** 53n ? Number(value.value) : String(value.value)
    case 'func':
      return value.name === 'func' && value.at !== undefined ? `func at ${value.at.file.path}:${value.at.file.place(value.at.offset).line}` : value.name
    case 'slice':
    case 'array':
      return addressLeaf(value) ?? list(value.cells.map(({ state }) => leafValue(machine, state.value, state.at ?? at, depth + 1)))
    case 'map':
      return mapLeaf(machine, value, at, depth)
    case 'struct':
      if (value.fields.size === 0) return {}
      return printed(machine, value, at)
    case 'pointer': {
      const target = value.cell.state.value
      if (target.kind === 'struct') return printed(machine, value, at)
      return leafValue(machine, target, value.cell.state.at ?? at, depth + 1)
    }
  }
}

/** An address or mask as Go prints it. */
function addressLeaf(value: Value & { kind: 'slice' | 'array' }): string | undefined {
  const symbol = symbolOf(value.type)
  if (symbol !== 'net.IP' && symbol !== 'net.IPMask') return undefined
  const bytes = value.cells.map(({ state }) => (state.value.kind === 'int' ? Number(state.value.value) : Number.NaN))
  if (bytes.some(Number.isNaN)) return undefined
  return symbol === 'net.IP' ? addressText(bytes) : `/${String(maskLength(bytes) ?? '?')}`
}

function list(values: readonly (Json | Computed | undefined)[]): Json | Computed | undefined {
  const open = values.find((value) => isOpen(value))
  return values.includes(undefined) ? undefined : ((open) ?? (values as Json[]))
}

function isOpen(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'computed' in value
}

function mapLeaf(machine: Machine, value: Value & { kind: 'map' }, at: Spot, depth: number): Json | Computed | undefined {
  const table = tableOf(value)
  if (table === undefined) return decidedBy(value.box.state.value, at)
  const entries: [string, Json][] = []
  for (const { key, cell } of table.values()) {
    const name = leafValue(machine, key, at, depth + 1)
    const held = leafValue(machine, cell.state.value, cell.state.at ?? at, depth + 1)
    if (name === undefined || held === undefined) return undefined
    if (isOpen(held)) return held
    entries.push([typeof name === 'string' ? name : JSON.stringify(name), held as Json])
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Types that print and write themselves as one text are one value to a reader: quantities, networks, port ranges. */
function printed(machine: Machine, value: Value, at: Spot): Json | undefined {
  const type = value.kind === 'pointer' || value.kind === 'struct' ? value.type : undefined
  if (type === undefined) return undefined
  const own = type.kind === 'pointer' ? type : ({ kind: 'pointer', elem: type } as const)
  const struct = underlying(own.elem)
  const opaque = struct.kind === 'struct' && struct.fields.length > 0 && struct.fields.every(({ name, embedded }) => embedded || !/^\p{Lu}/u.test(name))
  if (!hasMethod(machine, own, 'String') || !(hasMethod(machine, own, 'MarshalJSON') || symbolOf(own.elem) === 'net.IPNet') || (!opaque && symbolOf(own.elem) !== 'net.IPNet')) return undefined
  const method = methodOf(machine, value, 'String')
  if (method === undefined) return undefined
  const text = machine.call(method, [], at, 'String()')
  return text.kind === 'string' ? text.value : undefined
}
