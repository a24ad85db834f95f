import { Command } from 'commander'
import { loadConfig, projectRoot, type WalkthroughConfig } from '../src/config/index.ts'
import { diskTree, moduleLayout } from '../src/golang/index.ts'
import type { Gap, OptionsOutcome } from '../src/options/index.ts'
import { WaymarkError, type Diagnostic } from '../src/report/index.ts'
import { getSource } from '../src/source/index.ts'
import { defaultCacheRoot } from '../src/source/cache.ts'
import { chooseWalkthrough, jsonOption, printDiagnostics, runScript, sourceOption } from './cli/index.ts'
import { writeLines } from './index/write-lines.ts'
import { optionsTable, type OptionsPart } from './options/options-table.ts'
import { partAsked } from './options/part-asked.ts'
import { evaluateTree } from './site/evaluate-tree.ts'

interface Options {
  readonly source?: string
  readonly json?: boolean
  readonly offline?: boolean
  readonly walkthrough?: string
  readonly defaults?: boolean
  readonly constructor?: string
  readonly packages?: string[]
}

const command = new Command('options')
  .description('Evaluates the options of a server from its syntax: its flags, or their defaults, completion and checks.')
  .addOption(sourceOption())
  .addOption(jsonOption())
  .option('--offline', 'use only what is on this machine already')
  .option('--walkthrough <id>', 'which walkthrough of walkthrough.config.ts (default: the first)')
  .option('--defaults', 'every value after the constructor, and where it was set')
  .option('--complete [symbol]', 'what completion does; with a symbol, the function or method that completes')
  .option('--validate [symbol]', 'what validation demands; with a symbol, the function or method that validates')
  .option('--constructor <symbol>', 'the function that makes the options: options.NewServerRunOptions')
  .option('--flags <symbol>', 'the function or method that declares the flags, or makes a command with them')
  .option('--packages <folders...>', 'package folders of the tree to read, for a tree that no walkthrough is about')
  .addHelpText('after', '\nPrints the flags unless --defaults, --complete or --validate asks for something else.\nWith --complete=symbol and --validate=symbol roots are named; --no-json gives tables.\nThe part of the only root named is printed, or ask once more without a symbol: --complete=app.Complete --validate=app.Judge --validate\n')

const bare = new Set<OptionsPart>()
const symbols = new Map<OptionsPart, string>()
for (const part of ['complete', 'validate', 'flags'] as const) {
  command.on(`option:${part}`, (symbol: string | null) => {
    if (symbol === null) bare.add(part)
    else symbols.set(part, symbol)
  })
}

await runScript(command, async (_, { progress, signal }) => {
  const options = command.opts<Options>()
  const walkthrough = withRoots(chooseWalkthrough((await loadConfig()).walkthroughs, options.walkthrough), options)
  const tree = await getSource(walkthrough, {
    ...(options.source === undefined ? {} : { override: options.source }),
    offline: options.offline === true,
    cacheRoot: defaultCacheRoot(process.env),
    projectRoot,
    env: process.env,
    progress,
    signal,
  })
  progress.stage('Working out the options')
  const outcome = await evaluateTree({ ...walkthrough, aliases: { ...walkthrough.aliases, ...packageNames(tree.root, options.packages ?? []) } }, tree)
  if (outcome === undefined) throw noRoots()
  printDiagnostics(outcome.gaps.map(diagnosticOf))
  const part = partAsked({ defaults: options.defaults === true, bare, symbols })
  await writeLines(options.json === true ? [JSON.stringify(listOf(outcome, part), undefined, 1)] : optionsTable(outcome, part), process.stdout)
  return 0
})

/** Packages given by folder, by the last part of their paths: `pkg/server` is called `server`. */
function packageNames(root: string, folders: readonly string[]): Record<string, string> {
  const layout = moduleLayout(diskTree(root))
  return Object.fromEntries(folders.map((folder) => folder.replace(/\/(\.\.\.)?$/, '')).map((folder) => [folder.split('/').at(-1) ?? folder, layout.importPathOf(layout.canonicalFolder(folder))]))
}

function listOf(outcome: OptionsOutcome, part: OptionsPart): readonly unknown[] {
  return part === 'flags' ? outcome.flags : part === 'defaults' ? outcome.defaults : part === 'complete' ? outcome.completions : outcome.checks
}

/** The walkthrough with the roots of the command line; naming the constructor replaces all of the config's. */
function withRoots(walkthrough: WalkthroughConfig, given: Options): WalkthroughConfig {
  const constructor = typeof given.constructor === 'string' ? given.constructor : undefined
  const roots = {
    ...(constructor === undefined ? walkthrough.options : { constructor }),
    ...Object.fromEntries(symbols),
  }
  const packages = given.packages === undefined ? {} : { packages: given.packages }
  const { constructor: made } = roots
  return { ...walkthrough, ...packages, options: typeof made === 'string' ? { ...roots, constructor: made } : undefined }
}

function diagnosticOf({ code, message, at }: Gap): Diagnostic {
  return { code, severity: 'warning', message, ...(at === null ? {} : { file: at.file, line: at.line, column: at.column }) }
}

function noRoots(): WaymarkError {
  return new WaymarkError({
    code: 'options-roots-missing',
    severity: 'error',
    message: 'it is not said where the options are made',
    fix: 'Name the function with --constructor, or in walkthrough.config.ts under options.',
  })
}
