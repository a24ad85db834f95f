/**
 * Compares the index of a tree with what Go's own parser says: the same declarations, on the same lines.
 *
 *     node scripts/truth/compare-declarations.ts [--vendor] [--mode whole|declarations] FOLDER
 *
 * Needs `go` on the PATH. Prints every difference (at most 50 of a kind); exit code 0 when there is none, 1 when there is,
 * 2 for wrong use. Files that Go's parser cannot read whole are left out on both sides, and counted.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { openIndex, type ReadMode } from '../../src/golang/index.ts'
import { terminalProgress } from '../cli/index.ts'

const MOST_SHOWN = 50

const { values, positionals } = parseArgs({
  options: { vendor: { type: 'boolean', default: false }, mode: { type: 'string', default: 'declarations' } },
  allowPositionals: true,
})
const [folder, ...others] = positionals
if (folder === undefined || others.length > 0 || !isMode(values.mode)) {
  process.stderr.write('usage: node scripts/truth/compare-declarations.ts [--vendor] [--mode whole|declarations] FOLDER\n')
  process.exit(2)
}

const root = resolve(folder)
const truth = await goDeclarations(root, values.vendor)
const progress = terminalProgress()
const index = await openIndex(
  { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] },
  { packages: ['...'], mode: values.mode, vendor: values.vendor, everything: true, progress },
)
progress.stop()
const ours = counted(declarationLines(truth.unread))

const missing = difference(truth.lines, ours)
const extra = difference(ours, truth.lines)
show('missing from the index', missing)
show('only in the index', extra)
const total = [...truth.lines.values()].reduce((sum, count) => sum + count, 0)
process.stdout.write(
  `${total} declarations in ${index.files.size} files by Go's parser: ${missing.length} missing, ${extra.length} extra` +
    `${truth.unread.size > 0 ? `; ${truth.unread.size} files it cannot read left out` : ''}\n`,
)
process.exitCode = missing.length + extra.length + (total === 0 ? 1 : 0) > 0 ? 1 : 0

function isMode(text: string): text is ReadMode {
  return text === 'whole' || text === 'declarations'
}

async function goDeclarations(tree: string, vendor: boolean): Promise<{ lines: Map<string, number>; unread: Set<string> }> {
  const program = fileURLToPath(new URL('../../tests/golang/truth/declarations.go', import.meta.url))
  const { stdout, stderr } = await execa('go', ['run', program, ...(vendor ? ['-vendor'] : []), tree], {
    maxBuffer: 1 << 30,
    env: { GO111MODULE: 'off', GOFLAGS: '' },
  })
  const unread = new Set<string>()
  for (const [, file] of stderr.matchAll(/^unread\t([^\t]+)\t/gm)) if (file !== undefined) unread.add(file)
  return { lines: counted(stdout.split('\n').filter((line) => line !== '')), unread }
}

function* declarationLines(leftOut: ReadonlySet<string>): Generator<string> {
  for (const { file, kind, name, owner, startLine, endLine } of index.declarations({ tests: true })) {
    if (!leftOut.has(file)) yield [file, kind, name, owner ?? '-', startLine, endLine].join('\t')
  }
}

/** A multiset: several `_` or `init` may stand on one line. */
function counted(lines: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

function difference(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): string[] {
  const left: string[] = []
  for (const [line, count] of some) for (let at = others.get(line) ?? 0; at < count; at++) left.push(line)
  return left
}

function show(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  process.stdout.write(`${title}:\n`)
  for (const line of lines.slice(0, MOST_SHOWN)) process.stdout.write(`  ${line}\n`)
  if (lines.length > MOST_SHOWN) process.stdout.write(`  … and ${lines.length - MOST_SHOWN} more\n`)
}
