import type { Lock } from '../walkthrough/index.ts'

/**
 * A lock with what it does not know yet. What has been accepted stays as it is: whoever begins a chapter has not looked at the
 * others.
 */
export function extendLock(accepted: Lock, recorded: Lock): Lock {
  const isEmpty = Object.keys(accepted.declarations).length === 0
  const anchors = Object.entries(recorded.anchors).map(([symbol, more]) => [symbol, { ...more, ...accepted.anchors[symbol] }] as const)
  return {
    ...accepted,
    topLevel: isEmpty ? recorded.topLevel : accepted.topLevel,
    declarations: { ...recorded.declarations, ...accepted.declarations },
    symbols: { ...recorded.symbols, ...accepted.symbols },
    excerpts: { ...recorded.excerpts, ...accepted.excerpts },
    anchors: { ...accepted.anchors, ...Object.fromEntries(anchors) },
    flags: { ...recorded.flags, ...accepted.flags },
    files: [...new Set([...accepted.files, ...recorded.files])].sort(),
    hops: { ...recorded.hops, ...accepted.hops },
  }
}
