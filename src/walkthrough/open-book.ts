import type { WalkthroughConfig } from '../config/index.ts'
import { openIndex } from '../golang/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../report/index.ts'
import type { SourceTree } from '../source/index.ts'
import { createBook, type Book } from './book.ts'
import type { Lock } from './lock.ts'
import { lockBinder } from './lock-binder.ts'
import { lockSource, readLock } from './read-lock.ts'
import { recordingBinder } from './recording-binder.ts'
import { sourceBinder } from './source-binder.ts'
import { sourceStatus } from './source-status.ts'

/** What opening a book needs from the machine. */
export interface OpenBookOptions {
  readonly projectRoot: string
  /** The source; undefined opens the book from the lock file alone. */
  readonly tree: SourceTree | undefined
  readonly progress: Progress
  readonly cacheRoot?: string | undefined
  /** Go on with what can be read of a lock file that is not in order, and only tell about it. */
  readonly mendLock?: boolean | undefined
  /** See `BookParts.hasPages`. */
  readonly hasPages?: boolean | undefined
  /** See `LinkerOptions.library`. */
  readonly library?: string | undefined
}

/** An open book, the lock as it was accepted, and the lock as everything asked so far would make it. */
export interface OpenBook {
  readonly book: Book
  readonly accepted: Lock
  /** Grows with every question the book answers. */
  readonly recorded: Lock
  /** What was wrong with the lock file, when it was mended. */
  readonly lockProblem: Diagnostic | undefined
}

/**
 * Opens a walkthrough: reads its lock file and, where there is a tree, its index.
 *
 * @throws WaymarkError when the lock file or the tree cannot be read.
 */
export async function openBook(walkthrough: WalkthroughConfig, options: OpenBookOptions): Promise<OpenBook> {
  const { tree, projectRoot, progress, cacheRoot, hasPages, library } = options
  const { lock: accepted, problem } = await readLock(walkthrough, projectRoot)
  if (problem !== undefined && options.mendLock !== true) throw new WaymarkError(problem)
  const index = tree && (await openIndex(tree, { packages: walkthrough.packages, progress, cacheRoot }))
  const answering = index === undefined ? lockBinder(accepted) : await sourceBinder(index, walkthrough, accepted)
  const { binder, lock: recorded } = recordingBinder(answering, lockSource(walkthrough))
  const status = sourceStatus(walkthrough, tree, answering, accepted)
  return { book: createBook({ walkthrough, binder, lock: accepted, status, tree, index, hasPages, cacheRoot, library }), accepted, recorded, lockProblem: problem }
}
