/**
 * Compares what the resolver says of every identifier with what Go's own type checker says.
 *
 *     node scripts/truth/compare-references.ts [--tests] [--without-library] [--least 99.5] [--report NAME] ROOT FOLDER[/...]...
 *
 * Needs `go` on the PATH with Go's library sources. Prints, for each kind of identifier, how many are right, wrong,
 * candidates and unknown; then those that are not right (at most 40 of a status). Exit code 1 when any is wrong, or when fewer
 * than `--least` percent are right; 2 for wrong use. `--report` writes the same as NAME.txt, and with every miss as NAME.json.
 * ROOT `go` stands for Go's own library.
 */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { diskTree, moduleLayout } from '../../src/golang/index.ts'
import { openResolver, type Reference } from '../../src/golang/resolve/index.ts'

const MOST_SHOWN = 40
const VERDICTS = ['right', 'wrong', 'candidate', 'unknown'] as const
type Verdict = (typeof VERDICTS)[number]

interface Truth {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly target: string
  readonly symbol: string
}

const { values, positionals } = parseArgs({
  options: {
    tests: { type: 'boolean', default: false },
    'without-library': { type: 'boolean', default: false },
    least: { type: 'string', default: '0' },
    report: { type: 'string' },
  },
  allowPositionals: true,
})
const [folder, ...patterns] = positionals
if (folder === undefined || patterns.length === 0) {
  process.stderr.write('usage: node scripts/truth/compare-references.ts [--tests] [--without-library] [--least PERCENT] [--json FILE] ROOT FOLDER...\n')
  process.exit(2)
}

const environment = { GO111MODULE: 'off', GOFLAGS: '' }
const { stdout: goroot } = await execa('go', ['env', 'GOROOT'], { env: environment })
const root = folder === 'go' ? realpathSync(join(goroot, 'src')) : resolve(folder)
const library = values['without-library'] ? undefined : join(goroot, 'src')
const byFile = await goReferences()
const resolver = openResolver(
  {
    tree: { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] },
    layout: moduleLayout(diskTree(root)),
  },
  { library },
)

const started = performance.now()
const counts = new Map<string, Record<Verdict, number>>()
const total: Record<Verdict, number> = { right: 0, wrong: 0, candidate: 0, unknown: 0 }
const shown: Record<Verdict, string[]> = { right: [], wrong: [], candidate: [], unknown: [] }
for (const [file, lines] of byFile) {
  const places = new Map((await resolver.references(file)).map((reference) => [`${reference.line}:${reference.column}`, reference]))
  for (const truth of lines) {
    const reference = places.get(`${truth.line}:${truth.column}`)
    const verdict = verdictOf(truth, reference)
    const row = counts.get(truth.kind) ?? { right: 0, wrong: 0, candidate: 0, unknown: 0 }
    counts.set(truth.kind, row)
    row[verdict]++
    total[verdict]++
    if (verdict !== 'right') shown[verdict].push(`${truth.file}:${truth.line}:${truth.column} ${truth.name} (${truth.kind}) is ${truth.target} ${truth.symbol}${said(reference)}`)
  }
}
const seconds = (performance.now() - started) / 1000

const all = VERDICTS.reduce((sum, verdict) => sum + total[verdict], 0)
const percent = all === 0 ? 0 : (100 * total.right) / all
const row = (name: string, numbers: Record<Verdict, number>): string => name.padEnd(10) + VERDICTS.map((verdict) => String(numbers[verdict]).padStart(10)).join('')
const out = [`${'kind'.padEnd(10)}${VERDICTS.map((verdict) => verdict.padStart(10)).join('')}`]
for (const [kind, numbers] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) out.push(row(kind, numbers))
out.push(row('all', total))
for (const verdict of ['wrong', 'candidate', 'unknown'] as const) {
  if (shown[verdict].length === 0) continue
  out.push(`${verdict}:`, ...shown[verdict].slice(0, MOST_SHOWN).map((line) => `  ${line}`))
  if (shown[verdict].length > MOST_SHOWN) out.push(`  … and ${shown[verdict].length - MOST_SHOWN} more`)
}
out.push(`${all} identifiers in ${byFile.size} files: ${percent.toFixed(3)} % right, ${total.wrong} wrong, in ${seconds.toFixed(1)} s`)
const text = `${out.join('\n')}\n`
process.stdout.write(text)
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true })
  writeFileSync(`${values.report}.txt`, `${patterns.join(' ')}\n\n${text}`)
  const missed = { wrong: shown.wrong, candidate: shown.candidate, unknown: shown.unknown }
  writeFileSync(`${values.report}.json`, `${JSON.stringify({ folders: patterns, kinds: Object.fromEntries(counts), total, percent, seconds, missed }, null, 2)}\n`)
}
process.exitCode = total.wrong > 0 || all === 0 || percent < Number(values.least) ? 1 : 0

async function goReferences(): Promise<Map<string, Truth[]>> {
  const program = fileURLToPath(new URL('../../tests/resolve/truth/references.go', import.meta.url))
  const { stdout, stderr } = await execa('go', ['run', program, ...(values.tests ? ['-tests'] : []), root, ...patterns], { maxBuffer: 1 << 30, env: environment })
  process.stderr.write(`go/types: ${stderr}\n`)
  const files = new Map<string, Truth[]>()
  for (const text of stdout.split('\n')) {
    const [file, line, column, name, kind, status, target, targetLine, targetColumn, symbol] = text.split('\t')
    if (file === undefined || name === undefined || kind === undefined || status === undefined || symbol === undefined) continue
    const truth = { file, line: Number(line), column: Number(column), name, kind, status, target: `${target ?? ''}:${targetLine ?? ''}:${targetColumn ?? ''}`, symbol }
    const list = files.get(file)
    if (list === undefined) files.set(file, [truth])
    else list.push(truth)
  }
  return files
}

function verdictOf(truth: Truth, reference: Reference | undefined): Verdict {
  if (reference === undefined) return 'unknown'
  if (reference.status === 'candidate' || reference.status === 'unknown') return reference.status
  if (reference.status === 'builtin') return truth.status === 'builtin' || (truth.name === '_' && reference.target === null) ? 'right' : 'wrong'
  if (truth.status === 'builtin' || reference.target === null) return 'wrong'
  const { target } = reference
  // Without its source, a declaration is known by its name alone.
  if (target.line === null) return target.symbol === truth.symbol ? 'right' : 'wrong'
  const place = `${target.file ?? `go:${target.library ?? ''}`}:${target.line}:${target.column ?? ''}`
  if (place !== truth.target) return 'wrong'
  // The symbol must be the same where Go gives one with its package; members are known to it by their bare name.
  return truth.symbol.includes('/') || truth.symbol.includes('.') ? (target.symbol === truth.symbol ? 'right' : 'wrong') : 'right'
}

function said(reference: Reference | undefined): string {
  if (reference === undefined) return '; not listed'
  const { target, candidates } = reference
  if (target !== null) return `; said ${target.file ?? `go:${target.library ?? ''}`}:${target.line ?? ''}:${target.column ?? ''} ${target.symbol}`
  return candidates.length > 0 ? `; could be ${candidates.join(', ')}` : ''
}
