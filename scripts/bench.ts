/** `npm run bench`: how fast and how light, as ratios measured in one run, against what is aimed at. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { benchBuild } from './bench/build-bench.ts'
import { benchClone } from './bench/clone-bench.ts'
import { benchIndex } from './bench/index-bench.ts'
import { benchOptions } from './bench/options-bench.ts'
import { benchReferences } from './bench/references-bench.ts'
import { formatMeasurement, isWithinAim, type Measurement } from './bench/measurement.ts'
import { jsonOption, runScript } from './cli/index.ts'
import { loadConfig, projectRoot, type WalkthroughConfig } from '../src/config/index.ts'
import { silentProgress, WaymarkError } from '../src/report/index.ts'
import { findSource } from '../src/source/index.ts'

interface Options {
  tree?: string
  only?: string
  json?: true
  strict?: true
  quick?: true
}

/** What can be measured, by name; each on a tree of Go source. */
const BENCHES: Record<string, (tree: string, walkthrough: WalkthroughConfig, effort: { quick: boolean }) => Promise<readonly Measurement[]>> = {
  index: benchIndex,
  references: benchReferences,
  options: benchOptions,
  clone: benchClone,
  build: (tree) => benchBuild(tree),
}

const command = new Command('bench')
  .description('Measures and compares; the numbers of one machine at one time.')
  .option('--tree <folder>', 'the source tree to measure on (default: the one npm run source keeps)')
  .option('--only <name>', `measure only this: ${Object.keys(BENCHES).join(', ')}`, readName)
  .option('--quick', 'measure the index once instead of several times: rougher, in half a minute')
  .option('--strict', 'exit 1 when something is over its aim')
  .addOption(jsonOption())

await runScript(command, async (_, { progress }) => {
  const { tree, only, json, strict, quick = false } = command.opts<Options>()
  const { walkthroughs } = await loadConfig()
  const walkthrough = walkthroughs.find(({ source }) => 'repository' in source)
  if (walkthrough === undefined) throw new TypeError('no walkthrough has a repository')
  const root = tree === undefined ? await keptTree(walkthrough) : resolve(process.env.INIT_CWD ?? process.cwd(), tree)
  if (!existsSync(root)) throw new WaymarkError({ code: 'tree-missing', severity: 'error', message: `there is no folder ${root}`, fix: 'Name a source tree with --tree.' })
  let over = 0
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (only !== undefined && only !== name) continue
    progress.stage(`Measuring: ${name}`)
    for (const measurement of await bench(root, walkthrough, { quick })) {
      if (!isWithinAim(measurement)) over += 1
      process.stdout.write(`${json ? JSON.stringify({ name, ...measurement, ok: isWithinAim(measurement) }) : formatMeasurement(measurement)}\n`)
    }
  }
  return strict && over > 0 ? 1 : 0
})

async function keptTree(walkthrough: WalkthroughConfig): Promise<string> {
  const tree = await findSource(walkthrough, { projectRoot, env: process.env, progress: silentProgress })
  if (tree !== undefined) return tree.root
  throw new WaymarkError({ code: 'tree-missing', severity: 'error', message: 'there is no source tree to measure on', fix: 'Run `npm run source` first, or name a tree with --tree.' })
}

function readName(name: string): string {
  if (name in BENCHES) return name
  throw new InvalidArgumentError(`There is ${Object.keys(BENCHES).join(', ')}.`)
}
