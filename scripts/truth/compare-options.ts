/**
 * Compares the flags evaluated from a tree with what the server built from it prints for `--help`.
 *
 *   compare-options.ts TREE HELP REPORT
 *
 * HELP is a file with that output. Writes a report; exits 1 when a flag is missing, invented or wrong, or more than 3 % are marked
 * as decided at run time.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { loadConfig } from '../../src/config/index.ts'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import { isComputed } from '../../src/options/index.ts'
import { readHelp } from './read-help.ts'

const MOST_MARKED = 0.03

const [tree = '', helpFile = '', reportFile = ''] = process.argv.slice(2)
const { walkthroughs } = await loadConfig()
const walkthrough = walkthroughs.find(({ source, options }) => 'repository' in source && options !== undefined)
if (walkthrough?.options === undefined) throw new TypeError('no walkthrough says where its options are made')
const source = { layout: moduleLayout(diskTree(tree)), reader: diskReader(tree), parser: await openParser() }
const { flags } = evaluateOptions(source, walkthrough.options, walkthrough.aliases)
const shown = new Map(flags.filter(({ hidden }) => !hidden).map((flag) => [flag.name, flag]))
const told = readHelp(await readFile(helpFile, 'utf8'))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const missing = told.filter(({ name }) => !shown.has(name)).map(({ name }) => name)
const invented = [...shown.keys()].filter((name) => !told.some((one) => one.name === name))
const marked: string[] = []
const wrong: { name: string; what: string; expected: string; found: string }[] = []
for (const { name, shorthand, placeholder, section, usage } of told) {
  const flag = shown.get(name)
  if (flag === undefined) continue
  const differ = (what: string, expected: string, found: string): void => {
    if (expected !== found) wrong.push({ name, what, expected, found })
  }
  differ('shorthand', shorthand, flag.shorthand ?? '')
  differ('type', placeholder, flag.placeholder)
  differ('section', section.toLowerCase(), (flag.section ?? '').toLowerCase())
  if (isComputed(flag.help) || isComputed(flag.default)) {
    marked.push(name)
    if (!isComputed(flag.help) && !oneLine(usage).startsWith(oneLine(flag.help))) differ('help', oneLine(usage), oneLine(flag.help))
    continue
  }
  const preset = flag.default === null ? '' : ` (default ${flag.default})`
  differ('help and default', oneLine(usage), oneLine(`${flag.help}${preset}${flag.deprecated === null ? '' : ` (DEPRECATED: ${flag.deprecated})`}`))
}

await writeFile(reportFile, `${JSON.stringify({ flags: told.length, missing, invented, marked, wrong }, undefined, 1)}\n`)
process.stdout.write(`${told.length} flags: ${missing.length} missing, ${invented.length} invented, ${wrong.length} wrong, ${marked.length} marked (${marked.join(', ')})\n`)
for (const { name, what, expected, found } of wrong) process.stdout.write(`--${name}: ${what}\n  expected ${expected}\n  found    ${found}\n`)
const enough = told.length > 0 && marked.length <= told.length * MOST_MARKED
process.exitCode = missing.length === 0 && invented.length === 0 && wrong.length === 0 && enough ? 0 : 1
