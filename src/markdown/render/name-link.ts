/**
 * Where a link in code leads: to a line of this page, to another page of the site, to the code host, or to pkg.go.dev. The
 * stylesheet and the card tell them apart.
 */
export type LinkTo = 'here' | 'page' | 'host' | 'pkg'

/** A name that is a link. One-based; columns count UTF-16 code units, `endColumn` is one past the last. */
export interface NameLink {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly to: LinkTo
  readonly href: string
  /** Which of the page's cards tells of it; undefined where the address tells all there is. */
  readonly card: number | undefined
}

/** The attributes of a link that has a card; their order stays the same, so that a page of them packs well. */
export function linkProperties({ to, href, card }: Pick<NameLink, 'to' | 'href' | 'card'>): Record<string, string> {
  return { dataTo: to, ...(card === undefined ? {} : { dataCard: String(card) }), href }
}
