import { dlvCommands, golandSettings, launchJson, type Lab, type LabValues } from '../../src/lab/index.ts'
import type { LabCommand } from './lab-command.ts'
import { openLab } from './open-lab.ts'

const printer = (help: string, write: (lab: Lab, values: LabValues) => string): LabCommand => ({
  help,
  async run({ set, json }) {
    const { lab, values } = await openLab(set)
    const text = write(lab, values)
    process.stdout.write(json ? `${JSON.stringify({ values, text })}\n` : text)
    return 0
  },
})

/** `lab -- launch-json`. */
export const printLaunchJson = printer('print a launch.json for VS Code', launchJson)
/** `lab -- goland`. */
export const printGoland = printer("print the fields of GoLand's run configuration", golandSettings)
/** `lab -- dlv`. */
export const printDlv = printer('print commands that start the server under Delve', dlvCommands)
