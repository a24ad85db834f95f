import { elementsOf, NOTHING, string, type Known } from '../library/index.ts'
import { assigned, newCell, store, unknown, zeroValue, type GoType, type Machine, type NamedType, type Spot, type Value } from '../machine/index.ts'
import { FLAG_KINDS, valueTypeName, type FlagKind } from './flag-kinds.ts'
import { addFlag, newFlag, type FlagPackage, type FlagSet, type FlagSets } from './flag-sets.ts'

/** Finds the set a call is about: its receiver, or the command line's for a function of the package. */
export type SetOf = (receiver: Value | undefined) => FlagSet | undefined

/** `StringVar`, `StringVarP`, `String`, `StringP`, … and `Var`, `VarP`, of one package. */
export function declaringFunctions(sets: FlagSets, pkg: FlagPackage, setOf: SetOf): Record<string, Known> {
  const table: Record<string, Known> = {}
  for (const [name, kind] of Object.entries(FLAG_KINDS)) {
    for (const short of pkg === 'flag' ? [false] : [false, true]) {
      const suffix = short ? 'P' : ''
      table[`${name}Var${suffix}`] = ({ receiver, args: [pointer, ...rest], at }, machine) => {
        declareKind(machine, sets, setOf(receiver), pkg, name, kind, pointer, rest, short, at)
        return NOTHING
      }
      table[`${name}${suffix}`] = ({ receiver, args, at }, machine) => {
        const cell = newCell(machine, zeroValue(kind.holds, at), kind.holds, at)
        const pointer: Value = { kind: 'pointer', type: { kind: 'pointer', elem: kind.holds }, cell }
        declareKind(machine, sets, setOf(receiver), pkg, name, kind, pointer, args, short, at)
        return pointer
      }
    }
  }
  table['Var'] = ({ receiver, args: [value, name, usage], at }, machine) => (declareValue(machine, sets, setOf(receiver), pkg, value, name, string(''), usage, at), NOTHING)
  if (pkg !== 'flag') {
    table['VarP'] = ({ receiver, args: [value, name, shorthand, usage], at }, machine) => (declareValue(machine, sets, setOf(receiver), pkg, value, name, shorthand, usage, at), NOTHING)
    table['VarPF'] = ({ receiver, args: [value, name, shorthand, usage], at }, machine) => declareValue(machine, sets, setOf(receiver), pkg, value, name, shorthand, usage, at)
  }
  table['Func'] = ({ receiver, args: [name, usage], at }, machine) => {
    declareValue(machine, sets, setOf(receiver), pkg, { kind: 'pointer', type: { kind: 'pointer', elem: named(pkg, 'funcValue') }, cell: newCell(machine, string(''), undefined) }, name, string(''), usage, at)
    return NOTHING
  }
  return table
}

/** A type of pflag or flag that only its methods are known of. */
export function named(pkg: FlagPackage, name: string): NamedType {
  return { kind: 'named', importPath: pkg, packageName: pkg === 'flag' ? 'flag' : 'pflag', name, args: [], under: (): GoType => ({ kind: 'struct', fields: [] }), pkg: undefined, spec: undefined }
}

function declareKind(
  machine: Machine,
  sets: FlagSets,
  set: FlagSet | undefined,
  pkg: FlagPackage,
  name: string,
  kind: FlagKind,
  pointer: Value | undefined,
  rest: readonly Value[],
  short: boolean,
  at: Spot,
): void {
  const [flagName, second, third, fourth] = rest
  const shorthand = short ? second : string('')
  const [value, usage] = kind.type === 'count' ? [undefined, short ? third : second] : short ? [third, fourth] : [second, third]
  // What `XxxVar` does first: the variable gets the default. Mostly it has it already, and stays as it was set.
  if (pointer?.kind === 'pointer') {
    const given = value === undefined ? zeroValue(kind.holds, at) : assigned(value, kind.holds)
    if (!same(given, pointer.cell.state.value)) store(machine, pointer.cell, given, at)
  }
  const held: Value =
    pointer?.kind === 'pointer'
      ? { kind: 'pointer', type: { kind: 'pointer', elem: named(pkg, valueTypeName(name)) }, cell: pointer.cell }
      : { kind: 'pointer', type: { kind: 'pointer', elem: named(pkg, valueTypeName(name)) }, cell: newCell(machine, value === undefined ? zeroValue(kind.holds, at) : assigned(value, kind.holds), kind.holds) }
  add(machine, sets, set, pkg, held, flagName, shorthand, usage, kind.bare, at)
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.kind !== b.kind) return false
  if ('value' in a && 'value' in b) return a.value === b.value
  if (a.kind === 'nil') return true
  const [x, y] = [elementsOf(a), elementsOf(b)]
  return x !== undefined && y !== undefined && x.length === y.length && x.every((one, index) => same(one, y[index]!))
}

function declareValue(machine: Machine, sets: FlagSets, set: FlagSet | undefined, pkg: FlagPackage, value: Value | undefined, name: Value | undefined, shorthand: Value | undefined, usage: Value | undefined, at: Spot): Value {
  return add(machine, sets, set, pkg, value ?? unknown('a flag value', at), name, shorthand, usage, '', at)
}

function add(machine: Machine, sets: FlagSets, set: FlagSet | undefined, pkg: FlagPackage, value: Value, name: Value | undefined, shorthand: Value | undefined, usage: Value | undefined, bare: string, at: Spot): Value {
  const text = callText(machine, value, 'String', at)
  const fields: Record<string, Value> = { Name: name ?? unknown('name', at), Usage: usage ?? unknown('usage', at), Value: value, DefValue: text }
  if (pkg !== 'flag') Object.assign(fields, { Shorthand: shorthand ?? string(''), NoOptDefVal: string(bare) })
  const cell = newFlag(machine, sets, pkg, fields, at)
  if (set !== undefined) addFlag(machine, sets, set, cell, at)
  return { kind: 'pointer', type: { kind: 'pointer', elem: cell.type ?? { kind: 'unknown', text: 'Flag' } }, cell }
}

/** What a method without arguments returns; unknown where the value has none. */
export function callText(machine: Machine, value: Value, method: string, at: Spot): Value {
  const found = value.kind === 'unknown' ? value : machine.member(value, method, at)
  if (found?.kind === 'unknown') return unknown(found.why, found.at)
  return found?.kind === 'func' ? machine.call(found, [], at, `${method}()`) : unknown(`${method}()`, at)
}
