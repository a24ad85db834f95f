import { standardType, string } from '../library/index.ts'
import { newCell, store, unknown, zeroValue, type Cell, type GoType, type Machine, type Mergeable, type Spot, type Value } from '../machine/index.ts'

export const PFLAG = 'github.com/spf13/pflag'
export type FlagPackage = typeof PFLAG | 'flag'

/** A flag in a set; the cell holds its `Flag` struct. */
export interface FlagEntry {
  readonly cell: Cell
  /** Why it may not be there. */
  readonly perhaps: { readonly why: string; readonly at: Spot } | undefined
}

/** The flags of a set, in order of declaration. Never changed, so that a branch can be undone. */
export class FlagList implements Mergeable {
  readonly entries: readonly FlagEntry[]

  constructor(entries: readonly FlagEntry[]) {
    this.entries = entries
  }

  mergedWith(other: unknown, why: string, at: Spot): FlagList {
    if (!(other instanceof FlagList)) return this
    const theirs = new Set(other.entries.map(({ cell }) => cell))
    const ours = new Set(this.entries.map(({ cell }) => cell))
    const all = [...this.entries, ...other.entries.filter(({ cell }) => !ours.has(cell))]
    return new FlagList(all.map((entry) => (ours.has(entry.cell) && theirs.has(entry.cell) ? entry : { ...entry, perhaps: entry.perhaps ?? { why, at } })))
  }
}

/** A flag set that the program made. */
export interface FlagSet {
  readonly package: FlagPackage
  /** The cell of its struct. */
  readonly cell: Cell
  readonly name: string | undefined
  readonly list: Cell
  normalize: Value | undefined
}

/** All flag sets of a run, and where each flag was declared. */
export interface FlagSets {
  readonly all: Map<Cell, FlagSet>
  readonly declaredAt: WeakMap<Cell, Spot>
  readonly lines: Record<FlagPackage, FlagSet>
  /** The set that a value is or points to; made known when it is a zero one. */
  of(value: Value | undefined, pkg: FlagPackage): FlagSet | undefined
  create(pkg: FlagPackage, name: string | undefined): FlagSet
  entries(set: FlagSet): readonly FlagEntry[]
  pointer(set: FlagSet): Value
}

/** An empty registry of flag sets. */
export function openFlagSets(): FlagSets {
  const all = new Map<Cell, FlagSet>()
  const adopt = (pkg: FlagPackage, cell: Cell, name: string | undefined): FlagSet => {
    const list: Cell = { type: undefined, state: { value: { kind: 'native', data: new FlagList([]) }, at: undefined, trail: undefined, before: undefined } }
    const set: FlagSet = { package: pkg, cell, name, list, normalize: undefined }
    all.set(cell, set)
    return set
  }
  const create = (pkg: FlagPackage, name: string | undefined): FlagSet => {
    const type = setType(pkg)
    return adopt(pkg, { type, state: { value: zeroValue(type, NOWHERE), at: undefined, trail: undefined, before: undefined } }, name)
  }
  return {
    all,
    declaredAt: new WeakMap(),
    lines: { [PFLAG]: create(PFLAG, undefined), flag: create('flag', undefined) },
    create,
    of(value, pkg) {
      if (value?.kind !== 'pointer') return undefined
      return all.get(value.cell) ?? (value.cell.state.value.kind === 'struct' ? adopt(pkg, value.cell, undefined) : undefined)
    },
    entries({ list }) {
      const { value } = list.state
      return value.kind === 'native' && value.data instanceof FlagList ? value.data.entries : []
    },
    pointer: ({ package: pkg, cell }) => ({ kind: 'pointer', type: { kind: 'pointer', elem: setType(pkg) }, cell }),
  }

  function setType(pkg: FlagPackage): GoType {
    return standardType(pkg, 'FlagSet') ?? { kind: 'unknown', text: `${pkg}.FlagSet` }
  }
}

const NOWHERE = { file: undefined as never, offset: 0 }

/** A new `Flag` struct of a package with these fields. */
export function newFlag(machine: Machine, sets: FlagSets, pkg: FlagPackage, fields: Readonly<Record<string, Value>>, at: Spot): Cell {
  const type = standardType(pkg, 'Flag') ?? { kind: 'unknown', text: `${pkg}.Flag` }
  const value = zeroValue(type, at)
  const cell: Cell = newCell(machine, value, type, at)
  const struct = cell.state.value
  if (struct.kind === 'struct') for (const [name, held] of Object.entries(fields)) {
    const field = struct.fields.get(name)
    if (field !== undefined) field.state = { ...field.state, value: held, at }
  }
  sets.declaredAt.set(cell, at)
  return cell
}

/** The cell of a field of a flag. */
export function flagField(cell: Cell, name: string): Cell | undefined {
  const { value } = cell.state
  return value.kind === 'struct' ? value.fields.get(name) : undefined
}

/** What a field of a flag holds. */
export function flagValue(cell: Cell, name: string): Value | undefined {
  return flagField(cell, name)?.state.value
}

/** Puts a flag into a set, under the name that the set's normalisation makes of it. */
export function addFlag(machine: Machine, sets: FlagSets, set: FlagSet, flag: Cell, at: Spot): void {
  const name = flagField(flag, 'Name')
  if (name !== undefined && set.normalize !== undefined) {
    const fresh = normalized(machine, sets, set, name.state.value, at)
    if (fresh.kind === 'string' && name.state.value.kind === 'string' && fresh.value !== name.state.value.value) store(machine, name, string(fresh.value), at)
  }
  const before = sets.entries(set)
  machine.journal.write(set.list, { ...set.list.state, value: { kind: 'native', data: new FlagList([...before, { cell: flag, perhaps: undefined }]) } })
}

/** A name as the set's normalisation makes it. */
export function normalized(machine: Machine, sets: FlagSets, set: FlagSet, name: Value, at: Spot): Value {
  if (set.normalize?.kind !== 'func') return set.normalize === undefined ? name : unknown('a normalised name', at)
  return machine.call(set.normalize, [sets.pointer(set), name], at, 'normalize')
}

/** The flag of a name; undefined when the set has none. */
export function lookup(sets: FlagSets, set: FlagSet, name: string | undefined): FlagEntry | undefined {
  return sets.entries(set).find(({ cell }) => {
    const held = flagValue(cell, 'Name')
    return held?.kind === 'string' && held.value === name
  })
}
