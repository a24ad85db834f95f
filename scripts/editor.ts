/** `npm run editor`: help for editors. `files` writes what VS Code reads; `serve` is a language server for any editor. */
import { Command } from 'commander'
import { runScript, sourceOption } from './cli/index.ts'
import { serveLanguage } from './editor/serve-language.ts'
import { writeEditorFiles } from './editor/write-editor-files.ts'

const command = new Command('editor')
  .description('Help for editors: completion and problems while typing, schemas and snippets.')
  .argument('<what>', 'serve: a language server on standard input and output; files: write .vscode/')
  .addOption(sourceOption())
  .option('--offline', 'use only what is on this machine')
  .addHelpText('after', '\nAn editor starts the server itself, without npm: node scripts/run.mjs editor serve')

await runScript(command, async (parsed, context) => {
  const [what] = parsed.args
  if (what === 'serve') return serveLanguage(parsed.opts<{ source?: string; offline?: true }>(), context)
  if (what === 'files') return writeEditorFiles(context)
  return parsed.error(`There is no "editor ${what ?? ''}". There are: serve, files.`)
})
