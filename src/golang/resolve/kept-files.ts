import { statSync } from 'node:fs'
import type { FileSyntax } from './read-syntax.ts'
import type { OutlinePart } from './scan-outline.ts'
import type { SourceFile } from './source-file.ts'

/** Files as they were read before, as long as they are the same. */
export interface KeptFiles {
  /** The file at an absolute path as it was made before, or made now. `importPath` is that of its folder. */
  get(path: string, importPath: string, make: () => SourceFile): SourceFile
  /** The syntax of a part of a kept file as it was read before, or read now. */
  part(part: OutlinePart, read: () => FileSyntax): FileSyntax
}

interface Kept {
  readonly stamp: string
  readonly source: SourceFile
}

const ofTrees = new WeakMap<object, KeptFiles>()

/**
 * Has the files of a tree kept for as long as the tree is known: whoever resolves it again after an edit takes all other
 * files, and what was found out about each by itself, from there. That costs time and memory the first time.
 */
export function keepFiles(tree: object): void {
  if (!ofTrees.has(tree)) ofTrees.set(tree, openKept())
}

/** The kept files of a tree; undefined where none are to be kept. */
export function keptFiles(tree: object): KeptFiles | undefined {
  return ofTrees.get(tree)
}

function openKept(): KeptFiles {
  const kept = new Map<string, Kept>()
  const parts = new WeakMap<OutlinePart, FileSyntax>()
  return {
    get(path, importPath, make) {
      const stamp = `${importPath} ${stampOf(path)}`
      const known = kept.get(path)
      if (known?.stamp === stamp) return known.source
      const source = make()
      kept.set(path, { stamp, source })
      return source
    },
    part(part, read) {
      const syntax = parts.get(part) ?? read()
      parts.set(part, syntax)
      return syntax
    },
  }
}

/** What changes with a file; a file that is not there has none of it. */
function stampOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
}
