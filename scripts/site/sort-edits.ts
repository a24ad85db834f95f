import { join, relative, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { CONTENT_FOLDER } from '../../src/markdown/index.ts'
import { lockFile } from '../../src/walkthrough/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** What somebody who writes has changed. */
export interface Edits {
  /** Whether a chapter was written, added or deleted. */
  readonly chapters: boolean
  /** Those whose code, or whose lock file, says something else now. */
  readonly code: readonly ObtainedTree[]
  /** Whether the configuration was written. */
  readonly config: boolean
}

/** Absolute paths of what may be edited: files of the project, and packages of trees. Copies in the cache are not: nobody edits them. */
export async function watchedPaths(root: string, trees: readonly ObtainedTree[]): Promise<string[]> {
  const packages = trees.flatMap(({ walkthrough, tree }) => (isFolder(tree) ? walkthrough.packages.map((entry) => join(tree.root, entry.replace(/\/?\.\.\.$/, ''))) : []))
  const configs = await glob('walkthrough.*.ts', { cwd: root, absolute: true })
  return [join(root, CONTENT_FOLDER), join(root, 'content', 'locks'), ...configs, ...new Set(packages)]
}

/** Sorts changed files, absolute paths, by what has to be done about them. */
export function sortEdits(changed: readonly string[], root: string, trees: readonly ObtainedTree[]): Edits {
  const ofProject = changed.map((path) => relative(root, path).replaceAll(sep, '/'))
  return {
    chapters: ofProject.some((path) => path.startsWith(`${CONTENT_FOLDER}/`) && path.endsWith('.md')),
    config: ofProject.some((path) => /^walkthrough\.[^/]+\.ts$/.test(path)),
    code: trees.filter(({ walkthrough, tree }) => {
      const isRead = isFolder(tree) && changed.some((path) => path.endsWith('.go') && path.startsWith(tree.root + sep))
      return isRead || ofProject.includes(lockFile(walkthrough.id))
    }),
  }
}

const isFolder = (tree: ObtainedTree['tree']): tree is NonNullable<typeof tree> => tree?.origin.kind === 'folder'
