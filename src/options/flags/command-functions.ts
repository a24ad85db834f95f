import { natives, NOTHING, string, textOf, type Known } from '../library/index.ts'
import type { Cell, Machine, Native, Value } from '../machine/index.ts'
import { PFLAG, type FlagSet, type FlagSets } from './flag-sets.ts'

const COMMAND = 'github.com/spf13/cobra.Command'
const SILENT = 'SetUsageFunc SetHelpFunc SetUsageTemplate SetHelpTemplate SetGlobalNormalizationFunc AddCommand SetArgs SetOut SetErr SetOutput SetFlagErrorFunc SetVersionTemplate SetContext MarkFlagRequired MarkFlagFilename InitDefaultHelpFlag'.split(' ')

/** The flag sets of commands, by the cells of the commands. */
export interface Commands {
  readonly flags: Map<Cell, FlagSet>
  readonly persistent: Map<Cell, FlagSet>
}

/** Commands of cobra, as far as their flags go. */
export function commandFunctions(machine: Machine, sets: FlagSets, commands: Commands): Map<string, Native> {
  const setOf = (known: Map<Cell, FlagSet>): Known => ({ receiver }) => {
    if (receiver?.kind !== 'pointer') return undefined
    let set = known.get(receiver.cell)
    if (set === undefined) known.set(receiver.cell, (set = sets.create(PFLAG, undefined)))
    return sets.pointer(set)
  }
  const table: Record<string, Known> = {
    [`${COMMAND}.Flags`]: setOf(commands.flags),
    [`${COMMAND}.LocalFlags`]: setOf(commands.flags),
    [`${COMMAND}.PersistentFlags`]: setOf(commands.persistent),
    [`${COMMAND}.Name`]: ({ receiver }) => nameOf(receiver),
  }
  for (const name of SILENT) table[`${COMMAND}.${name}`] = () => NOTHING
  return new Map(natives(machine, table))
}

/** The first word of how a command is used (cobra, `Command.Name`). */
function nameOf(receiver: Value | undefined): Value | undefined {
  const struct = receiver?.kind === 'pointer' ? receiver.cell.state.value : undefined
  const use = struct?.kind === 'struct' ? textOf(struct.fields.get('Use')?.state.value) : undefined
  return use === undefined ? undefined : string(use.split(' ')[0] ?? '')
}
