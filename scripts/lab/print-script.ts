import { buildScript } from '../../src/lab/index.ts'
import type { LabCommand } from './lab-command.ts'
import { openLab, stepOf } from './open-lab.ts'

/** `lab -- script`: the whole set-up, or one step, as a bash script on stdout. */
export const printScript: LabCommand = {
  help: 'print setup.sh, or with --step one step, as a complete bash script',
  async run({ set, step, os, json }) {
    const { lab, values } = await openLab(set)
    const text = buildScript(lab, { values, platform: os, step: step === undefined ? undefined : stepOf(lab, step) })
    process.stdout.write(json ? `${JSON.stringify({ values, script: text })}\n` : text)
    return 0
  },
}
