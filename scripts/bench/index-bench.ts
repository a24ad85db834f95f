import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import type { IndexOptions } from '../../src/golang/index.ts'
import type { Measurement } from './measurement.ts'

const execute = promisify(execFile)
const RUN = fileURLToPath(new URL('./index-run.ts', import.meta.url))
const ROUNDS = 5

interface Run {
  readonly seconds: number
  readonly files: number
  readonly megabytes: number
  /** Wall time of the process, start-up included. */
  readonly wall: number
}

/**
 * Time of the index against its floor (reading and parsing the same files with tree-sitter and nothing else) for the
 * walkthrough's packages; of a whole tree against `ctags -R` where that is installed; its memory; and of an unchanged tree.
 *
 * Every run is a process of its own. What is compared runs in turns; the best of each counts, which other work on the
 * machine disturbs least.
 */
export async function benchIndex(tree: string, { packages }: WalkthroughConfig): Promise<Measurement[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-index-bench-'))
  try {
    return [...(await configured(tree, packages, scratch)), ...(await whole(tree, scratch))]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function configured(tree: string, packages: readonly string[], scratch: string): Promise<Measurement[]> {
  const floors: Run[] = []
  const indexes: Run[] = []
  for (let round = 0; round < ROUNDS; round++) {
    floors.push(await run('floor', tree, { packages }))
    indexes.push(await run('index', tree, { packages, cacheRoot: join(scratch, `configured-${round}`) }))
  }
  const again = await best(ROUNDS, () => run('index', tree, { packages, cacheRoot: join(scratch, 'configured-0') }))
  const floor = fastest(floors)
  const index = fastest(indexes)
  return [
    {
      what: 'index of the packages, of its floor',
      value: index.seconds / floor.seconds,
      unit: '×',
      aim: 1.3,
      detail: `${index.seconds.toFixed(2)} s against ${floor.seconds.toFixed(2)} s for ${index.files} files`,
    },
    { what: 'packages unchanged', value: again.wall, unit: 's', aim: 0.3, detail: 'the whole process, start-up included' },
  ]
}

async function whole(tree: string, scratch: string): Promise<Measurement[]> {
  const options: IndexOptions = { packages: ['...'], mode: 'declarations', everything: true }
  const indexes: Run[] = []
  const tagged: number[] = []
  for (let round = 0; round < 3; round++) {
    indexes.push(await run('index', tree, { ...options, cacheRoot: join(scratch, `whole-${round}`) }))
    const seconds = await ctags(tree, join(scratch, 'tags'))
    if (seconds !== undefined) tagged.push(seconds)
  }
  const again = await best(ROUNDS, () => run('index', tree, { ...options, cacheRoot: join(scratch, 'whole-0') }))
  const index = fastest(indexes)
  const peak = Math.max(...indexes.map(({ megabytes }) => megabytes))
  const measurements: Measurement[] = [
    { what: 'whole tree, memory', value: peak, unit: 'MB', aim: 700, detail: `${index.files} files` },
    { what: 'whole tree unchanged', value: again.wall, unit: 's', aim: 0.3, detail: 'the whole process, start-up included' },
  ]
  if (tagged.length === 0) return measurements
  const tags = Math.min(...tagged)
  const detail = `${index.wall.toFixed(2)} s against ${tags.toFixed(2)} s, start-up included`
  return [{ what: 'whole tree, of ctags -R', value: index.wall / tags, unit: '×', aim: 1, detail }, ...measurements]
}

async function run(what: 'floor' | 'index', tree: string, options: IndexOptions): Promise<Run> {
  const start = performance.now()
  const args = ['--disable-warning=ExperimentalWarning', RUN, what, tree, JSON.stringify(options)]
  const { stdout } = await execute(process.execPath, args, { maxBuffer: 1e8 })
  const wall = (performance.now() - start) / 1000
  return { ...(JSON.parse(stdout) as Omit<Run, 'wall'>), wall }
}

/** Seconds that `ctags` takes for the Go files of the tree; undefined where it is not installed. */
async function ctags(tree: string, output: string): Promise<number | undefined> {
  const start = performance.now()
  try {
    await execute('ctags', ['-R', '--languages=Go', '--exclude=vendor', '-f', output, tree], { maxBuffer: 1e8 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return (performance.now() - start) / 1000
}

async function best(rounds: number, once: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = []
  for (let round = 0; round < rounds; round++) runs.push(await once())
  return runs.reduce((a, b) => (b.wall < a.wall ? b : a))
}

function fastest(runs: readonly Run[]): Run {
  return runs.reduce((a, b) => (b.seconds < a.seconds ? b : a))
}
