import { projectRoot, type WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { defaultCacheRoot } from '../../src/source/index.ts'
import { openBook, type Book } from '../../src/walkthrough/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** A walkthrough's book, and what kept it from being opened from its source. */
export interface OpenedBook {
  readonly walkthrough: WalkthroughConfig
  readonly book: Book
  /** Why the book comes from the lock file although there is a tree; empty otherwise. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Opens the book of every walkthrough, from its tree or, without one, from its lock file. A tree that cannot be read leaves
 * the lock file, and `problems` says why. `hasPages`: whether there will be pages about declarations. `library`: `GOROOT/src`, to read Go's own library too.
 *
 * @throws WaymarkError when a lock file cannot be read.
 */
export async function openBooks(trees: readonly ObtainedTree[], progress: Progress, hasPages = true, library?: string): Promise<OpenedBook[]> {
  const opened: OpenedBook[] = []
  for (const { walkthrough, tree } of trees) {
    try {
      const { book } = await openBook(walkthrough, { projectRoot, tree, progress, hasPages, library, cacheRoot: defaultCacheRoot(process.env) })
      opened.push({ walkthrough, book, problems: [] })
    } catch (error) {
      if (!(error instanceof WaymarkError) || tree === undefined) throw error
      const { book } = await openBook(walkthrough, { projectRoot, tree: undefined, progress })
      opened.push({ walkthrough, book, problems: error.diagnostics })
    }
  }
  return opened
}
