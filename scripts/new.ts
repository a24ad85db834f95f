import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import { projectRoot } from '../src/config/index.ts'
import { runScript } from './cli/index.ts'
import { makeProject } from './new/make-project.ts'

interface Options {
  readonly repo?: string
  readonly tag?: string
  readonly entry?: string
  readonly dir?: string
}

const command = new Command('new')
  .description('Make a walkthrough project of any Go repository: config, a first chapter along the calls from an entry, ready for npm start.')
  .option('--repo <url|folder>', 'git URL, folder of a git repository, or any folder of Go code')
  .option('--tag <tag>', 'the tag to walk through; of a folder without git, the name of its version')
  .option('--entry <package.function>', 'where the walk begins: cmd/serve.main, net/http.Server.Serve, …')
  .option('--dir <folder>', 'an empty folder for the project (default: beside this one, named after the repository)')
  .addHelpText(
    'after',
    `
The package of an entry is an import path, a folder of the repository, or the name of a package that only one has. Any
function or method will do. The project holds Waymark itself, so it goes on without this folder.`,
  )

await runScript(command, async (parsed, { progress, signal }) => {
  const { repo, tag, entry, dir } = parsed.opts<Options>()
  if (!repo || !tag || !entry) return parsed.error('a project needs all of --repo, --tag and --entry')
  // npm runs scripts in the project's folder, and tells where the person stood.
  const base = process.env['INIT_CWD'] ?? process.cwd()
  const { folder, stops, chapters } = await makeProject({
    repo, tag, entry, base, progress, signal,
    folder: dir === undefined ? undefined : resolve(base, dir),
    waymark: projectRoot,
    env: process.env,
  })
  const place = relative(base, folder)
  process.stdout.write(`${stops.join(' → ')}\n${chapters.join('\n')}\n\nNext:\n  cd ${shown(place === '' ? '.' : place)}\n  npm ci\n  npm start\n`)
  return 0
})

/** A path as a shell takes it. */
function shown(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}
