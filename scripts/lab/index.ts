/**
 * The edge of the lab: what `npm run lab` does with processes, ports, disks and the terminal.
 *
 * What a step says and what its script holds is decided in `src/lab`; here the same scripts are only run and listened to.
 */
import { bringUp, stopServices, takeDown } from './bring-up.ts'
import { doctor } from './doctor.ts'
import type { LabCommand } from './lab-command.ts'
import { printDlv, printGoland, printLaunchJson } from './print-debugger.ts'
import { printScript } from './print-script.ts'
import { proxySite } from './proxy-site.ts'
import { showStatus } from './show-status.ts'
import { verify } from './verify.ts'

export type { LabFlags } from './lab-command.ts'

/** Subcommands by name, in the order people need them. */
export const commands: Readonly<Record<string, LabCommand>> = {
  script: printScript,
  doctor,
  up: bringUp,
  status: showStatus,
  stop: stopServices,
  down: takeDown,
  verify,
  'launch-json': printLaunchJson,
  goland: printGoland,
  dlv: printDlv,
  proxy: proxySite,
}
