import type { GoParser, ModuleLayout } from '../golang/index.ts'
import { commandFunctions, type Commands } from './flags/command-functions.ts'
import { discoverFlags } from './flags/discover-flags.ts'
import { flagFunctions } from './flags/flag-functions.ts'
import { openFlagSets, PFLAG, type FlagSets } from './flags/flag-sets.ts'
import { libraryConstant, pureFunctions, standardType } from './library/index.ts'
import { openMachine, tellGap, type Machine } from './machine/index.ts'
import type { Gap } from './model.ts'
import { openProgram, type FolderReader, type Program } from './program/index.ts'

/** An interpreter that knows the standard library, pflag and cobra, over the packages of a tree. */
export interface OptionsRun {
  readonly program: Program
  readonly machine: Machine
  readonly sets: FlagSets
  readonly commands: Commands
  readonly gaps: Gap[]
}

/** Opens a run; nothing is read yet. */
export function openRun(layout: ModuleLayout, reader: FolderReader, parser: GoParser): OptionsRun {
  const gaps: Gap[] = []
  const program = openProgram(layout, reader, parser, (file, offset) => {
    const line = file.text.slice(offset).split('\n', 1)[0]?.trim().slice(0, 80) ?? ''
    gaps.push({ code: 'go-syntax', message: `this is not well-formed Go, and what could be read around it is used: ${line}`, at: file.place(offset) })
  })
  const sets = openFlagSets()
  const commands: Commands = { flags: new Map(), persistent: new Map() }
  const machine = openMachine(program, gaps, (opened) => {
    const functions = new Map([
      ...pureFunctions(opened),
      ...flagFunctions(opened, sets, discoverFlags(opened, program)),
      ...commandFunctions(opened, sets, commands),
    ])
    return {
      functions,
      type: standardType,
      value: (importPath, name) =>
        name === 'CommandLine' && (importPath === PFLAG || importPath === 'flag') ? sets.pointer(sets.lines[importPath]) : libraryConstant(importPath, name),
      lost(value, call, at) {
        if (value.kind === 'pointer' && sets.all.has(value.cell)) tellGap(opened, 'flags-out-of-sight', `whatever flags this declares are missing here, because it can't be followed: ${call}`, at)
      },
    }
  })
  return { program, machine, sets, commands, gaps }
}
