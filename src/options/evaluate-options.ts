import { child } from '../golang/resolve/syntax.ts'
import type { GoParser, ModuleLayout } from '../golang/index.ts'
import { cellPaths } from './paths/cell-paths.ts'
import { findRoot, type Root } from './find-root.ts'
import { readDefaults } from './paths/read-defaults.ts'
import { readFlag } from './flags/read-flags.ts'
import { invoke, madeBy, runFlags } from './flags/run-flags.ts'
import { typeText, DeadEnd, OutOfSteps, type Value } from './machine/index.ts'
import type { Check, Completion, Default, Flag, Gap, OptionsOutcome } from './model.ts'
import { openRun, type OptionsRun } from './options-run.ts'
import { readChecks, readCompletions } from './trace/read-steps.ts'
import { traceFunction } from './trace/trace-function.ts'
import type { FolderReader } from './program/index.ts'

/** Where evaluation starts: functions or methods, by symbols as in the config. */
export interface OptionRoots {
  readonly constructor: string
  readonly flags?: string | undefined
  readonly complete?: string | undefined
  readonly validate?: string | undefined
}

/** Everything about the options of a program, from its syntax. */
export function evaluateOptions(
  source: { readonly layout: ModuleLayout; readonly reader: FolderReader; readonly parser: GoParser },
  roots: OptionRoots,
  aliases: Readonly<Record<string, string>>,
): OptionsOutcome {
  const run = openRun(source.layout, source.reader, source.parser)
  const constructor = findRoot(run.program, aliases, roots.constructor)
  const named = [roots.flags, roots.complete, roots.validate].map((symbol) => (symbol === undefined ? undefined : findRoot(run.program, aliases, symbol)))
  const [flagsRoot, completeRoot, validateRoot] = named
  const packages = [...new Set(named.flatMap((root) => (root === undefined ? [] : [root.pkg])))]
  const variable = receiverName([flagsRoot, completeRoot, validateRoot]) ?? 's'
  let options: Value | undefined
  const flags: Flag[] = []
  const defaults: Default[] = []
  run.machine.maker = constructor.decl.node
  guarded(run, () => {
    options = madeBy(invoke(run, constructor.decl, undefined).value)
    if (options.kind === 'unknown') run.gaps.push({ code: 'options-unknown', message: `what ${roots.constructor} makes is not known, because of this: ${options.why}`, at: options.at.file.place(options.at.offset) })
    defaults.push(...readDefaults(run.machine, variable, options, { file: constructor.decl.file, offset: constructor.decl.node.start }))
  })
  if (flagsRoot !== undefined) {
    guarded(run, () => {
      const ran = runFlags(run, constructor, flagsRoot, packages)
      options = ran.options
      const paths = cellPaths(variable, ran.options)
      for (const { entry, section } of ran.flags) {
        const flag = readFlag({ machine: run.machine, sets: run.sets, paths, gaps: run.gaps }, entry, section)
        if (flag !== undefined) flags.push(flag)
      }
    })
  }
  const completions: Completion[] = []
  const checks: Check[] = []
  const struct = options?.kind === 'pointer' && options.type.kind === 'pointer' ? options.type.elem : options?.kind === 'struct' ? options.type : undefined
  if (struct !== undefined) {
    const root = { variable, type: struct }
    guarded(run, () => {
      if (completeRoot !== undefined) completions.push(...readCompletions(traceFunction(run.machine, root, completeRoot.decl)))
    })
    guarded(run, () => {
      if (validateRoot !== undefined) checks.push(...readChecks(traceFunction(run.machine, root, validateRoot.decl), flags))
    })
  }
  const type = options === undefined || options.kind === 'tuple' || options.kind === 'native' || options.type === undefined ? '?' : typeText(options.type)
  return { variable, type, flags, defaults, completions, checks, gaps: run.gaps }
}

/** What the methods among the roots call the options. */
function receiverName(roots: readonly (Root | undefined)[]): string | undefined {
  for (const root of roots) {
    const receiver = root === undefined ? undefined : child(root.decl.node, 'receiver')?.kids[0]
    const name = receiver === undefined ? undefined : child(receiver, 'name')
    if (name !== undefined && name.text !== '_') return name.text
  }
  return undefined
}

/** Runs a part; what ends it too early is told, and what was found before is kept. */
function guarded(run: OptionsRun, part: () => void): void {
  run.machine.steps = 0
  const tell = (gap: Gap): void => void run.gaps.push(gap)
  try {
    part()
  } catch (error) {
    if (error instanceof DeadEnd) tell({ code: 'dead-end', message: `the program would end here: ${error.why}`, at: error.at.file.place(error.at.offset) })
    else if (error instanceof OutOfSteps) tell({ code: 'out-of-steps', message: 'evaluation took too many steps and was stopped', at: null })
    else if (error instanceof RangeError) tell({ code: 'too-deep', message: 'evaluation went too deep and was stopped', at: null })
    else throw error
  }
}
