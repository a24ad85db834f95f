import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { changedIn, compareOutputs, componentsOf, readTranscript, type ComparedOutput, type Verified } from '../../src/lab/index.ts'
import { WaymarkError, type Diagnostic } from '../../src/report/index.ts'
import type { ScriptContext } from '../cli/index.ts'
import { runAloud } from './bring-up.ts'
import type { OpenLab } from './open-lab.ts'
import { thisPlatform } from './this-platform.ts'
import { toolVersions } from './tool-versions.ts'

/** What a full run came to. */
export interface LabRun {
  /** 0 when every output was as the pages say and nothing was left; 130 when it was interrupted. */
  readonly code: number
  readonly problems: readonly Diagnostic[]
  /** What there is to record; undefined where a step failed. */
  readonly found: Omit<Verified, 'origins'> | undefined
}

/**
 * Runs every step in an empty folder, takes the lab down again unless it is to be kept, and compares outputs. Whatever happens, an
 * interruption included, no service is left running but those of a lab that is kept.
 *
 * @throws WaymarkError where the folder holds something already, or the last step fails.
 */
export async function verifyLab(open: OpenLab, { keep }: { readonly keep: boolean }, context: ScriptContext): Promise<LabRun> {
  const folder = labFolder(open)
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw notEmpty(folder)
  let whole = false
  try {
    const up = await runAloud(open, ['up'], context)
    if (up.code !== 0) return { code: up.code, problems: [], found: undefined }
    const versions = await toolVersions(open, context.signal)
    const text = up.text + (keep ? '' : await cleanUp(open, context, up.sign))
    if (context.signal.aborted) return { code: 130, problems: [], found: undefined }
    whole = true
    const left = !keep && existsSync(folder) ? await readdir(folder) : []
    const transcript = readTranscript(text, up.sign)
    const compared = compareOutputs(open.lab, { transcript, values: open.values, platform: thisPlatform(), versions, home: homedir() })
    const problems = [...compared.flatMap(asProblem), ...(left.length > 0 ? [leftOver(folder, left)] : [])]
    return { code: problems.length === 0 ? 0 : 1, problems, found: { date: new Date().toISOString().slice(0, 10), platform: `${thisPlatform()} ${process.arch}`, versions, steps: stepsOf() } }

    function stepsOf(): Verified['steps'] {
      return open.lab.steps
        .filter(({ down }) => !keep || !down)
        .map((step) => ({
          id: step.id,
          outcome: transcript.skipped.has(step.id) ? 'skipped' : 'passed',
          outputs: compared.filter((one) => one.step.id === step.id).length,
          components: componentsOf(step, open.lab),
          changed: changedIn(step, open.lab, open.values),
        }))
    }
  } finally {
    // A signal of its own: the one that was given may be what ended this.
    if (!whole) await runAloud(open, ['stop'], { ...context, signal: new AbortController().signal })
  }
}

/** What a reader does at the end: the servers stop, the last step runs. Then whatever it forgot is undone as well. Ends early when interrupted. */
async function cleanUp(open: OpenLab, context: ScriptContext, sign: string): Promise<string> {
  let text = ''
  await runAloud(open, ['stop'], context)
  for (const { id } of open.lab.steps.filter(({ down }) => down)) {
    const run = await runAloud(open, ['run', id], context)
    if (context.signal.aborted) return text
    if (run.code !== 0) throw new WaymarkError({ code: 'lab-step-failed', severity: 'error', message: `The step "${id}" failed.`, fix: 'What it printed is above.' })
    text += run.text.replaceAll(run.sign, sign)
  }
  await runAloud(open, ['down'], context)
  return text
}

/** The lab's folder on this machine. */
function labFolder({ values }: OpenLab): string {
  return (values['LAB_DIR'] ?? '').replace(/^(?:\$HOME|~)(?=\/)/, () => homedir())
}

function asProblem({ step, line, mismatch }: ComparedOutput): Diagnostic[] {
  if (mismatch === undefined) return []
  return [
    {
      code: 'output-differs',
      severity: 'error',
      message: `The step "${step.id}" printed something else than its page says.`,
      file: step.file,
      line: line + mismatch.line,
      column: 1,
      expected: mismatch.expected,
      found: mismatch.found,
      fix: 'Correct the output in the chapter, or put … for what varies in a line, ⋯ for lines that vary.',
    },
  ]
}

const notEmpty = (folder: string): WaymarkError =>
  new WaymarkError({
    code: 'lab-folder-used',
    severity: 'error',
    message: 'To verify the lab is to begin with nothing, and its folder holds something.',
    found: folder,
    fix: 'Take the lab down with `npm run lab -- down`, or choose another folder with --set LAB_DIR=…',
  })

const leftOver = (folder: string, left: readonly string[]): Diagnostic => ({
  code: 'lab-left-over',
  severity: 'error',
  message: 'Something of the lab is left after everything was undone.',
  expected: `no ${folder}`,
  found: left.join(', '),
  fix: 'Let the step that makes it remove it, in its `undo` fence.',
})
