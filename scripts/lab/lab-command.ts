import type { Platform } from '../../src/lab/index.ts'
import type { ScriptContext } from '../cli/index.ts'

/** Options of `npm run lab`; each subcommand takes those it knows. */
export interface LabFlags {
  readonly set: readonly string[]
  readonly step?: string
  readonly until?: string
  readonly os?: Platform
  readonly record: boolean
  readonly keep?: true
  readonly origin?: string
  readonly json?: true
}

/** One subcommand: what it does in a line, and the doing. Resolves to the exit code. */
export interface LabCommand {
  readonly help: string
  run(flags: LabFlags, context: ScriptContext): Promise<number>
}
