import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { goLibrary } from '../index/go-library.ts'
import { firstPartyPackages } from './first-party-packages.ts'
import type { Measurement } from './measurement.ts'
import type { ReferencesOptions, ReferencesRun } from './references-run.ts'

const execute = promisify(execFile)
const RUN = fileURLToPath(new URL('./references-run.ts', import.meta.url))
const GO_PROGRAM = fileURLToPath(new URL('../../tests/resolve/truth/references.go', import.meta.url))
/** A single run that takes longer is given up: the machine is busy with something else. */
const LONGEST_RUN_MS = 400_000

/**
 * Time of resolving every identifier of the walkthrough's packages with all they need, from nothing, against reading and
 * parsing the same files and nothing else; of the same when nothing, and when the inside of one function, has changed.
 * Unless quick, and where `go` is installed: every first-party package that the first one reaches, against go/types.
 */
export async function benchReferences(tree: string, { packages }: WalkthroughConfig, { quick = false } = {}): Promise<Measurement[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-references-bench-'))
  const library = await goLibrary(process.env)
  try {
    const options: ReferencesOptions = { packages, library, cacheRoot: join(scratch, 'cache') }
    const floor = await run('floor', tree, options)
    const cold = await run('references', tree, options)
    const unchanged = await run('references', tree, options)
    const measurements: Measurement[] = [
      { what: 'references of the packages, from nothing', value: cold.seconds, unit: 's', aim: 4, detail: `${cold.resolved} files; ${ratio(cold, floor)} × parsing these alone` },
      { what: 'references unchanged', value: unchanged.seconds, unit: 's', aim: 0.5, detail: `${unchanged.resolved} files resolved` },
      await touched(tree, packages, library, scratch),
    ]
    return quick ? measurements : [...measurements, ...(await whole(tree, packages, library))]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Changes the inside of one function in a copy of the folder that one pattern names, and resolves again. */
async function touched(tree: string, packages: readonly string[], library: string | undefined, scratch: string): Promise<Measurement> {
  const copy = join(scratch, 'tree')
  const folder = packages.find((pattern) => !pattern.endsWith('...')) ?? '.'
  await cp(join(tree, folder), join(copy, folder), { recursive: true, dereference: true })
  await cp(join(tree, 'go.mod'), join(copy, 'go.mod')).catch(() => undefined)
  const options: ReferencesOptions = { packages: [folder], library, cacheRoot: join(scratch, 'touched') }
  const before = await run('references', copy, options)
  const changed = await addStatement(copy, folder)
  const after = await run('references', copy, options)
  const detail = `${after.resolved} of ${before.resolved} files, a function of ${changed} having changed: ${after.seconds.toFixed(2)} s`
  return { what: 'files resolved again after one change', value: after.resolved, unit: 'files', aim: 1, detail }
}

/** Adds a statement to the first function with a body on lines of its own; gives the file. */
async function addStatement(root: string, folder: string): Promise<string> {
  const { stdout } = await execute('grep', ['-lE', '^func .*\\{$', '-r', '--include=*.go', '--exclude=*_test.go', join(root, folder)])
  const file = stdout.split('\n').sort().find((name) => name !== '') ?? ''
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^(func .*\{)$/m, '$1 _ = 0;'))
  return file.slice(root.length + 1)
}

async function whole(tree: string, patterns: readonly string[], library: string | undefined): Promise<Measurement[]> {
  const packages = await firstPartyPackages(tree, patterns)
  const ours = await run('references', tree, { packages, library, cacheRoot: undefined })
  const theirs = library === undefined ? undefined : await goTypes(tree, packages)
  const named = `${packages.length} packages, ${ours.resolved} files`
  const memory: Measurement = { what: 'references of all first-party packages, memory', value: ours.megabytes, unit: 'MB', aim: 3000, detail: named }
  if (theirs === undefined) return [memory]
  const detail = `${ours.seconds.toFixed(1)} s against ${theirs.toFixed(1)} s for ${named}`
  return [{ what: 'references of all first-party, of go/types', value: ours.seconds / theirs, unit: '×', aim: 1, detail }, memory]
}

async function run(what: 'floor' | 'references', tree: string, options: ReferencesOptions): Promise<ReferencesRun> {
  const args = ['--disable-warning=ExperimentalWarning', RUN, what, tree, JSON.stringify(options)]
  const { stdout } = await execute(process.execPath, args, { maxBuffer: 1e8, timeout: LONGEST_RUN_MS })
  return JSON.parse(stdout) as ReferencesRun
}

/** Seconds that go/types takes for packages, each checked once with what it depends on; undefined where it does not run. */
async function goTypes(tree: string, packages: readonly string[]): Promise<number | undefined> {
  const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '' }
  try {
    const { stdout } = await execute('go', ['run', GO_PROGRAM, '-quiet', tree, ...packages], { maxBuffer: 1e8, timeout: LONGEST_RUN_MS, env })
    return Number(stdout)
  } catch {
    return undefined
  }
}

function ratio(one: ReferencesRun, other: ReferencesRun): string {
  return (one.seconds / other.seconds).toFixed(1)
}
