/** `npm run dev`: the site while it is being written; problems appear in the page, and pages reload when files change. */
import { isDeepStrictEqual } from 'node:util'
import { Command, InvalidArgumentError } from 'commander'
import { loadConfig, projectRoot, type WaymarkConfig } from '../src/config/index.ts'
import { WaymarkError } from '../src/report/index.ts'
import { printDiagnostics, runScript, sourceOption } from './cli/index.ts'
import { hearLog, prepareWriting, readConfigAnew } from './site/index.ts'

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

type Serve = Awaited<ReturnType<typeof prepareWriting>>

await runScript(command, async (_, { progress, signal }) => {
  const { source, offline = false, port, host } = command.opts<Options>()
  const stopHearing = hearLog(({ level, message }) => {
    if (level !== 'debug') process.stderr.write(`${message}\n`)
  })
  let present = await loadConfig()
  let hearNext: (serve: Serve | undefined) => void = () => undefined
  const prepare = (config: WaymarkConfig): Promise<Serve> => prepareWriting({ config, source, offline, host, reconfigure, report: printDiagnostics, progress, signal })
  const reconfigure = async (): Promise<void> => {
    const reading = await readConfigAnew()
    if (reading.kind === 'failed') printDiagnostics(reading.diagnostics)
    if (reading.kind === 'failed' || isDeepStrictEqual(reading.config, present)) return
    progress.say('The configuration says something else now: the site starts again with it.')
    try {
      hearNext(await prepare(reading.config))
      present = reading.config
    } catch (error) {
      if (!(error instanceof WaymarkError)) throw error
      printDiagnostics(error.diagnostics)
    }
  }
  let wanted = port
  for (let serve: Serve | undefined = await prepare(present); serve !== undefined && !signal.aborted; ) {
    const next = new Promise<Serve | undefined>((resolve) => {
      hearNext = resolve
      signal.addEventListener('abort', () => resolve(undefined), { once: true })
    })
    progress.stage(`Starting the development server for ${projectRoot}`)
    const server = await serve(wanted)
    if (server.port !== wanted && wanted !== 0) progress.say(`Port ${wanted} is taken; this is the next free one.`)
    progress.stage(`Reading at http://${host}:${server.port}/  (Ctrl-C ends it)`)
    wanted = server.port
    serve = await next
    await server.stop()
  }
  stopHearing()
  return 0
})

function readPort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return Number(text)
}
