import type { ExcerptView } from './excerpt.ts'

/** A place in a chapter that speaks of a declaration. */
export interface Mention {
  /** `excerpt` shows its code, `note` explains a line that names it, `name` is its name in prose. */
  readonly kind: 'excerpt' | 'note' | 'name'
  /** The author's file, relative to the project's root. */
  readonly file: string
  /** Where on that page; undefined for a name in prose, which has no place of its own. */
  readonly id: string | undefined
}

/** An excerpt that a chapter shows; its notes explain the names in their lines. */
export interface ShownExcerpt {
  readonly file: string
  readonly view: ExcerptView
}

/** What chapters have asked of a book so far: each thing once, however often a page was rendered. */
export interface Mentions {
  readonly excerpts: readonly ShownExcerpt[]
  /** By full symbol; excerpts among them, notes not. */
  readonly bySymbol: ReadonlyMap<string, readonly Mention[]>
}

/** Writes mentions down; `mentions` is what has been written so far. */
export interface MentionRecorder {
  readonly mentions: Mentions
  excerpt(file: string, view: ExcerptView): void
  name(file: string, symbol: string): void
}

/** A recorder that has heard nothing yet. */
export function mentionRecorder(): MentionRecorder {
  const excerpts = new Map<string, ShownExcerpt>()
  const bySymbol = new Map<string, Mention[]>()
  const add = (symbol: string, mention: Mention): void => {
    const list = bySymbol.get(symbol) ?? []
    bySymbol.set(symbol, list)
    if (!list.some(({ kind, file, id }) => kind === mention.kind && file === mention.file && id === mention.id)) list.push(mention)
  }
  return {
    mentions: {
      get excerpts() {
        return [...excerpts.values()]
      },
      bySymbol,
    },
    excerpt(file, view) {
      excerpts.set(`${file}#${view.id}`, { file, view })
      add(view.symbol, { kind: 'excerpt', file, id: view.id })
    },
    name: (file, symbol) => add(symbol, { kind: 'name', file, id: undefined }),
  }
}
