import type { WalkthroughData } from '../data/site-data.ts'

/** A piece of the licence note: text, with an address where it's a link. */
export interface NoticePart {
  readonly text: string
  readonly href?: string
}

/** The strings of the note; `{{holder}}`, `{{license}}` and `{{commit}}` stand where a language wants them. */
export interface NoticeStrings {
  readonly pinned: string
  readonly here: string
}

/** Whose code a page shows, under which licence and from which commit, in pieces that are ready to be linked. */
export function codeNotice({ license, commit }: Pick<WalkthroughData, 'license' | 'commit'>, strings: NoticeStrings): NoticePart[] {
  const values: Readonly<Record<string, NoticePart | undefined>> = {
    holder: { text: license.holder },
    license: { text: license.name, href: license.url },
    commit: commit && { text: commit.id.slice(0, 12), href: commit.url },
  }
  return (commit ? strings.pinned : strings.here)
    .split(/(\{\{\w+\}\})/)
    .filter((piece) => piece !== '')
    .map((piece) => values[piece.slice(2, -2)] ?? { text: piece })
}
