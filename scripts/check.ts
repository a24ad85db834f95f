import { writeFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { projectRoot } from '../src/config/index.ts'
import { formatLock, lockFile } from '../src/walkthrough/index.ts'
import { checkProject } from './check/check-project.ts'
import { jsonOption, printDiagnostics, runScript, sourceOption } from './cli/index.ts'

const command = new Command('check')
  .description('Check every chapter against the source: anchors, symbols, flags, calls, links. Exit 1 on errors.')
  .addOption(sourceOption())
  .addOption(jsonOption())
  .option('--accept', 'record that you have looked: write the lock files from what the chapters are bound to now')
  .option('--walkthrough <id>', 'only this walkthrough')
  .option('--offline', 'use only what is on this machine')

/** Problems that are gone once somebody has looked. */
const WAITING = new Set(['not-accepted', 'code-changed', 'hop-changed', 'hop-not-proven'])

interface Options {
  readonly source?: string
  readonly json?: boolean
  readonly accept?: boolean
  readonly walkthrough?: string
  readonly offline?: boolean
}

await runScript(command, async (parsed, { progress, signal }) => {
  const options = parsed.opts<Options>()
  const { diagnostics, locks, facts } = await checkProject({
    projectRoot,
    env: process.env,
    progress,
    signal,
    source: options.source,
    walkthrough: options.walkthrough,
    offline: options.offline ?? false,
    accept: options.accept,
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const accepting = options.accept === true && errors.length === 0
  if (accepting) {
    for (const [id, lock] of locks) {
      const file = join(projectRoot, lockFile(id))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, formatLock(lock))
      progress.say(`recorded in ${lockFile(id)}`)
    }
    for (const [path, text] of facts) {
      await mkdir(dirname(join(projectRoot, path)), { recursive: true })
      await writeFile(join(projectRoot, path), text)
      progress.say(`recorded in ${path}`)
    }
  }
  const shown = accepting ? diagnostics.filter(({ code }) => !WAITING.has(code)) : diagnostics
  if (options.json) for (const diagnostic of shown) process.stdout.write(`${JSON.stringify(diagnostic)}\n`)
  else printDiagnostics(shown)
  if (options.accept && errors.length > 0) progress.say('nothing recorded: mend the errors first')
  if (shown.length === 0) progress.say('every chapter fits its source')
  return errors.length > 0 ? 1 : 0
})
