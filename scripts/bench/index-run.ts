/**
 * One run of what `index-bench.ts` compares, in a process of its own: `index-run.ts floor|index TREE OPTIONS`.
 *
 * Prints JSON: seconds without start-up, files, declarations, and the most memory the process held, in MB.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskTree, moduleLayout, openIndex, openParser, type IndexOptions } from '../../src/golang/index.ts'
import { listFiles } from '../../src/golang/list-files.ts'

const [what, root = '.', json = '{}'] = process.argv.slice(2)
const options = JSON.parse(json) as IndexOptions
const start = performance.now()
const counts = what === 'floor' ? await floor() : await indexed()
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ seconds, ...counts, megabytes: process.resourceUsage().maxRSS / 1024 }))

/** Reads and parses the same files, and does nothing else. */
async function floor(): Promise<{ files: number; declarations: number }> {
  const { vendor = false, everything = false, packages } = options
  const { files } = listFiles(root, packages, moduleLayout(diskTree(root)), { vendor, everything })
  const parser = await openParser()
  for (const file of files) parser.parse(readFileSync(join(root, file), 'utf8')).delete()
  return { files: files.length, declarations: 0 }
}

async function indexed(): Promise<{ files: number; declarations: number }> {
  const tree = { root, repository: undefined, tag: undefined, commit: undefined, pinned: false, topLevel: [] }
  const index = await openIndex({ ...tree, origin: { kind: 'folder', path: root } }, options)
  // Asks for something, as anyone who opens an index does.
  const [first] = index.packages()
  const declarations = first === undefined ? [] : index.package(first)
  for (const { symbol } of declarations) index.bySymbol(symbol)
  return { files: index.files.size, declarations: declarations.length }
}
