/**
 * One run of what `references-bench.ts` compares, in a process of its own: `references-run.ts floor|references TREE OPTIONS`.
 *
 * Prints JSON: seconds without start-up, files resolved, identifiers, and the most memory the process held, in MB.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openIndex, openParser } from '../../src/golang/index.ts'
import { openCrossReferences } from '../../src/golang/references/index.ts'

/** What a run is told. */
export interface ReferencesOptions {
  readonly packages: readonly string[]
  readonly library: string | undefined
  readonly cacheRoot: string | undefined
}

/** What a run tells. */
export interface ReferencesRun {
  readonly seconds: number
  readonly files: number
  readonly resolved: number
  readonly megabytes: number
}

const [what, root = '.', json = '{}'] = process.argv.slice(2)
const { packages, library, cacheRoot } = JSON.parse(json) as ReferencesOptions
const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] } as const
const index = await openIndex(tree, { packages, cacheRoot, mode: 'declarations' })
const files = [...index.files.keys()].filter((file) => !file.endsWith('_test.go'))
const parser = await openParser()
const start = performance.now()
let resolved = 0
if (what === 'floor') for (const file of files) parser.parse(readFileSync(join(root, file), 'utf8')).delete()
else {
  const references = await openCrossReferences(index, { library, cacheRoot })
  await references.usesOf('')
  resolved = references.resolved
}
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ seconds, files: files.length, resolved, megabytes: process.resourceUsage().maxRSS / 1024 } satisfies ReferencesRun))
