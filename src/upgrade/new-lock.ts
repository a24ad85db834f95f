import { createBook } from '../walkthrough/book.ts'
import type { WalkthroughConfig } from '../config/index.ts'
import type { SourceTree } from '../source/index.ts'
import { excerptKey, fragmentKey } from '../walkthrough/keys.ts'
import type { Lock } from '../walkthrough/lock.ts'
import { recordingBinder } from '../walkthrough/recording-binder.ts'
import type { Binder } from '../walkthrough/binder.ts'
import type { Binding } from './binding.ts'
import type { Verdict } from './verdict.ts'

/** A verdict, and the binding as it stands in the rewritten file. */
export interface Rebound {
  readonly verdict: Verdict
  readonly now: Binding
}

/**
 * The lock file of the rewritten chapters: everything has its new place, and code that is another keeps the fingerprint that
 * its author accepted, so that `check` goes on asking for that author's eyes.
 */
export function newLock(rebound: readonly Rebound[], given: { binder: Binder; walkthrough: WalkthroughConfig; tree: SourceTree; accepted: Lock; source: Lock['source'] }): Lock {
  const { accepted, walkthrough, tree, source } = given
  const { binder, lock } = recordingBinder(given.binder, source)
  for (const { verdict, now } of rebound) {
    const { kind, text, place } = now
    if (kind === 'flag') binder.flag(text.replace(/^-+/, ''), place)
    else if (kind === 'file') binder.file(text, place)
    else if (kind === 'symbol') bindSymbol(verdict, now)
    else if (kind === 'fragment') bindFragment(verdict, now)
  }
  createBook({ walkthrough, binder, lock: accepted, status: 'other', tree }).path('en', (chapter) => chapter)
  return lock

  function bindSymbol({ binding, codeSame, before }: Verdict, { text, part, place }: Binding): void {
    const bound = binder.symbol(text, place)
    if (bound.kind === 'failed' || part === undefined) return
    const shown = binder.part(bound.value, part, place)
    const known = before?.symbol === undefined || binding.part === undefined ? undefined : accepted.excerpts[excerptKey(before.symbol, binding.part)]
    if (shown.kind === 'failed' || codeSame === true || known === undefined) return
    lock.excerpts[excerptKey(bound.value.symbol, part)] = { ...shown.value, fingerprint: known.fingerprint }
  }

  function bindFragment({ binding, codeSame, before }: Verdict, { text, nth, inside, place, use }: Binding): void {
    // What `from` and `to` name is recorded with their excerpt.
    if (use !== 'note') return
    const bound = binder.symbol(inside ?? '', place)
    if (bound.kind === 'failed') return
    const anchor = binder.anchor(bound.value, { text, nth, place })
    const known = before?.symbol === undefined ? undefined : accepted.anchors[before.symbol]?.[fragmentKey(binding)]
    if (anchor.kind === 'failed' || codeSame === true || known === undefined) return
    const anchors = (lock.anchors[bound.value.symbol] ??= {})
    anchors[fragmentKey({ text, nth })] = { ...anchor.value, fingerprint: known.fingerprint }
  }
}
