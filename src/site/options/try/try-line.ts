import { judgeChecks, type JudgedCheck } from './judge-checks.ts'
import { stateAfterCompletion, stateAfterFlags } from './option-state.ts'
import { readCommandLine } from './read-command-line.ts'
import { lastValues, readFlags, type ReadFlag } from './read-flags.ts'
import type { TryData, TryFlag } from './try-data.ts'
import type { FlagValue } from './flag-shape.ts'

/** A flag whose value differs from what it is without it. */
export interface Difference {
  readonly flag: TryFlag
  readonly value: FlagValue
}

/** What can be said of a command line without running it. */
export interface TriedLine {
  readonly read: readonly ReadFlag[]
  readonly differences: readonly Difference[]
  /** Flags that were given and say what is so anyway. */
  readonly same: readonly TryFlag[]
  readonly checks: readonly JudgedCheck[]
}

/** Tries a command line against the facts of a program. */
export function tryLine(line: string, data: TryData): TriedLine {
  const read = readFlags(readCommandLine(line).args, data.flags)
  const given = lastValues(read)
  const differences: Difference[] = []
  const same: TryFlag[] = []
  for (const flag of data.flags) {
    const value = given.get(flag.name)
    if (value === undefined) continue
    if (isDefault(flag, value, data)) same.push(flag)
    else differences.push({ flag, value })
  }
  const state = stateAfterCompletion(data, stateAfterFlags(data, given))
  return { read, differences, same, checks: judgeChecks(data, state) }
}

function isDefault(flag: TryFlag, value: FlagValue, { defaults }: TryData): boolean {
  const leaf = flag.field === null ? undefined : defaults[flag.field]
  if (leaf !== undefined && typeof leaf.value === typeof value) return JSON.stringify(leaf.value) === JSON.stringify(value)
  return flag.default !== null && flag.default.replace(/^"(.*)"$/s, '$1') === (typeof value === 'object' ? JSON.stringify(value) : String(value))
}
