import type { FuncDecl } from '../program/index.ts'
import { symbolOf, underlying, type GoType } from './go-type.ts'
import type { Machine } from './machine.ts'
import { newCell } from './store.ts'
import { unknown, type Cell, type FuncValue, type Spot, type StructValue, type Value } from './value.ts'

const DEEPEST_EMBEDDING = 12

/** The struct that a value is or points to, with the cell it lies in. */
export function structOf(value: Value): { value: StructValue; cell: Cell | undefined } | undefined {
  if (value.kind === 'struct') return { value, cell: undefined }
  if (value.kind !== 'pointer') return undefined
  const target = value.cell.state.value
  return target.kind === 'struct' ? { value: target, cell: value.cell } : undefined
}

/** The cell of a field, promoted ones included: the one at the shallowest depth (Go spec, "Selectors"). */
export function fieldCell(value: Value, name: string): Cell | undefined {
  let level: Value[] = [value]
  for (let depth = 0; depth < DEEPEST_EMBEDDING && level.length > 0; depth++) {
    const next: Value[] = []
    for (const at of level) {
      const struct = structOf(at)
      if (struct === undefined) continue
      const cell = struct.value.fields.get(name)
      if (cell !== undefined) return cell
      next.push(...embeddedValues(struct.value))
    }
    level = next
  }
  return undefined
}

function embeddedValues(struct: StructValue): Value[] {
  const under = underlying(struct.type)
  if (under.kind !== 'struct') return []
  return under.fields.filter(({ embedded }) => embedded).flatMap(({ name }) => {
    const cell = struct.fields.get(name)
    return cell === undefined ? [] : [addressed(cell)]
  })
}

/** What a cell holds, as something whose methods can change it. */
function addressed(cell: Cell): Value {
  const { value } = cell.state
  if (value.kind === 'struct') return { kind: 'pointer', type: { kind: 'pointer', elem: value.type }, cell }
  return value
}

/** Field or method of a value. */
export function member(machine: Machine, value: Value, name: string, at: Spot): Value | undefined {
  if (value.kind === 'unknown') return unknown(value.why, value.at)
  if (value.kind === 'pointer' && value.cell.state.value.kind === 'unknown') {
    const held = value.cell.state.value
    return methodOf(machine, value, name) ?? unknown(held.why, held.at)
  }
  const method = methodOf(machine, value, name)
  const cell = fieldCell(value, name)
  if (cell !== undefined && (method === undefined || hasOwn(value, name))) return cell.state.value
  if (method !== undefined) return method
  if (value.kind === 'struct' || value.kind === 'pointer') {
    const opaque = structOf(value)
    if (opaque !== undefined && underlying(opaque.value.type).kind === 'unknown') return unknown(`field ${name} of ${symbolOf(opaque.value.type) ?? 'a type not at hand'}`, at)
  }
  return undefined
}

function hasOwn(value: Value, name: string): boolean {
  return structOf(value)?.value.fields.has(name) === true
}

/** A method bound to its receiver; undefined when the value's type has none of that name. */
export function methodOf(machine: Machine, value: Value, name: string): FuncValue | undefined {
  let level: Value[] = [value]
  for (let depth = 0; depth < DEEPEST_EMBEDDING && level.length > 0; depth++) {
    const next: Value[] = []
    for (const at of level) {
      const own = ownMethod(machine, at, name)
      if (own !== undefined) return own
      const struct = structOf(at)
      if (struct !== undefined) next.push(...embeddedValues(struct.value))
    }
    level = next
  }
  return undefined
}

function ownMethod(machine: Machine, value: Value, name: string): FuncValue | undefined {
  const type = value.kind === 'tuple' || value.kind === 'native' || value.kind === 'type' ? undefined : value.type
  if (type === undefined) return undefined
  const named = type.kind === 'pointer' ? type.elem : type
  if (named.kind !== 'named') return undefined
  const native = machine.library.functions.get(`${symbolOf(named) ?? ''}.${name}`)
  if (native !== undefined) return { kind: 'func', type: undefined, name: `${symbolOf(named) ?? ''}.${name}`, at: undefined, body: { native }, receiver: value }
  const decl = named.pkg?.method(named.name, name)
  return decl === undefined ? undefined : machine.func(decl, receiverFor(machine, decl, value, named), named.args)
}

/** The receiver as the method takes it: a pointer, or a copy. */
function receiverFor(machine: Machine, decl: FuncDecl, value: Value, named: GoType): Value {
  if (decl.pointerReceiver) {
    if (value.kind === 'pointer' || value.kind === 'nil' || value.kind === 'unknown') return value
    return { kind: 'pointer', type: { kind: 'pointer', elem: named }, cell: newCell(machine, value, named) }
  }
  return value.kind === 'pointer' ? value.cell.state.value : value
}

/** Whether a type has a method, declared or promoted. */
export function hasMethod(machine: Machine, type: GoType, name: string, depth = 0): boolean {
  const pointer = type.kind === 'pointer'
  const named = pointer ? type.elem : type
  if (named.kind === 'named') {
    if (machine.library.functions.has(`${symbolOf(named) ?? ''}.${name}`)) return true
    const decl = named.pkg?.method(named.name, name)
    if (decl !== undefined) return pointer || !decl.pointerReceiver || depth > 0
  }
  const under = underlying(named)
  if (under.kind === 'interface') return under.methods().includes(name)
  if (under.kind !== 'struct' || depth > DEEPEST_EMBEDDING) return false
  return under.fields.some(({ embedded, type: inner }) => {
    if (!embedded) return false
    const of = inner()
    return hasMethod(machine, pointer && of.kind !== 'pointer' ? { kind: 'pointer', elem: of } : of, name, depth + 1)
  })
}
