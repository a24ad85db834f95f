import type { WalkthroughData } from '../data/site-data.ts'

/** A piece of the licence note: text, with an address where it's a link. */
export interface NoticePart {
  readonly text: string
  readonly href?: string
}

/** The strings of the note; `{{holder}}`, `{{license}}`, `{{commit}}` and `{{version}}` stand where a language wants them. */
export interface NoticeStrings {
  readonly pinned: string
  /** For a folder of this project's repository. */
  readonly here: string
  /** For a folder elsewhere, of which only the version's name is known. */
  readonly elsewhere: string
}

/** Whose code a page shows, under which licence and from which commit or version, in pieces that are ready to be linked. */
export function codeNotice({ license, commit, version, isHere }: Pick<WalkthroughData, 'license' | 'commit' | 'version' | 'isHere'>, strings: NoticeStrings): NoticePart[] {
  const values: Readonly<Record<string, NoticePart | undefined>> = {
    holder: { text: license.holder },
    license: { text: license.name, href: license.url },
    commit: commit && { text: commit.id.slice(0, 12), ...(commit.url === undefined ? {} : { href: commit.url }) },
    version: { text: version },
  }
  return (commit ? strings.pinned : isHere ? strings.here : strings.elsewhere)
    .split(/(\{\{\w+\}\})/)
    .filter((piece) => piece !== '')
    .map((piece) => values[piece.slice(2, -2)] ?? { text: piece })
}
