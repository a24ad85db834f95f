/**
 * The edge of the lab: what `npm run lab` does with processes, ports, disks and the terminal.
 *
 * What a step says and what its script holds is decided in `src/lab`; here the same scripts are only run and listened to.
 */
import type { LabCommand } from './lab-command.ts'
import { printScript } from './print-script.ts'

export type { LabFlags } from './lab-command.ts'

/** Subcommands by name, in the order people need them. */
export const commands: Readonly<Record<string, LabCommand>> = {
  script: printScript,
}
