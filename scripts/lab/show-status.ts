import type { LabCommand } from './lab-command.ts'
import { openLab } from './open-lab.ts'
import { runLabScript } from './run-lab-script.ts'

/** `lab -- status`: what is done and what runs. Exit code 1 where something is missing. */
export const showStatus: LabCommand = {
  help: 'say which steps are done and which services run',
  async run({ set, json }, { signal }) {
    const { code, text } = await runLabScript(await openLab(set), ['status'], { signal })
    if (!json) {
      process.stdout.write(text)
      return code
    }
    const rows = text.split('\n').map((line) => line.split(' '))
    const steps = rows.flatMap(([what, id, state]) => (what === 'step' ? [{ id, done: state === 'done' }] : []))
    const services = rows.flatMap(([what, name, state, pid]) => (what === 'service' ? [{ name, running: state === 'running', ...(pid === undefined ? {} : { pid: Number(pid) }) }] : []))
    process.stdout.write(`${JSON.stringify({ ok: code === 0, steps, services })}\n`)
    return code
  },
}
