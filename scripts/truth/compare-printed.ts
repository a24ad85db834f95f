/**
 * Compares the options evaluated from a tree with what a program built from it printed of them: every value after the constructor, and
 * every flag of the command, hidden ones too.
 *
 *   compare-printed.ts TREE PRINTED REPORT CONSTRUCTOR FLAGS
 *
 * PRINTED is a file with the output of one of the printers in .ci/options; CONSTRUCTOR and FLAGS are symbols with whole import paths.
 * Writes a report; exits 1 when a value or flag is missing, invented or wrong.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import { isComputed, type Json } from '../../src/options/index.ts'
import { readPrinted, type PrintedNode } from './read-printed.ts'

interface Wrong {
  readonly name: string
  readonly what: string
  readonly expected: string
  readonly found: string
}

const [tree = '', printedFile = '', reportFile = '', constructor = '', flagsRoot = ''] = process.argv.slice(2)
const source = { layout: moduleLayout(diskTree(tree)), reader: diskReader(tree), parser: await openParser() }
const outcome = evaluateOptions(source, { constructor, flags: flagsRoot }, {})
const { nodes, flags: printedFlags } = readPrinted(await readFile(printedFile, 'utf8'))
const report = { values: compareValues(), flags: compareFlags() }
await writeFile(reportFile, `${JSON.stringify(report, undefined, 1)}\n`)
let failed = nodes.size === 0 || printedFlags.length === 0
for (const [what, { known, missing, invented, marked, wrong }] of Object.entries(report)) {
  process.stdout.write(`${what}: ${known} known, ${missing.length} missing, ${invented.length} invented, ${wrong.length} wrong, ${marked.length} marked${marked.length === 0 ? '' : ` (${marked.join(', ')})`}\n`)
  for (const name of missing) process.stdout.write(`  missing  ${name}\n`)
  for (const name of invented) process.stdout.write(`  invented ${name}\n`)
  for (const { name, what: part, expected, found } of wrong) process.stdout.write(`  ${name}: ${part}\n    expected ${expected}\n    found    ${found}\n`)
  failed ||= missing.length + invented.length + wrong.length > 0
}
process.exitCode = failed ? 1 : 0

interface Compared {
  readonly known: number
  readonly missing: readonly string[]
  readonly invented: readonly string[]
  readonly marked: readonly string[]
  readonly wrong: readonly Wrong[]
}

/** Each leaf against its place in the running program, then each value of the program that no leaf tells of. */
function compareValues(): Compared {
  const marked: string[] = []
  const wrong: Wrong[] = []
  const invented: string[] = []
  // What printers call `s` is called otherwise elsewhere.
  const leaves = outcome.defaults.map((leaf) => ({ ...leaf, path: `s${leaf.path.slice(outcome.variable.length)}` }))
  for (const { path: name, type, value } of leaves) {
    const node = nodes.get(name)
    if (node === undefined) invented.push(name)
    else if (isComputed(value)) marked.push(name)
    else {
      const truly = node.dynamic === undefined || node.dynamic === node.type ? node.type : `${node.type}(${node.dynamic})`
      if (type !== truly && type !== node.type) wrong.push({ name, what: 'type', expected: truly, found: type })
      if (!isSame(value, node.value) && value !== node.text) wrong.push({ name, what: 'value', expected: JSON.stringify(node.text ?? node.value), found: JSON.stringify(value) })
    }
  }
  const told = new Set(leaves.map(({ path }) => path))
  const missing = [...nodes.values()].filter((node) => isValue(node) && !covers(told, node.path)).map(({ path }) => path)
  return { known: leaves.length - marked.length, missing, invented, marked, wrong }
}

/** Whether a place holds a value by itself, rather than other places. A lock is no option. */
function isValue({ path, kind, value, type }: PrintedNode): boolean {
  const isLocks = type.startsWith('sync.') || [...ancestors(path)].some((above) => nodes.get(above)?.type.startsWith('sync.') === true)
  return !isLocks && (!['struct', 'ptr', 'slice', 'map', 'array', 'interface'].includes(kind) || value === null)
}

function covers(told: ReadonlySet<string>, path: string): boolean {
  return told.has(path) || [...ancestors(path)].some((above) => told.has(above))
}

/** The paths of what a path lies in, innermost first. */
function* ancestors(path: string): Iterable<string> {
  for (let end = path.length - 1; end > 0; end--) if (path[end] === '.' || path[end] === '[') yield path.slice(0, end)
}

/** Whether a value is the one that a program printed; functions are known by name, or by where they stand. */
function isSame(value: Json, printed: Json): boolean {
  if (typeof printed === 'object' && printed !== null && 'func' in printed) {
    const { func, file, line } = printed as { func: string; file: string; line: number }
    const [, path, at] = typeof value === 'string' ? (/^func at (.+):(\d+)$/.exec(value) ?? []) : []
    return path === undefined ? value === func : Number(at) === line && file.endsWith(path.replace(/^staging\/src\//, ''))
  }
  if (typeof value !== 'object' || typeof printed !== 'object' || value === null || printed === null) return value === printed
  const keys = Object.keys(value)
  const held = (of: Json, key: string): Json => (of as Readonly<Record<string, Json>>)[key] ?? null
  return Array.isArray(value) === Array.isArray(printed) && keys.length === Object.keys(printed).length && keys.every((key) => key in printed && isSame(held(value, key), held(printed, key)))
}

function compareFlags(): Compared {
  const found = new Map(outcome.flags.map((flag) => [flag.name, flag]))
  const marked: string[] = []
  const wrong: Wrong[] = []
  for (const printed of printedFlags) {
    const flag = found.get(printed.name)
    if (flag === undefined) continue
    const differ = (what: string, expected: string, got: string): void => {
      if (expected !== got) wrong.push({ name: `--${printed.name}`, what, expected, found: got })
    }
    differ('shorthand', printed.shorthand, flag.shorthand ?? '')
    differ('type', printed.type, flag.type ?? '')
    differ('hidden', String(printed.hidden), String(flag.hidden))
    differ('deprecated', printed.deprecated, flag.deprecated ?? '')
    if (printed.section !== '') differ('section', printed.section, flag.section ?? '')
    if (isComputed(flag.value) || isComputed(flag.help)) marked.push(printed.name)
    if (!isComputed(flag.value)) differ('default', printed.value, flag.value)
    if (!isComputed(flag.help)) differ('usage', printed.usage.replace(/`([^`]*)`/, '$1'), flag.help)
  }
  const names = new Set(printedFlags.map(({ name }) => name))
  return {
    known: outcome.flags.length - marked.length,
    missing: printedFlags.filter(({ name }) => !found.has(name)).map(({ name }) => `--${name}`),
    invented: outcome.flags.filter(({ name }) => !names.has(name)).map(({ name }) => `--${name}`),
    marked,
    wrong,
  }
}
