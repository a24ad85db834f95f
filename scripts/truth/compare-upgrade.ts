/**
 * `node scripts/truth/compare-upgrade.ts <tree> <copy>`: compares the chapters with two versions of one real tree, of which the
 * second is made here: functions that chapters name are moved to other files or given other names. What became of them is known,
 * so every verdict can be held against it.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { STATUSES, type Report, type Verdict } from '../../src/upgrade/index.ts'
import { normalizeGo } from '../../src/walkthrough/find-fragment.ts'
import { compareVersions, type Upgrade } from '../upgrade/compare-versions.ts'
import { mutateTree, type Mutation } from './mutate-tree.ts'

/** So many of the renamed functions have to be found again; the others may be too short to be told apart. */
const FOUND = 0.8

const [tree, copy] = process.argv.slice(2)
if (tree === undefined || copy === undefined || !existsSync(tree)) {
  process.stderr.write('compare-upgrade <tree> <copy>: a Go tree, and a folder that will hold another version of it\n')
  process.exit(2)
}

const config = await loadConfig()
const [walkthrough] = config.walkthroughs
if (walkthrough === undefined) throw new Error('the config has no walkthrough')
const compare = (to: string): Promise<Upgrade> =>
  compareVersions({ config, walkthrough, to, source: resolve(tree), projectRoot, base: process.cwd(), offline: true, env: process.env, progress: silentProgress, signal: new AbortController().signal })

const failures: string[] = []
const itself = await compare(tree)
const known = itself.report.verdicts.filter(({ before }) => before !== undefined)
check(itself)
expect(known.every(({ status }) => status === 'same'), 'compared with itself, everything that the tree has is the same')

const mutations = mutateTree({ tree, copy, side: itself.before, verdicts: known })
const mutated = await compare(copy)
check(mutated)
const renamed = follow(mutated.report, mutations)
expect(renamed.wrong.length === 0, `nothing is taken for another: ${renamed.wrong.join(', ')}`)
expect(renamed.missed.length <= (1 - FOUND) * mutations.size, `what was moved or renamed is found again: ${renamed.missed.join(', ')}`)

const counts = STATUSES.map((status) => `${mutated.report.counts[status]} ${status}`).join(', ')
process.stdout.write(`${known.length} of ${itself.report.verdicts.length} bindings are in this tree; of ${mutations.size} functions moved or renamed, ${renamed.found} found again; ${counts}\n`)
for (const failure of failures) process.stderr.write(`failed: ${failure}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

function expect(holds: boolean, what: string): void {
  if (!holds) failures.push(what)
}

/** What is so of every report by construction. */
function check({ report, chapters, before, after }: Upgrade): void {
  const bound = chapters.reduce((sum, { bindings }) => sum + bindings.length, 0)
  expect(report.verdicts.length >= bound && new Set(report.verdicts.map(({ binding }) => binding)).size === report.verdicts.length, 'each binding has exactly one verdict')
  expect(STATUSES.reduce((sum, status) => sum + report.counts[status], 0) === report.verdicts.length, 'each verdict has one of the statuses')
  const code = (side: typeof before, spot: NonNullable<Verdict['before']>): string => normalizeGo(side.text(spot.file).split('\n').slice(spot.lines[0] - 1, spot.lines[1]).join('\n'))
  for (const { binding, status, before: was, after: is } of report.verdicts) {
    if (status !== 'same' || was === undefined || is === undefined || (binding.kind !== 'fragment' && binding.part?.kind !== 'whole')) continue
    expect(code(before, was) === code(after, is), `the same means equal tokens: ${binding.place.file}:${binding.place.line}`)
  }
}

/** What the report says of the functions that were changed on purpose. */
function follow(report: Report, changed: ReadonlyMap<string, Mutation>): { found: number; missed: string[]; wrong: string[] } {
  const missed = new Set<string>()
  const wrong = new Set<string>()
  const found = new Set<string>()
  for (const { binding, before, after, status } of report.verdicts) {
    const mutation = before?.symbol === undefined || binding.kind !== 'symbol' ? undefined : changed.get(before.symbol)
    if (before?.symbol === undefined || mutation === undefined) continue
    if (status === 'gone') missed.add(before.symbol)
    else if (after?.symbol === mutation.symbol && after.file === mutation.file) found.add(before.symbol)
    else wrong.add(`${before.symbol} → ${after?.symbol ?? '?'}`)
  }
  return { found: found.size, missed: [...missed], wrong: [...wrong] }
}
