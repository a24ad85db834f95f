import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { projectRoot } from '../../src/config/index.ts'
import { compareOutputs, componentsOf, readTranscript, VERIFIED_FILE, type ComparedOutput, type Verified } from '../../src/lab/index.ts'
import { WaymarkError, type Diagnostic } from '../../src/report/index.ts'
import { printDiagnostics, type ScriptContext } from '../cli/index.ts'
import { runAloud } from './bring-up.ts'
import type { LabCommand } from './lab-command.ts'
import { openLab, type OpenLab } from './open-lab.ts'
import { readOrigins } from './read-origins.ts'
import { thisPlatform } from './this-platform.ts'
import { toolVersions } from './tool-versions.ts'

/** `lab -- verify`: from nothing through every step and back to nothing, each output compared. */
export const verify: LabCommand = {
  help: 'run every step in order in an empty folder, compare outputs, clean up, record what was verified',
  async run({ set, record, keep, json }, context) {
    const open = await openLab(set)
    const folder = labFolder(open)
    if (existsSync(folder) && (await readdir(folder)).length > 0) throw notEmpty(folder)
    const up = await runAloud(open, ['up'], context)
    if (up.code !== 0) {
      await runAloud(open, ['stop'], { ...context, signal: new AbortController().signal })
      if (json) process.stdout.write(`${JSON.stringify({ ok: false, code: up.code, problems: [] })}\n`)
      return up.code
    }
    const versions = await toolVersions(open, context.signal)
    let text = up.text
    const left: string[] = []
    if (keep !== true) {
      text += await cleanUp(open, context, up.sign)
      if (existsSync(folder)) left.push(...(await readdir(folder)))
    }
    const transcript = readTranscript(text, up.sign)
    const compared = compareOutputs(open.lab, { transcript, values: open.values, platform: thisPlatform(), versions, home: homedir() })
    const problems = [...compared.flatMap(asProblem), ...(left.length > 0 ? [leftOver(folder, left)] : [])]
    printDiagnostics(problems)
    const steps = open.lab.steps.filter(({ down }) => keep !== true || !down)
    const found: Verified = {
      date: new Date().toISOString().slice(0, 10),
      platform: `${thisPlatform()} ${process.arch}`,
      versions,
      origins: await readOrigins(open),
      steps: steps.map((step) => ({
        id: step.id,
        outcome: transcript.skipped.has(step.id) ? 'skipped' : 'passed',
        outputs: compared.filter((one) => one.step.id === step.id).length,
        components: componentsOf(step, open.lab),
      })),
    }
    if (problems.length === 0) {
      context.progress.say(`${found.steps.length} steps, ${compared.length} outputs, all as the pages say`)
      if (record) await writeRecord(found)
    }
    if (json) process.stdout.write(`${JSON.stringify({ ok: problems.length === 0, ...found, problems })}\n`)
    return problems.length === 0 ? 0 : 1
  },
}

/** What a reader does at the end: the servers stop, the last step runs. Then whatever it forgot is undone as well. */
async function cleanUp(open: OpenLab, context: ScriptContext, sign: string): Promise<string> {
  let text = ''
  await runAloud(open, ['stop'], context)
  for (const { id } of open.lab.steps.filter(({ down }) => down)) {
    const run = await runAloud(open, ['run', id], context)
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

async function writeRecord(found: Verified): Promise<void> {
  const file = join(projectRoot, VERIFIED_FILE)
  await mkdir(dirname(file), { recursive: true })
  await writeFileAtomic(file, `${JSON.stringify(found, undefined, 2)}\n`)
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
