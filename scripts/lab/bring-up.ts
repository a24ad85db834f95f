import type { ScriptContext } from '../cli/index.ts'
import type { LabCommand, LabFlags } from './lab-command.ts'
import { openLab, stepOf, type OpenLab } from './open-lab.ts'
import { runLabScript, type ScriptRun } from './run-lab-script.ts'

/** Runs a script and tells each step on stderr as it begins, and every line as it comes. */
export async function runAloud(open: OpenLab, args: readonly string[], { progress, signal }: ScriptContext): Promise<ScriptRun> {
  const steps = open.lab.steps.filter(({ down }) => !down)
  return runLabScript(open, args, {
    signal,
    line: (text) => {
      // Programs that count on one line, as git does, end it with what counts.
      const last = text.slice(text.trimEnd().lastIndexOf('\r') + 1).trimEnd()
      if (last !== '') progress.say(last)
    },
    mark: ([what, id]) => {
      const at = steps.findIndex((step) => step.id === id)
      if (what === 'step') progress.stage(`${at + 1}/${steps.length} ${steps[at]?.title ?? ''}`)
    },
  })
}

/** `lab -- up`: every step that is not done yet. */
export const bringUp: LabCommand = {
  help: 'run the steps, with --until only up to one; goes on where it stopped; Ctrl-C stops what it started',
  async run(flags, context) {
    const open = await openLab(flags.set)
    const last = flags.until === undefined ? [] : [stepOf(open.lab, flags.until).id]
    return finish(flags, await runAloud(open, ['up', ...last], context))
  },
}

/** `lab -- stop`: the services end, everything else stays. */
export const stopServices: LabCommand = {
  help: 'stop the services, keep what the steps made',
  async run(flags, context) {
    return finish(flags, await runAloud(await openLab(flags.set), ['stop'], context))
  },
}

/** `lab -- down`: the services end and every step is undone. */
export const takeDown: LabCommand = {
  help: 'stop the services and remove what the steps made, nothing else',
  async run(flags, context) {
    return finish(flags, await runAloud(await openLab(flags.set), ['down'], context))
  },
}

function finish(flags: LabFlags, { code }: ScriptRun): number {
  if (flags.json) process.stdout.write(`${JSON.stringify({ ok: code === 0, code })}\n`)
  return code
}
