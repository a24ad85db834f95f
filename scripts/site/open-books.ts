import { projectRoot, type WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { defaultCacheRoot } from '../../src/source/index.ts'
import { openBook, type Book, type OpenBook } from '../../src/walkthrough/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** A walkthrough's book, and what kept it from being opened from its source. */
export interface OpenedBook {
  readonly walkthrough: WalkthroughConfig
  readonly book: Book
  /** Why the book comes from the lock file although there is a tree, or what is wrong with that file; empty otherwise. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Opens the book of every walkthrough, from its tree or, without one, from its lock file. A tree that cannot be read leaves
 * the lock file, and `problems` says why. `hasPages`: whether there will be pages about declarations. `library`: `GOROOT/src`, to read Go's own library too.
 */
export async function openBooks(trees: readonly ObtainedTree[], progress: Progress, hasPages = true, library?: string): Promise<OpenedBook[]> {
  const opened: OpenedBook[] = []
  for (const { walkthrough, tree } of trees) {
    const open = (from: typeof tree): Promise<OpenBook> =>
      openBook(walkthrough, { projectRoot, tree: from, progress, hasPages, library, cacheRoot: defaultCacheRoot(process.env), mendLock: true })
    try {
      const { book, lockProblem } = await open(tree)
      opened.push({ walkthrough, book, problems: lockProblem === undefined ? [] : [lockProblem] })
    } catch (error) {
      if (!(error instanceof WaymarkError) || tree === undefined) throw error
      const { book } = await open(undefined)
      opened.push({ walkthrough, book, problems: error.diagnostics })
    }
  }
  return opened
}
