import { child } from '../../golang/resolve/syntax.ts'
import type { Decl, FuncDecl, GoFile, GoPackage } from '../program/index.ts'
import { assigned } from './convert.ts'
import { fileEnv } from './env.ts'
import { underlying, type GoType } from './go-type.ts'
import { DeadEnd, LoopUnknown, MOST_STEPS, OutOfSteps, type Machine } from './machine.ts'
import { forget, newCell } from './store.ts'
import { declaredType, receiverParameters, signature, withTypes } from './type-from.ts'
import { unknown, type Cell, type FuncValue, type Spot, type Value } from './value.ts'
import { zeroValue } from './zero.ts'

/** What a package-level declaration stands for as a value. */
export function declared(machine: Machine, decl: Decl): Value {
  switch (decl.kind) {
    case 'type':
      return { kind: 'type', type: declaredType(machine, decl, []) }
    case 'func':
      return machine.func(decl, undefined, [])
    default:
      return globalCell(machine, decl).state.value
  }
}

/** A function or method as a value. */
export function functionValue(machine: Machine, decl: FuncDecl, receiver: Value | undefined, args: readonly GoType[]): FuncValue {
  const outer = fileEnv(decl.file)
  const names = receiverParameters(decl.node)
  const env = names.length === 0 ? outer : withTypes(outer, names, args)
  const generic = child(decl.node, 'type_parameters') !== undefined
  const owner = receiver === undefined ? '' : `${typeName(decl)}.`
  return {
    kind: 'func',
    type: generic ? undefined : signature(machine, decl.node, env),
    name: `${decl.file.importPath}.${owner}${decl.name}`,
    at: { file: decl.file, offset: decl.node.start },
    body: { node: decl.node, env, decl },
    receiver,
  }
}

function typeName({ file, node }: FuncDecl): string {
  const receiver = child(node, 'receiver')
  return receiver === undefined ? '' : (/(\w+)\s*(?:\[[^\]]*\])?\s*\)$/.exec(file.text.slice(receiver.start, receiver.end))?.[1] ?? '')
}

/** The cell of a package-level variable or constant; its value is computed at the first look. */
export function globalCell(machine: Machine, decl: Extract<Decl, { kind: 'const' | 'var' }>): Cell {
  const key = `${decl.file.path}#${decl.name}@${decl.nameNode.start}`
  const known = machine.globals.get(key)
  if (known !== undefined) return known
  const at: Spot = { file: decl.file, offset: decl.nameNode.start }
  const env = fileEnv(decl.file, decl.kind === 'const' ? decl.iota : undefined)
  const type = decl.type === undefined ? undefined : machine.typeFrom(decl.type, env)
  const cell: Cell = { type, state: { value: unknown(`${decl.name}, which needs itself`, at, type), at, trail: undefined, before: undefined } }
  machine.globals.set(key, cell)
  const { trail, depth } = machine
  machine.trail = undefined
  try {
    machine.journal.apart(() => {
      const value = initial(machine, decl, type, at)
      cell.state = newCell(machine, value, type, at).state
      if (decl.kind === 'var') doubt(machine, cell, decl, at)
    })
  } finally {
    machine.trail = trail
    machine.depth = depth
  }
  return cell
}

function initial(machine: Machine, decl: Extract<Decl, { kind: 'const' | 'var' }>, type: GoType | undefined, at: Spot): Value {
  const env = fileEnv(decl.file, decl.kind === 'const' ? decl.iota : undefined)
  if (decl.values.length === 0) return type === undefined ? unknown(decl.name, at) : zeroValue(type, at)
  const single = decl.count > 1 && decl.values.length === 1
  const node = decl.values[single ? 0 : decl.index]
  if (node === undefined) return unknown(decl.name, at, type)
  try {
    const given = machine.evaluate(node, env)
    const value = single ? (given.kind === 'tuple' ? (given.values[decl.index] ?? unknown(decl.name, at)) : given) : given
    if (decl.kind === 'const') return type === undefined ? value : assigned(value, type)
    return assigned(value, type)
  } catch (error) {
    if (error instanceof DeadEnd || error instanceof LoopUnknown) return unknown(error.why, error.at, type)
    throw error
  }
}

/**
 * What a variable of a package holds when the options are made: its declaration's value, then what the package's own `init`
 * functions make of it. Lists and maps that functions of the package add to are not known: any package may have called them.
 */
function doubt(machine: Machine, cell: Cell, decl: Extract<Decl, { kind: 'const' | 'var' }>, at: Spot): void {
  const pkg = machine.program.packageOf(decl.file)
  const name = `${decl.file.packageName}.${decl.name}`
  const filledIn = pkg.inits().some(({ file, node }) => mentions(file.text.slice(node.start, node.end), decl.name))
  if (filledIn && !startPackage(machine, pkg)) {
    forget(machine, cell, `${name}, which the program fills in when it starts`, at)
    return
  }
  const changed = changedBy(decl.name, decl.file, pkg, decl.nameNode.start, cell.state.value)
  if (changed !== undefined) forgetCollections(machine, cell, `${name}, which the program changes`, changed, new Set())
  else forgetGuarded(machine, cell.state.value, `${name}, which is filled in while the program runs`, at, new Set())
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name.replace(/\$/g, '\\$')}(?!\\w)`).test(text)
}

const MOST_INIT_STEPS = 20_000
const started = new WeakMap<Machine, Map<GoPackage, boolean>>()

/** Runs the `init` functions of a package once; false when they could not be run to their end. */
function startPackage(machine: Machine, pkg: GoPackage): boolean {
  let known = started.get(machine)
  if (known === undefined) started.set(machine, (known = new Map<GoPackage, boolean>()))
  const before = known.get(pkg)
  if (before !== undefined) return before
  known.set(pkg, true)
  const { steps, onReturn } = machine
  machine.onReturn = undefined
  machine.steps = MOST_STEPS - MOST_INIT_STEPS
  let whole = true
  try {
    for (const init of pkg.inits()) {
      const at = { file: init.file, offset: init.node.start }
      machine.journal.apart(() => machine.call(machine.func(init, undefined, []), [], at, 'init()'))
    }
  } catch (error) {
    if (!(error instanceof DeadEnd) && !(error instanceof LoopUnknown) && !(error instanceof OutOfSteps)) throw error
    whole = false
  } finally {
    machine.steps = steps + 1
    machine.onReturn = onReturn
  }
  known.set(pkg, whole)
  return whole
}

/** Where a function of the package assigns to a variable of it or gives its address away; undefined where none does. */
function changedBy(name: string, file: GoFile, pkg: GoPackage, declaredAt: number, value: Value): Spot | undefined {
  const escaped = name.replace(/\$/g, '\\$')
  const methods = addingMethods(value)
  const adding = methods.length === 0 ? '' : `|${escaped}\\.(?:${methods.join('|')})\\(`
  const change = new RegExp(`(?<![\\w.])(?:${escaped}(?:\\.\\w+|\\[[^\\]\\n]*\\])*\\s*(?:[-+|&*/^]?=(?!=)|\\+\\+|--)|delete\\(${escaped}\\b|&${escaped}\\b(?!\\.)${adding})`, 'g')
  for (const one of pkg.files) {
    if (!one.text.includes(name)) continue
    for (const piece of one.pieces()) {
      if (piece.keyword !== 'func') continue
      if (piece.names[0] === 'init' && piece.receiver === undefined) continue
      const body = one.text.slice(piece.start, piece.end)
      if (!body.includes(name)) continue
      for (const match of body.matchAll(change)) {
        const offset = piece.start + match.index
        if (one === file && offset === declaredAt) continue
        const line = body.slice(body.lastIndexOf('\n', match.index) + 1, match.index)
        if (!line.includes('//')) return { file: one, offset }
      }
    }
  }
  return undefined
}

const GUARDS = new Set(['sync.Mutex', 'sync.RWMutex', 'sync.Map', 'sync/atomic.Value'])

function forgetGuarded(machine: Machine, value: Value, why: string, at: Spot, seen: Set<unknown>): void {
  if (seen.has(value)) return
  seen.add(value)
  if (value.kind === 'pointer') {
    if (seen.has(value.cell)) return
    seen.add(value.cell)
    forgetGuarded(machine, value.cell.state.value, why, at, seen)
  }
  if (value.kind !== 'struct') return
  const under = underlying(value.type)
  const guarded = under.kind === 'struct' && under.fields.some(({ type }) => {
    const inner = type()
    const named = inner.kind === 'pointer' ? inner.elem : inner
    return named.kind === 'named' && GUARDS.has(`${named.importPath}.${named.name}`)
  })
  for (const cell of value.fields.values()) {
    if (guarded) forgetCollections(machine, cell, why, at, new Set())
    else forgetGuarded(machine, cell.state.value, why, at, seen)
  }
}

/** Forgets lists, maps and whatever stands behind interfaces; plain values stay. */
function forgetCollections(machine: Machine, cell: Cell, why: string, at: Spot, seen: Set<unknown>): void {
  if (seen.has(cell)) return
  seen.add(cell)
  const { value } = cell.state
  const declared = cell.type === undefined ? undefined : underlying(cell.type)
  if (value.kind === 'pointer' && declared?.kind !== 'interface') forgetCollections(machine, value.cell, why, at, seen)
  else if (value.kind === 'struct') for (const field of value.fields.values()) forgetCollections(machine, field, why, at, seen)
  else if (value.kind === 'map' || value.kind === 'slice' || declared?.kind === 'interface' || declared?.kind === 'map' || declared?.kind === 'slice' || declared?.kind === 'pointer') forget(machine, cell, why, at)
}

/** Methods of a value's type that add to a list or map of it. */
function addingMethods(value: Value): string[] {
  const type = value.kind === 'pointer' && value.type.kind === 'pointer' ? value.type.elem : value.kind === 'struct' || value.kind === 'map' || value.kind === 'slice' ? value.type : undefined
  if (type?.kind !== 'named' || type.pkg === undefined) return []
  return type.pkg.files.flatMap((file) =>
    file.pieces().flatMap(({ receiver, names: [name = ''], start, end }) => (receiver === type.name && /\]\s*=[^=]|\bappend\(|\bdelete\(/.test(file.text.slice(start, end)) ? [name] : [])),
  )
}
