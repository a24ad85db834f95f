import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { projectRoot } from '../../src/config/index.ts'
import { VERIFIED_FILE, type Verified } from '../../src/lab/index.ts'
import { printDiagnostics } from '../cli/index.ts'
import type { LabCommand } from './lab-command.ts'
import { openLab } from './open-lab.ts'
import { readOrigins } from './read-origins.ts'
import { verifyLab } from './verify-lab.ts'

/** `lab -- verify`: from nothing through every step and back to nothing, each output compared. */
export const verify: LabCommand = {
  help: 'run every step in order in an empty folder, compare outputs, clean up, record what was verified',
  async run({ set, record, keep, json, origin }, context) {
    const open = await openLab(set)
    const origins = await readOrigins(open, origin)
    const { code, problems, found } = await verifyLab(open, { keep: keep === true }, context)
    printDiagnostics(problems)
    if (found !== undefined && problems.length === 0) {
      const outputs = found.steps.reduce((sum, step) => sum + step.outputs, 0)
      context.progress.say(`${found.steps.length} steps, ${outputs} outputs, all as the pages say`)
      if (record) await writeRecord({ ...found, origins })
    }
    if (json) process.stdout.write(`${JSON.stringify({ ok: code === 0, code, ...(found === undefined ? {} : { ...found, origins }), problems })}\n`)
    return code
  },
}

async function writeRecord(found: Verified): Promise<void> {
  const file = join(projectRoot, VERIFIED_FILE)
  await mkdir(dirname(file), { recursive: true })
  await writeFileAtomic(file, `${JSON.stringify(found, undefined, 2)}\n`)
}
