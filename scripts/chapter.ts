/** `npm run chapter`: begins a chapter, and says where notes can stand. Each subcommand is a file of `scripts/chapter`. */
import { Command } from 'commander'
import { loadConfig } from '../src/config/index.ts'
import { nearest } from '../src/report/index.ts'
import { commands, titleOption, type ChapterFlags } from './chapter/index.ts'
import { jsonOption, runScript, sourceOption } from './cli/index.ts'

const { languages } = await loadConfig()
const [first, ...others] = languages

const command = new Command('chapter')
  .description('Begin a chapter in every language, or see where notes can stand.')
  .argument('<what>', `one of ${Object.keys(commands).join(', ')}`)
  .argument('[name]', 'new: the chapter’s name in addresses, such as run; note: a symbol, such as app.Complete')
  .option('--symbols <a,b,c>', 'new: the declarations the chapter walks through, in order')
  .option('--title <text>', `new: its title in ${first?.label ?? 'the first language'}`)
for (const { tag, label } of others) command.option(`--${titleOption(tag)} <text>`, `new: its title in ${label} (default: the other title)`)
command
  .option('--walkthrough <id>', 'which walkthrough of walkthrough.config.ts (default: the first)')
  .addOption(sourceOption())
  .addOption(jsonOption())
  .option('--offline', 'use only what is on this machine')
  .addHelpText(
    'after',
    `
${Object.entries(commands)
  .map(([name, { help }]) => `  ${name.padEnd(6)} ${help}`)
  .join('\n')}

On a terminal, new asks for what is left out. It never overwrites a file.`,
  )

await runScript(command, async (parsed, context) => {
  const [what = '', name] = parsed.args
  const chosen = Object.entries(commands).find(([one]) => one === what)?.[1]
  if (chosen !== undefined) return chosen.run(parsed, { name, flags: parsed.opts<ChapterFlags>() }, context)
  const names = Object.keys(commands)
  const meant = nearest(what, names).map((one) => ` Did you mean ${one}?`)
  return parsed.error(`There is no "chapter ${what}". There are: ${names.join(', ')}.${meant[0] ?? ''}`)
})
