import type { Json, OptionsOutcome } from '../../../options/model.ts'
import { readCommandLine } from '../try/read-command-line.ts'
import { lastValues, readFlags } from '../try/read-flags.ts'
import { tryData } from '../try/try-data.ts'

/** The fields that a command line fills, with what it puts there. */
export function givenByLine(line: string, outcome: OptionsOutcome): Map<string, Json> {
  const { flags } = tryData(outcome)
  const values = lastValues(readFlags(readCommandLine(line).args, flags))
  const leaves = new Set(outcome.defaults.map(({ path }) => path))
  return new Map(flags.flatMap(({ name, field }): [string, Json][] => (field !== null && leaves.has(field) && values.has(name) ? [[field, values.get(name) ?? null]] : [])))
}
