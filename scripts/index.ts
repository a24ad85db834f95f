import { Command } from 'commander'
import { loadConfig, projectRoot, type WalkthroughConfig } from '../src/config/index.ts'
import { openIndex, resolveSymbol, type Aliases, type GoIndex } from '../src/golang/index.ts'
import { openResolver, printReferences } from '../src/golang/resolve/index.ts'
import { WaymarkError } from '../src/report/index.ts'
import { resolverNeeds } from '../src/golang/needs/index.ts'
import { defaultCacheRoot, getSource } from '../src/source/index.ts'
import { chooseWalkthrough, jsonOption, printDiagnostics, runScript, sourceOption, type ScriptContext } from './cli/index.ts'
import { goFile } from './index/go-file.ts'
import { goLibrary } from './index/go-library.ts'
import { declarationLine, printSymbol } from './index/print-symbol.ts'
import { writeLines } from './index/write-lines.ts'

interface Options {
  readonly source?: string
  readonly json?: boolean
  readonly offline?: boolean
  readonly walkthrough?: string
  readonly whole?: boolean
  readonly vendor?: boolean
  readonly tests?: boolean
  readonly symbol?: string
  readonly references?: string
}

const command = new Command('index')
  .description('Reads the Go source and says what it declares.')
  .addOption(sourceOption())
  .addOption(jsonOption())
  .option('--offline', 'use only what is on this machine already')
  .option('--walkthrough <id>', 'which walkthrough of walkthrough.config.ts (default: the first)')
  .option('--symbol <name>', 'tell about one symbol, full or short: app.Complete')
  .option('--references <file>', 'what every identifier of a file of the tree means')
  .option('--whole', 'read every package of the tree, not only the configured ones')
  .option('--vendor', 'with --whole: vendored packages too')
  .option('--tests', 'declarations of _test.go files too')

await runScript(command, async (_, context) => {
  const options = command.opts<Options>()
  const walkthrough = chooseWalkthrough((await loadConfig()).walkthroughs, options.walkthrough)
  const index = await indexOf(walkthrough, options, context)
  if (options.symbol !== undefined) return tellSymbol(index, walkthrough.aliases, options.symbol, options.json === true)
  if (options.references !== undefined) return tellReferences(index, options.references, options.json === true)
  printDiagnostics(index.diagnostics)
  const tests = options.tests === true
  await writeLines(options.json === true ? jsonLines(index, tests) : summary(index, tests), process.stdout)
  return 0
})

async function indexOf(walkthrough: WalkthroughConfig, options: Options, { progress, signal }: ScriptContext): Promise<GoIndex> {
  const env = process.env
  const cacheRoot = defaultCacheRoot(env)
  const tree = await getSource(walkthrough, {
    ...(options.source === undefined ? {} : { override: options.source }),
    offline: options.offline === true,
    cacheRoot,
    projectRoot,
    env,
    progress,
    signal,
    needs: resolverNeeds,
  })
  const whole = options.whole === true
  return openIndex(tree, {
    packages: whole ? ['...'] : walkthrough.packages,
    mode: whole ? 'declarations' : 'whole',
    everything: whole,
    vendor: whole && options.vendor === true,
    cacheRoot,
    progress,
  })
}

async function tellSymbol(index: GoIndex, aliases: Aliases, symbol: string, json: boolean): Promise<number> {
  const result = resolveSymbol(index, aliases, symbol)
  if (result.kind === 'found') {
    await writeLines(json ? [declarationLine(result.declaration)] : printSymbol(index, aliases, result.declaration), process.stdout)
    return 0
  }
  const ambiguous = result.kind === 'ambiguous'
  throw new WaymarkError({
    code: ambiguous ? 'symbol-ambiguous' : 'symbol-missing',
    severity: 'error',
    message: ambiguous ? `${symbol} can mean several declarations` : `nothing here is called ${symbol}`,
    candidates: ambiguous ? result.candidates : result.nearest,
    fix: ambiguous
      ? 'Write one of these in full.'
      : 'Write one of these, or a full symbol; --whole looks beyond the configured packages.',
  })
}

async function tellReferences(index: GoIndex, path: string, json: boolean): Promise<number> {
  const file = goFile(index, path)
  const resolver = openResolver(index, { library: await goLibrary(process.env) })
  const references = await resolver.references(file)
  printDiagnostics(resolver.diagnostics)
  await writeLines(printReferences(references, json), process.stdout)
  return 0
}

function* jsonLines(index: GoIndex, tests: boolean): Generator<string> {
  for (const declaration of index.declarations({ tests })) yield declarationLine(declaration)
}

function* summary(index: GoIndex, tests: boolean): Generator<string> {
  const kinds = new Map<string, number>()
  let total = 0
  for (const { kind } of index.declarations({ tests })) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    total++
  }
  yield `${total} declarations in ${index.files.size} files of ${index.packages().length} packages`
  for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1])) yield `${String(count).padStart(8)} ${kind}`
}
