import { bool, natives, NIL, NOTHING, string, textOf, errorOf, type Known } from '../library/index.ts'
import { assigned, newCell, store, unknown, typeText, type Machine, type Native, type Spot, type Value } from '../machine/index.ts'
import { callText, declaringFunctions, named, type SetOf } from './declare-flags.ts'
import { addFlag, flagField, flagValue, lookup, newFlag, normalized, PFLAG, type FlagEntry, type FlagPackage, type FlagSet, type FlagSets } from './flag-sets.ts'
import { valueMethods } from './flag-kinds.ts'

/** Looks for a flag of the command line in packages that declare it when they start; says whether it may have found it. */
export type Discover = (pkg: FlagPackage, name: string, at: Spot) => void

/** Packages flag and github.com/spf13/pflag, as far as declaring flags goes. */
export function flagFunctions(machine: Machine, sets: FlagSets, discover: Discover): Map<string, Native> {
  const table: Record<string, Known> = valueMethods()
  for (const pkg of [PFLAG, 'flag'] as const) {
    const setOf: SetOf = (receiver) => (receiver === undefined ? sets.lines[pkg] : sets.of(receiver, pkg))
    const functions = { ...declaringFunctions(sets, pkg, setOf), ...setFunctions(sets, pkg, setOf, discover) }
    for (const [name, known] of Object.entries(functions)) {
      table[`${pkg}.${name}`] = known
      table[`${pkg}.FlagSet.${name}`] = known
    }
    table[`${pkg}.NewFlagSet`] = ({ args: [name] }) => sets.pointer(sets.create(pkg, textOf(name)))
  }
  table[`${PFLAG}.PFlagFromGoFlag`] = ({ args: [flag], at }, call) => (flag?.kind === 'pointer' ? flagPointer(fromGo(call, sets, flag.cell, at)) : undefined)
  table[`${PFLAG}.flagValueWrapper.String`] = ({ receiver, at }, call) => callText(call, innerOf(receiver) ?? unknown('String()', at), 'String', at)
  table[`${PFLAG}.flagValueWrapper.Type`] = ({ receiver }) => (receiver?.kind === 'pointer' && receiver.cell.state.value.kind === 'struct' ? receiver.cell.state.value.fields.get('flagType')?.state.value : undefined)
  return new Map(natives(machine, table))
}

function flagPointer(cell: FlagEntry['cell']): Value {
  return { kind: 'pointer', type: { kind: 'pointer', elem: cell.type ?? { kind: 'unknown', text: 'Flag' } }, cell }
}

function innerOf(receiver: Value | undefined): Value | undefined {
  return receiver?.kind === 'pointer' && receiver.cell.state.value.kind === 'struct' ? receiver.cell.state.value.fields.get('inner')?.state.value : undefined
}

function setFunctions(sets: FlagSets, pkg: FlagPackage, setOf: SetOf, discover: Discover): Record<string, Known> {
  const find = (set: FlagSet, name: string | undefined, at: Spot): FlagEntry | undefined => {
    const known = lookup(sets, set, name)
    if (known !== undefined || name === undefined || set !== sets.lines[pkg]) return known
    discover(pkg, name, at)
    return lookup(sets, set, name)
  }
  const mark = (field: string, also?: string): Known => ({ receiver, args: [name, message], at }, machine) => {
    const set = setOf(receiver)
    if (set === undefined || name === undefined) return undefined
    const wanted = textOf(normalized(machine, sets, set, name, at))
    const entry = find(set, wanted, at)
    if (entry === undefined) return errorOf(`flag "${wanted ?? ''}" does not exist`, field, at)
    const cell = flagField(entry.cell, field)
    if (cell !== undefined) store(machine, cell, message === undefined ? bool(true) : assigned(message, cell.type), at)
    const second = also === undefined ? undefined : flagField(entry.cell, also)
    if (second !== undefined) store(machine, second, bool(true), at)
    return NIL
  }
  const functions: Record<string, Known> = {
    Lookup: ({ receiver, args: [name], at }, machine) => {
      const set = setOf(receiver)
      const wanted = set === undefined || name === undefined ? undefined : textOf(normalized(machine, sets, set, name, at))
      if (set === undefined || wanted === undefined) return undefined
      const entry = find(set, wanted, at)
      return entry === undefined ? NIL : flagPointer(entry.cell)
    },
    VisitAll: ({ receiver, args: [visit], at, text }, machine) => {
      const set = setOf(receiver)
      if (set === undefined || visit?.kind !== 'func') return undefined
      for (const { cell } of sorted(sets.entries(set))) machine.call(visit, [flagPointer(cell)], at, text)
      return NOTHING
    },
    SetOutput: () => NOTHING,
    Init: () => NOTHING,
    Parsed: () => undefined,
    Name: ({ receiver }) => {
      const name = setOf(receiver)?.name
      return name === undefined ? undefined : string(name)
    },
  }
  if (pkg === 'flag') return functions
  return {
    ...functions,
    MarkDeprecated: mark('Deprecated', 'Hidden'),
    MarkHidden: mark('Hidden'),
    MarkShorthandDeprecated: mark('ShorthandDeprecated'),
    SetAnnotation: () => NIL,
    SetInterspersed: () => NOTHING,
    HasFlags: ({ receiver }) => {
      const set = setOf(receiver)
      return set === undefined ? undefined : bool(sets.entries(set).length > 0)
    },
    AddFlag: ({ receiver, args: [flag], at }, machine) => {
      const set = setOf(receiver)
      if (set === undefined || flag?.kind !== 'pointer') return undefined
      addFlag(machine, sets, set, flag.cell, at)
      return NOTHING
    },
    AddFlagSet: ({ receiver, args: [other], at }, machine) => {
      const [set, from] = [setOf(receiver), sets.of(other, pkg)]
      if (other?.kind === 'nil') return NOTHING
      if (set === undefined || from === undefined) return undefined
      for (const entry of sets.entries(from)) {
        if (lookup(sets, set, textOf(flagValue(entry.cell, 'Name'))) === undefined) addFlag(machine, sets, set, entry.cell, at)
      }
      return NOTHING
    },
    AddGoFlag: ({ receiver, args: [flag], at }, machine) => {
      const set = setOf(receiver)
      if (set === undefined || flag?.kind !== 'pointer') return undefined
      if (lookup(sets, set, textOf(flagValue(flag.cell, 'Name'))) === undefined) addFlag(machine, sets, set, fromGo(machine, sets, flag.cell, at), at)
      return NOTHING
    },
    AddGoFlagSet: ({ receiver, args: [other], at }, machine) => {
      const [set, from] = [setOf(receiver), sets.of(other, 'flag')]
      if (set === undefined || from === undefined) return undefined
      for (const { cell } of sorted(sets.entries(from))) {
        if (lookup(sets, set, textOf(flagValue(cell, 'Name'))) === undefined) addFlag(machine, sets, set, fromGo(machine, sets, cell, at), at)
      }
      return NOTHING
    },
    SetNormalizeFunc: ({ receiver, args: [normalize], at }, machine) => {
      const set = setOf(receiver)
      if (set === undefined || normalize?.kind !== 'func') return undefined
      set.normalize = normalize
      for (const { cell } of sets.entries(set)) {
        const name = flagField(cell, 'Name')
        const fresh = name === undefined ? undefined : normalized(machine, sets, set, name.state.value, at)
        if (name !== undefined && fresh?.kind === 'string' && textOf(name.state.value) !== fresh.value) store(machine, name, string(fresh.value), at)
      }
      return NOTHING
    },
    GetNormalizeFunc: ({ receiver, at }) => {
      const set = setOf(receiver)
      if (set === undefined) return undefined
      return set.normalize ?? { kind: 'func', type: undefined, name: 'normalize', at, receiver: undefined, body: { native: ({ args: [, name], at: here }) => name ?? unknown('name', here) } }
    },
    Changed: () => undefined,
  }
}

function sorted(entries: readonly FlagEntry[]): FlagEntry[] {
  const name = ({ cell }: FlagEntry): string => textOf(flagValue(cell, 'Name')) ?? ''
  return entries.slice().sort((a, b) => (name(a) < name(b) ? -1 : 1))
}

/** A flag of package flag as one of pflag (pflag, `PFlagFromGoFlag`). */
function fromGo(machine: Machine, sets: FlagSets, flag: FlagEntry['cell'], at: Spot): FlagEntry['cell'] {
  const value = flagValue(flag, 'Value') ?? unknown('Value', at)
  const name = flagValue(flag, 'Name') ?? unknown('Name', at)
  const type = value.kind === 'pointer' ? value.type : undefined
  const elem = type?.kind === 'pointer' ? type.elem : type
  const flagType = elem?.kind === 'named' ? elem.name.replace(/Value$/, '') : elem === undefined ? undefined : typeText(elem)
  const bare = machine.member(value, 'IsBoolFlag', at)
  const isBool = bare?.kind === 'func' ? machine.call(bare, [], at, 'IsBoolFlag()') : undefined
  const held = machine.member(value, 'Type', at)?.kind === 'func' ? value : wrapped(machine, value, flagType, at)
  const text = textOf(name)
  return newFlag(machine, sets, PFLAG, {
    Name: name,
    Usage: flagValue(flag, 'Usage') ?? unknown('Usage', at),
    Value: held,
    DefValue: callText(machine, value, 'String', at),
    Shorthand: string(text?.length === 1 ? text : ''),
    NoOptDefVal: string(isBool?.kind === 'bool' && isBool.value ? 'true' : ''),
  }, sets.declaredAt.get(flag) ?? at)
}

function wrapped(machine: Machine, inner: Value, flagType: string | undefined, at: Spot): Value {
  const type = named(PFLAG, 'flagValueWrapper')
  const fields = new Map([
    ['inner', newCell(machine, inner, undefined, at)],
    ['flagType', newCell(machine, flagType === undefined ? unknown('Type()', at) : string(flagType), undefined, at)],
  ])
  return { kind: 'pointer', type: { kind: 'pointer', elem: type }, cell: newCell(machine, { kind: 'struct', type, fields }, type, at) }
}
