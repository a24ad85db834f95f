import type { Gap } from '../model.ts'
import type { Program } from '../program/index.ts'
import { call, callNode } from './call.ts'
import { literal } from './composite.ts'
import { declared, functionValue } from './declared.ts'
import { evaluate } from './expression.ts'
import { openJournal } from './journal.ts'
import { locate } from './locate.ts'
import type { Library, Machine } from './machine.ts'
import { member } from './member.ts'
import { execute, statement } from './statement.ts'
import { typeFrom } from './type-from.ts'

const NO_LIBRARY: Library = { functions: new Map(), type: () => undefined, value: () => undefined, lost: () => undefined }

/** An interpreter over a program. `library` gets the machine, because what it knows by heart may call back. */
export function openMachine(program: Program, gaps: Gap[], library: (machine: Machine) => Library): Machine {
  const machine: Machine = {
    program,
    journal: openJournal(),
    globals: new Map(),
    types: new Map(),
    gaps,
    library: NO_LIBRARY,
    trail: undefined,
    depth: 0,
    steps: 0,
    probe: undefined,
    maker: undefined,
    onReturn: undefined,
    evaluate: (node, env) => evaluate(machine, node, env),
    locate: (node, env) => locate(machine, node, env),
    typeFrom: (node, env) => typeFrom(machine, node, env),
    execute: (nodes, env, frame) => execute(machine, nodes, env, frame),
    statement: (node, env, frame) => statement(machine, node, env, frame),
    call: (callee, args, at, text) => call(machine, callee, args, at, text),
    callNode: (node, env) => callNode(machine, node, env),
    literal: (body, type, env) => literal(machine, body, type, env),
    member: (value, name, at) => member(machine, value, name, at),
    declared: (decl) => declared(machine, decl),
    func: (decl, receiver, args) => functionValue(machine, decl, receiver, args),
  }
  machine.library = library(machine)
  return machine
}
