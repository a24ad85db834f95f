import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import type { IndexOptions } from '../../src/golang/index.ts'
import type { Measurement } from './measurement.ts'

const execute = promisify(execFile)
const RUN = fileURLToPath(new URL('./index-run.ts', import.meta.url))

/** Pairs are run until there are this many, or until no more fit into the seconds; one pair always is. */
interface Effort {
  readonly pairs: number
  readonly seconds: number
}

const THOROUGH: Effort = { pairs: 5, seconds: 60 }
const QUICK: Effort = { pairs: 1, seconds: 0 }
/** A single run that takes longer is given up: the machine is busy with something else. */
const LONGEST_RUN_MS = 180_000

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
 * machine disturbs least. Takes about two minutes and a half at most on an idle machine; `quick` runs everything once.
 */
export async function benchIndex(tree: string, { packages }: WalkthroughConfig, { quick = false } = {}): Promise<Measurement[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-index-bench-'))
  const effort = quick ? QUICK : THOROUGH
  try {
    return [...(await configured(tree, packages, scratch, effort)), ...(await whole(tree, scratch, effort))]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function configured(tree: string, packages: readonly string[], scratch: string, effort: Effort): Promise<Measurement[]> {
  const pairs = await inTurns(
    effort,
    () => run('floor', tree, { packages }),
    (round) => run('index', tree, { packages, cacheRoot: join(scratch, `configured-${round}`) }),
  )
  const again = await inTurns(effort, () => run('index', tree, { packages, cacheRoot: join(scratch, 'configured-0') }), nothing)
  const floor = least(pairs, ([run]) => run)
  const index = least(pairs, ([, run]) => run)
  return [
    {
      what: 'index of the packages, of its floor',
      value: index.seconds / floor.seconds,
      unit: '×',
      aim: 1.3,
      detail: `${index.seconds.toFixed(2)} s against ${floor.seconds.toFixed(2)} s for ${index.files} files, ${pairs.length} pairs`,
    },
    unchanged('packages unchanged', again),
  ]
}

async function whole(tree: string, scratch: string, effort: Effort): Promise<Measurement[]> {
  const options: IndexOptions = { packages: ['...'], mode: 'declarations', everything: true }
  const pairs = await inTurns(
    effort,
    (round) => run('index', tree, { ...options, cacheRoot: join(scratch, `whole-${round}`) }),
    () => ctags(tree, join(scratch, 'tags')),
  )
  const again = await inTurns(effort, () => run('index', tree, { ...options, cacheRoot: join(scratch, 'whole-0') }), nothing)
  const peak = Math.max(...pairs.map(([{ megabytes }]) => megabytes))
  const files = pairs[0]?.[0].files ?? 0
  const measurements: Measurement[] = [
    { what: 'whole tree, memory', value: peak, unit: 'MB', aim: 700, detail: `${files} files` },
    unchanged('whole tree unchanged', again),
  ]
  const tags = Math.min(...pairs.map(([, seconds]) => seconds ?? Infinity))
  if (tags === Infinity) return measurements
  const { wall } = pairs.map(([run]) => run).reduce((a, b) => (b.wall < a.wall ? b : a))
  const detail = `${wall.toFixed(2)} s against ${tags.toFixed(2)} s, start-up included, ${pairs.length} pairs`
  return [{ what: 'whole tree, of ctags -R', value: wall / tags, unit: '×', aim: 1, detail }, ...measurements]
}

function unchanged(what: string, runs: readonly (readonly [Run, undefined])[]): Measurement {
  const { wall, seconds } = runs.map(([run]) => run).reduce((a, b) => (b.wall < a.wall ? b : a))
  return { what, value: wall, unit: 's', aim: 0.3, detail: `the whole process; ${seconds.toFixed(2)} s without start-up` }
}

async function run(what: 'floor' | 'index', tree: string, options: IndexOptions): Promise<Run> {
  const start = performance.now()
  const args = ['--disable-warning=ExperimentalWarning', RUN, what, tree, JSON.stringify(options)]
  // Compiled code is kept between runs, as it is for every npm script.
  const env = { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() }
  const { stdout } = await execute(process.execPath, args, { maxBuffer: 1e8, timeout: LONGEST_RUN_MS, env })
  const wall = (performance.now() - start) / 1000
  return { ...(JSON.parse(stdout) as Omit<Run, 'wall'>), wall }
}

/** Seconds that `ctags` takes for the Go files of the tree; undefined where it is not installed. */
async function ctags(tree: string, output: string): Promise<number | undefined> {
  const start = performance.now()
  try {
    await execute('ctags', ['-R', '--languages=Go', '--exclude=vendor', '-f', output, tree], { maxBuffer: 1e8, timeout: LONGEST_RUN_MS })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return (performance.now() - start) / 1000
}

/** Runs two things in turns, so that whatever else the machine does disturbs both alike. */
async function inTurns<A, B>(
  { pairs, seconds }: Effort,
  one: (round: number) => Promise<A>,
  other: (round: number) => Promise<B>,
): Promise<(readonly [A, B])[]> {
  const done: (readonly [A, B])[] = []
  const start = performance.now()
  do {
    const first = await one(done.length)
    done.push([first, await other(done.length)])
  } while (done.length < pairs && ((performance.now() - start) / 1000) * (1 + 1 / done.length) < seconds)
  return done
}

function nothing(): Promise<undefined> {
  return Promise.resolve(undefined)
}

function least(pairs: readonly (readonly [Run, Run])[], pick: (pair: readonly [Run, Run]) => Run): Run {
  return pairs.map(pick).reduce((a, b) => (b.seconds < a.seconds ? b : a))
}
