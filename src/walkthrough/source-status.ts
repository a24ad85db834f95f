import type { WalkthroughConfig } from '../config/index.ts'
import type { SourceTree } from '../source/index.ts'
import type { Binder } from './binder.ts'
import type { SourceStatus } from './book.ts'
import type { Lock } from './lock.ts'

const nowhere = { file: '', line: 0, column: 0 }

/**
 * How a tree stands to the pinned one: see `SourceStatus`.
 *
 * A tree whose commit cannot be known (a folder without `.git`) counts as matching when every declaration that the
 * lock file records stands on the same lines with the same head.
 */
export function sourceStatus(walkthrough: WalkthroughConfig, tree: SourceTree | undefined, binder: Binder, lock: Lock): SourceStatus {
  if (tree === undefined) return 'none'
  if ('folder' in walkthrough.source && tree.origin.kind === 'folder' && tree.repository === undefined) return 'bundled'
  if (tree.pinned) return 'pinned'
  if (tree.commit !== undefined) return 'other'
  const recorded = Object.entries(lock.declarations)
  const same = recorded.every(([symbol, record]) => {
    const bound = binder.symbol(symbol, nowhere)
    if (bound.kind === 'failed') return false
    const { file, lines, signature } = bound.value.record
    return file === record.file && lines[0] === record.lines[0] && lines[1] === record.lines[1] && signature === record.signature
  })
  return same && recorded.length > 0 ? 'matching' : 'other'
}
