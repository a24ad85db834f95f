/** `npm run dev`: the site while it is being written; problems appear in the page, and pages reload when files change. */
import { once } from 'node:events'
import { Command, InvalidArgumentError } from 'commander'
import { dev } from 'astro'
import { loadConfig, projectRoot } from '../src/config/index.ts'
import type { KnownOptions } from '../src/markdown/options/index.ts'
import { writingHelp } from '../src/site/writing/writing-help.ts'
import type { Book } from '../src/walkthrough/index.ts'
import { printDiagnostics, runScript, sourceOption } from './cli/index.ts'
import { followCode, hearLog, knowOptions, obtainTrees, openBooks, siteConfig, type ObtainedTree } from './site/index.ts'

interface Options {
  source?: string
  offline?: true
  port: number
  host: string
}

const command = new Command('dev')
  .description('Serves the site while you write; changes show at once.')
  .addOption(sourceOption())
  .option('--offline', 'use only what is on this machine')
  .option('--port <number>', 'serve on this port, or the next free one', readPort, 4321)
  .option('--host <address>', 'serve on this address of the machine', '127.0.0.1')

/** Pages about declarations are written by a build, after Astro's; while writing, names lead to the code host instead. */
const PAGES_ABOUT_CODE = false

await runScript(command, async (_, { progress, signal }) => {
  const { source, offline = false, port, host } = command.opts<Options>()
  const config = await loadConfig()
  const trees = await obtainTrees({ config, source, offline, progress, signal })
  for (const { problems } of trees) printDiagnostics(problems.map((problem) => ({ ...problem, severity: 'warning' })))
  const stopHearing = hearLog(({ level, message }) => {
    if (level !== 'debug') process.stderr.write(`${message}\n`)
  })
  progress.stage(`Starting the development server for ${projectRoot}`)
  const books = new Map<string, Book>()
  const options = new Map<string, KnownOptions>()
  const reopen = async (changed: readonly ObtainedTree[]): Promise<void> => {
    for (const { walkthrough, book, problems } of await openBooks(changed, progress, PAGES_ABOUT_CODE)) {
      books.set(walkthrough.id, book)
      printDiagnostics(problems)
    }
  }
  const reconsider = async (changed: readonly ObtainedTree[]): Promise<void> => {
    for (const [id, known] of await knowOptions(changed, progress)) options.set(id, known)
  }
  await reopen(trees)
  await reconsider(trees)
  const site = await siteConfig({ config, books, options, writing: true, report: printDiagnostics })
  const integrations = [...(site.integrations ?? []), followCode({ trees, books, reopen, reconsider, labOf: config.lab?.walkthrough, progress }), writingHelp({ books })]
  const server = await dev({ ...site, integrations, server: { port, host }, force: true })
  if (server.address.port !== port && port !== 0) progress.say(`Port ${port} is taken; this is the next free one.`)
  progress.stage(`Reading at http://${host}:${server.address.port}/  (Ctrl-C ends it)`)
  if (!signal.aborted) await once(signal, 'abort')
  await server.stop()
  stopHearing()
  return 0
})

function readPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return Number(text)
}
