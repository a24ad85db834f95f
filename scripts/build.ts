/** `npm run build`: the site as a folder of files. Refuses chapters that don't fit the code, unless told otherwise. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { loadConfig, projectRoot } from '../src/config/index.ts'
import { WaymarkError } from '../src/report/index.ts'
import { printDiagnostics, runScript, sourceOption } from './cli/index.ts'
import { goLibrary } from './index/go-library.ts'
import { checkPages } from './check/check-pages.ts'
import { buildSite, inputsKey, keepKey, knowOptions, obtainTrees, openBooks } from './site/index.ts'

interface Options {
  source?: string
  allowDrift?: true
  offline?: true
  out: string
  base?: string
  codePages: boolean
  goLibrary?: string | true
}

const command = new Command('build')
  .description('Builds the site into a folder.')
  .addOption(sourceOption())
  .option('--allow-drift', 'build chapters that no longer fit the code, with a visible notice at each place')
  .option('--offline', 'use only what is on this machine; without the source, what the lock file says')
  .option('--out <folder>', 'where the site goes; what stands there is replaced when the build is whole', 'dist')
  .option('--no-code-pages', 'leave out the pages about declarations; names in code lead to the code host instead')
  .option('--go-library [folder]', 'read Go’s own library too (GOROOT/src; by default that of the go on this machine): its names get cards, and more names lead on')
  .option('--base <path>', 'the path the site will be published under, such as /docs/')

await runScript(command, async (_, { progress, signal }) => {
  const { source, offline = false, allowDrift = false, out, base, codePages, goLibrary: asked } = command.opts<Options>()
  const library = asked === undefined ? undefined : await namedLibrary(asked)
  const config = await loadConfig()
  const trees = await obtainTrees({ config, source, offline, progress, signal })
  const problems = trees.flatMap((obtained) => obtained.problems)
  if (problems.length > 0) throw new WaymarkError(problems)
  const outFolder = resolve(process.env.INIT_CWD ?? process.cwd(), out)
  const isDefault = outFolder === resolve(projectRoot, 'dist')
  if (isDefault) await keepKey(undefined)
  const opened = await openBooks(trees, progress, codePages, library)
  const unread = opened.flatMap((book) => book.problems)
  if (unread.length > 0) throw new WaymarkError(unread)
  const books = new Map(opened.map(({ walkthrough, book }) => [walkthrough.id, book]))
  const options = await knowOptions(trees, progress)
  if (!allowDrift) await refuseMisfits({ config, books, options, projectRoot })
  const { pages, diagnostics } = await buildSite({ config, books, options, allowDrift, outFolder, base, progress, signal })
  printDiagnostics(diagnostics)
  // `npm start` shows what a plain build would make.
  if (isDefault && codePages && library === undefined) await keepKey(await inputsKey(projectRoot, trees, base, allowDrift))
  progress.say(`${pages} pages in ${outFolder}`)
  return 0
})

/** Everything `check` finds, before minutes go into pages: also what no page shows, such as a hop that is no call. */
async function refuseMisfits(project: Parameters<typeof checkPages>[0]): Promise<void> {
  const errors = (await checkPages(project)).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new WaymarkError(errors)
}

/** `GOROOT/src`: the folder as given, or that of this machine's own Go. */
async function namedLibrary(asked: string | true): Promise<string> {
  const folder = asked === true ? await goLibrary(process.env) : resolve(process.env.INIT_CWD ?? process.cwd(), asked)
  if (folder !== undefined && existsSync(resolve(folder, 'fmt'))) return folder
  throw new WaymarkError({
    code: 'go-library-missing',
    severity: 'error',
    message: 'Go’s own library is not there.',
    expected: 'a folder such as /usr/lib/go/src, with a folder for each package',
    found: folder ?? 'no go on the PATH, and no GOROOT',
    fix: 'Name the folder, or leave --go-library out: its names then lead to pkg.go.dev without a card.',
  })
}
