import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** Everything of the project that pages are made of. */
const PROJECT_FILES = [
  'content/**',
  'src/**',
  'scripts/site/**',
  'public/**',
  'examples/**',
  'walkthrough.*.ts',
  'content.config.ts',
  'package.json',
  'package-lock.json',
]

/**
 * One hash over everything that decides what the pages will be: the project's own files, by content, and for each
 * walkthrough the tree at hand, by commit and by the content of the Go files of its packages. Trees edited in place are
 * noticed; files outside the configured packages are taken to change only with the commit.
 */
export async function inputsKey(projectRoot: string, trees: readonly ObtainedTree[], base: string | undefined, allowDrift: boolean): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([base, allowDrift, process.versions.node]))
  await addFiles(hash, projectRoot, PROJECT_FILES)
  for (const { walkthrough, tree } of trees) {
    hash.update(JSON.stringify([walkthrough.id, tree?.commit, tree?.tag, tree?.pinned, tree?.topLevel]))
    if (tree !== undefined) await addFiles(hash, tree.root, packagePatterns(walkthrough))
  }
  return hash.digest('hex')
}

function packagePatterns({ packages }: WalkthroughConfig): string[] {
  const folders = packages.map((path) => (path === '...' ? '**/*.go' : path.replace(/\/\.\.\.$/, '/**') + '/*.go'))
  return ['go.mod', ...folders]
}

async function addFiles(hash: ReturnType<typeof createHash>, root: string, patterns: string[]): Promise<void> {
  const files = await glob(patterns, { cwd: root, dot: true, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false })
  for (const file of files.sort()) {
    const content = await readFile(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
}
