import { child, children } from '../../golang/resolve/syntax.ts'
import type { Root } from '../find-root.ts'
import { fileEnv, symbolOf, tableOf, unknown, type Cell, type GoType, type Spot, type Value } from '../machine/index.ts'
import type { OptionsRun } from '../options-run.ts'
import type { FuncDecl, GoPackage } from '../program/index.ts'
import { PFLAG, type FlagEntry, type FlagSet } from './flag-sets.ts'

/** The flags of a program, each with its section, and the options they fill. */
export interface FlagsRun {
  readonly options: Value
  readonly flags: readonly { readonly entry: FlagEntry; readonly section: string | null }[]
}

/**
 * Runs what declares the flags. Where a function of these packages makes the options and asks for their flags (a command),
 * that one is run, because it may add flags of its own.
 */
export function runFlags(run: OptionsRun, constructor: Root, flags: Root, packages: readonly GoPackage[]): FlagsRun {
  const { machine } = run
  let options: Value | undefined
  machine.onReturn = (callee, value) => {
    if (options === undefined && 'decl' in callee.body && callee.body.decl?.node === constructor.decl.node) options = madeBy(value)
  }
  try {
    const caller = constructor.decl.node === flags.decl.node ? undefined : callerOf(constructor, flags, packages)
    if (caller !== undefined) {
      const result = invoke(run, caller, undefined)
      const found = commandFlags(run, result.value)
      if (found !== undefined && options !== undefined) return { options, flags: found }
      options = undefined
    }
    const made = madeBy(invoke(run, constructor.decl, undefined).value)
    const result = invoke(run, flags.decl, made)
    const declared = [...setsIn(run, result.value), ...result.sets]
    // Some options keep their flags themselves, and what declares them returns nothing.
    const found = commandFlags(run, result.value) ?? sectioned(run, declared.length > 0 ? declared : setsIn(run, made))
    return { options: options ?? made, flags: found }
  } finally {
    machine.onReturn = undefined
  }
}

/** The options among what their constructor returns: the first, where there is an error too. */
export function madeBy(value: Value): Value {
  return value.kind === 'tuple' ? (value.values[0] ?? value) : value
}

/** A function that calls both: the constructor and what declares the flags. */
function callerOf(constructor: Root, flags: Root, packages: readonly GoPackage[]): FuncDecl | undefined {
  const asked = new RegExp(`\\b${flags.decl.name}\\(`)
  const made = new RegExp(`\\b${constructor.decl.name}\\(`)
  for (const pkg of packages) {
    for (const file of pkg.files) {
      for (const piece of file.pieces()) {
        const text = piece.keyword === 'func' && piece.receiver === undefined ? file.text.slice(piece.start, piece.end) : ''
        if (!made.test(text) || !asked.test(text)) continue
        const decl = pkg.find(piece.names[0] ?? '')
        if (decl?.kind === 'func' && decl.node !== flags.decl.node && decl.node !== constructor.decl.node) return decl
      }
    }
  }
  return undefined
}

/** Calls a function with what it needs: the options where it takes them, a new flag set where it takes one, else unknowns. */
export function invoke(run: OptionsRun, decl: FuncDecl, options: Value | undefined): { value: Value; sets: FlagSet[] } {
  const { machine } = run
  const env = fileEnv(decl.file)
  const at: Spot = { file: decl.file, offset: decl.node.start }
  const sets: FlagSet[] = []
  const target = options?.kind === 'pointer' && options.type.kind === 'pointer' ? symbolOf(options.type.elem) : options?.kind === 'struct' ? symbolOf(options.type) : undefined
  const argument = (type: GoType, name: string): Value => {
    const named = type.kind === 'pointer' ? type.elem : type
    const symbol = symbolOf(named)
    if (options !== undefined && symbol !== undefined && symbol === target) return fitting(options, type.kind === 'pointer')
    if (type.kind === 'pointer' && (symbol === `${PFLAG}.FlagSet` || symbol === 'flag.FlagSet')) {
      const set = run.sets.create(symbol === 'flag.FlagSet' ? 'flag' : PFLAG, undefined)
      sets.push(set)
      return run.sets.pointer(set)
    }
    return unknown(`the argument ${name}`, at, type)
  }
  const args = (child(decl.node, 'parameters')?.kids ?? []).flatMap((parameter) => {
    const written = child(parameter, 'type')
    if (written === undefined) return []
    const type = machine.typeFrom(written, env)
    if (parameter.type === 'variadic_parameter_declaration') return []
    const names = children(parameter, 'name')
    return (names.length === 0 ? ['?'] : names.map(({ text }) => text)).map((name) => argument(type, name))
  })
  const receiver = child(decl.node, 'receiver') === undefined || options === undefined ? undefined : fitting(options, decl.pointerReceiver)
  return { value: machine.call(machine.func(decl, receiver, []), args, at, decl.name), sets }
}

function fitting(options: Value, pointer: boolean): Value {
  return !pointer && options.kind === 'pointer' ? options.cell.state.value : options
}

/** The flags of the command that a function returns; undefined where it returns none, or one without flags. */
function commandFlags(run: OptionsRun, value: Value): FlagsRun['flags'] | undefined {
  const command = value.kind === 'tuple' ? value.values[0] : value
  const cell = command?.kind === 'pointer' ? command.cell : undefined
  const own = [run.commands.flags, run.commands.persistent].flatMap((known) => (cell === undefined ? [] : (known.get(cell) ?? [])))
  if (own.every((set) => run.sets.entries(set).length === 0)) return undefined
  const named = [...run.sets.all.values()].filter(({ name, package: pkg }) => name !== undefined && name !== '' && pkg === PFLAG)
  const members = named.map((set) => ({ name: set.name ?? null, cells: new Set(run.sets.entries(set).map(({ cell }) => cell)) }))
  const flags = own.flatMap((set) => run.sets.entries(set).map((entry) => ({ entry, section: members.find(({ cells }) => cells.has(entry.cell))?.name ?? null })))
  const order = [...members.map(({ name }) => name), null]
  return order.flatMap((section) => flags.filter((flag) => flag.section === section))
}

/** Flag sets that can be reached from a value, in the order in which they were made. */
function setsIn(run: OptionsRun, value: Value): FlagSet[] {
  const found = new Set<FlagSet>()
  const seen = new Set<Cell>()
  const visit = (one: Value, depth: number): void => {
    if (depth > 6) return
    if (one.kind === 'pointer') {
      const set = run.sets.all.get(one.cell)
      if (set !== undefined) found.add(set)
      else if (!seen.has(one.cell)) {
        seen.add(one.cell)
        visit(one.cell.state.value, depth + 1)
      }
    } else if (one.kind === 'struct') for (const { state } of one.fields.values()) visit(state.value, depth + 1)
    else if (one.kind === 'slice' || one.kind === 'array') for (const { state } of one.cells) visit(state.value, depth + 1)
    else if (one.kind === 'map') for (const { cell } of tableOf(one)?.values() ?? []) visit(cell.state.value, depth + 1)
    else if (one.kind === 'tuple') for (const part of one.values) visit(part, depth + 1)
  }
  visit(value, 0)
  return [...run.sets.all.values()].filter((set) => found.has(set))
}

function sectioned(run: OptionsRun, sets: readonly FlagSet[]): FlagsRun['flags'] {
  const several = sets.length > 1 || (sets[0]?.name ?? '') !== ''
  return [...new Set(sets)].flatMap((set) => run.sets.entries(set).map((entry) => ({ entry, section: several ? (set.name ?? null) : null })))
}
