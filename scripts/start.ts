/** `npm start`: from nothing to the site in a browser. Says what it does, never refuses a reader, stays up until Ctrl-C. */
import { once } from 'node:events'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import open from 'open'
import pc from 'picocolors'
import { loadConfig, projectRoot, type WaymarkConfig } from '../src/config/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../src/report/index.ts'
import { printDiagnostics, runScript, sourceOption } from './cli/index.ts'
import { labProxy, proxyTargets, type LabProxyTargets } from './lab/proxy/index.ts'
import { readSettings } from '../src/lab/index.ts'
import { buildSite, inputsKey, keepKey, keptKey, knowOptions, listen, obtainTrees, openBooks, siteHandler, type ObtainedTree } from './site/index.ts'

interface Options {
  source?: string
  offline?: true
  port?: number
  host: string
  open: boolean
  labProxy?: true | number
  labEtcd?: string
}

const DEFAULT_PORT = 4321
const outFolder = resolve(projectRoot, 'dist')

const command = new Command('start')
  .description('Gets the source, builds the site and serves it to this machine until Ctrl-C.')
  .addOption(sourceOption())
  .option('--offline', 'use only what is on this machine')
  .option('--port <number>', `serve on this port (default: ${DEFAULT_PORT}, or the next free one)`, readPort)
  .option('--host <address>', 'serve on this address of the machine', '127.0.0.1')
  .option('--no-open', 'leave the browser alone')
  .option('--lab-proxy [port]', 'let the lab’s pages read your lab: the API through kubectl proxy on this port, and etcd', readPort)
  .option('--lab-etcd <url>', 'where etcd answers, with --lab-proxy (default: the lab’s ETCD_URL)')

await runScript(command, async (_, { progress, signal }) => {
  const options = command.opts<Options>()
  const config = await loadConfig()
  const { source, offline = false } = options
  const labTargets = options.labProxy === undefined ? undefined : readTargets(config, options)
  const trees = await obtainTrees({ config, source, offline, progress, signal })
  for (const tree of trees) tellMissing(tree, progress)
  const key = await inputsKey(projectRoot, trees, undefined, true)
  if ((await keptKey(outFolder)) === key) {
    progress.say('Nothing has changed since the last build.')
  } else {
    await keepKey(undefined)
    const opened = await openBooks(trees, progress)
    for (const { problems } of opened) warn(problems)
    const books = new Map(opened.map(({ walkthrough, book }) => [walkthrough.id, book]))
    const known = await knowOptions(trees, progress)
    const { diagnostics } = await buildSite({ config, books, options: known, allowDrift: true, outFolder, progress, signal })
    const misfits = diagnostics.filter(({ severity }) => severity === 'error').length
    if (misfits > 0) progress.say(`${misfits} places do not fit this version of the code; the pages say where. \`npm run check\` lists them.`)
    await keepKey(key)
  }
  const port = options.port ?? DEFAULT_PORT
  const server = await listen(labTargets === undefined ? siteHandler(outFolder) : labProxy(labTargets, siteHandler(outFolder)), { host: options.host, port, alternatives: options.port === undefined ? 50 : 0 })
  if (options.port === undefined && server.port !== port) progress.say(`Port ${port} is taken; this is the next free one.`)
  if (labTargets !== undefined) progress.say(`The lab’s pages may read ${labTargets.api.href} and ${labTargets.etcd.href}, and nothing else.`)
  progress.stage(`Reading at ${pc.bold(pc.cyan(server.url))}  (Ctrl-C ends it)`)
  if (options.open && process.stdout.isTTY && !process.env.CI) await openBrowser(server.url, progress)
  if (!signal.aborted) await once(signal, 'abort')
  await server.close()
  return 0
})

/** Says why a walkthrough goes without its source, and what it has all the same. */
function tellMissing({ walkthrough, tree, problems }: ObtainedTree, progress: Progress): void {
  if (tree !== undefined) return
  warn(problems)
  progress.say(
    `“${walkthrough.title.en}” is built without its source: places, links, notes and diagrams are there, the text of the code is not. ` +
      'Run `npm start` again with a network, or with --source <folder|url>.',
  )
}

/** A reader is never refused: what would be an error elsewhere is told, and the way goes on. */
function warn(problems: readonly Diagnostic[]): void {
  printDiagnostics(problems.map((problem) => ({ ...problem, severity: 'warning' })))
}

/** Where the lab answers; refused before anything is built when it is not on this machine, or the site would not be. */
function readTargets({ lab }: WaymarkConfig, { labProxy: port, labEtcd, host }: Options): LabProxyTargets {
  if (lab === undefined) throw new WaymarkError({ code: 'lab-missing', severity: 'error', message: 'This project has no lab.', fix: 'Leave --lab-proxy out.' })
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw new WaymarkError({ code: 'lab-proxy-host', severity: 'error', message: `With --lab-proxy the site is served to this machine alone, not on ${host}.`, found: `--host ${host}`, fix: 'Leave out one of the two.' })
  }
  const settings = [...(typeof port === 'number' ? [`PROXY_PORT=${port}`] : []), ...(labEtcd === undefined ? [] : [`ETCD_URL=${labEtcd}`])]
  const { values, diagnostics } = readSettings(lab, settings)
  if (diagnostics.length > 0) throw new WaymarkError(diagnostics)
  return proxyTargets(lab, values)
}

async function openBrowser(url: string, progress: Progress): Promise<void> {
  try {
    const browser = await open(url)
    browser.on('error', () => progress.say('No browser could be opened; the address above works in any.'))
  } catch {
    progress.say('No browser could be opened; the address above works in any.')
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes any free one.')
  return port
}
