import type { LabCommand } from './lab-command.ts'
import { openLab } from './open-lab.ts'
import { runLabScript } from './run-lab-script.ts'
import { toolVersions } from './tool-versions.ts'

/** `lab -- doctor`: tools with their versions, then everything that stands in the way, and how to mend it. */
export const doctor: LabCommand = {
  help: 'check tools, versions, ports and space on this machine; say what is missing and how to get it',
  async run({ set, json }, { signal }) {
    const open = await openLab(set)
    const versions = await toolVersions(open, signal)
    const { code, text } = await runLabScript(open, ['check'], { signal })
    const problems = text.split('\n').flatMap((line) => (line.startsWith('✗ ') ? [line.slice(2)] : []))
    if (json) {
      process.stdout.write(`${JSON.stringify({ ok: code === 0, versions, problems })}\n`)
      return code
    }
    for (const { name } of open.lab.config.tools) process.stdout.write(`${versions[name] === undefined ? '–' : '✓'} ${name.padEnd(12)} ${versions[name] ?? 'not here'}\n`)
    process.stdout.write(`\n${text}`)
    return code
  },
}
