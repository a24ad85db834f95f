/** `npm run lab`: the lab's steps from the terminal. Each subcommand is a file of `scripts/lab`. */
import { Command, Option } from 'commander'
import { nearest } from '../src/report/index.ts'
import { runScript } from './cli/index.ts'
import { commands, type LabFlags } from './lab/index.ts'

const collect = (value: string, before: readonly string[]): string[] => [...before, value]

const command = new Command('lab')
  .description('The lab from the terminal: print its scripts, check this machine, run the steps, compare their output, take everything down.')
  .argument('<what>', `one of ${Object.keys(commands).join(', ')}`)
  .option('--set <NAME=value>', 'give a parameter another value (repeatable)', collect, [])
  .option('--step <id>', 'script: only this step')
  .option('--until <id>', 'up: stop after this step')
  .addOption(new Option('--os <system>', 'script: for this system (default: for both)').choices(['linux', 'macos']))
  .option('--no-record', 'verify: do not write what was found to content/lab/verified.json')
  .option('--origin <file>', "verify: what the lab's program is built from, for the record (default: <program>.origin.json, where there is one)")
  .option('--keep', 'verify: leave the lab standing at the end')
  .option('--json', 'print results as JSON on stdout')
  .addHelpText(
    'after',
    `
${Object.entries(commands)
  .map(([name, { help }]) => `  ${name.padEnd(12)} ${help}`)
  .join('\n')}

Exit codes: 0 fine, 1 a problem, 2 wrong use, 130 interrupted. Only the lab's own folder (LAB_DIR) is written to.`,
  )

await runScript(command, async (parsed, context) => {
  const [what = ''] = parsed.args
  const chosen = Object.entries(commands).find(([name]) => name === what)?.[1]
  if (chosen === undefined) {
    const names = Object.keys(commands)
    const meant = nearest(what, names).map((name) => ` Did you mean ${name}?`)
    return parsed.error(`There is no "lab ${what}". There are: ${names.join(', ')}.${meant[0] ?? ''}`)
  }
  return chosen.run(parsed.opts<LabFlags>(), context)
})
