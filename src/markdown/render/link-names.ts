import type { ExcerptView } from '../../walkthrough/excerpt.ts'
import type { LinkedName, LinkTarget } from '../../walkthrough/link-target.ts'
import type { CardList } from './cards.ts'
import type { LinkTo, NameLink } from './name-link.ts'
import { lineId } from './render-line.ts'

/** An excerpt of a page, and the names in its lines. */
export interface NamedExcerpt {
  readonly view: ExcerptView
  readonly names: readonly LinkedName[]
}

/** What linking needs to know of the page. */
export interface LinkNamesOptions {
  /** From this page to an address below walkthrough and locale; undefined where that is no place to lead to, such as here. */
  readonly hrefOf: (address: string) => string | undefined
  readonly cards: CardList
}

/**
 * Decides for each name of a page's excerpts where its link leads: to the line of its declaration where the page shows it,
 * else to the page of the declaration, else to the code host, else to pkg.go.dev. Gives the links of each excerpt, in order.
 *
 * The name in a declaration itself leads on, to its page: it is here already. What belongs to a function leads to its line or
 * nowhere; a fold opens when it is led into, but only for what has no other place.
 */
export function linkNames(excerpts: readonly NamedExcerpt[], { hrefOf, cards }: LinkNamesOptions): NameLink[][] {
  const views = excerpts.map(({ view }) => view).filter(({ code }) => code !== undefined)
  return excerpts.map(({ view, names }) =>
    names.flatMap(({ target, ...name }): NameLink[] => {
      const link = hereLink(name, target, view, views) ?? awayLink(target, hrefOf)
      if (link === undefined) return []
      const card = 'card' in target && target.card !== undefined ? cards.add(target.card) : undefined
      return [{ ...name, ...link, card }]
    }),
  )
}

interface Way {
  readonly to: LinkTo
  readonly href: string
}

function hereLink(name: Omit<LinkedName, 'target'>, target: LinkTarget, own: ExcerptView, views: readonly ExcerptView[]): Way | undefined {
  if (target.kind !== 'declared' && target.kind !== 'local') return undefined
  const { file, line, column } = target
  if (own.file === file && name.line === line && name.column === column) return undefined
  const nearest = [own, ...views.filter((view) => view !== own)].filter((view) => view.file === file && view.startLine <= line && line <= view.endLine)
  const view = nearest.find((one) => shows(one, line)) ?? (target.kind === 'local' ? nearest[0] : undefined)
  return view && { to: 'here', href: `#${lineId(view.id, line)}` }
}

function awayLink(target: LinkTarget, hrefOf: LinkNamesOptions['hrefOf']): Way | undefined {
  if (target.kind === 'local') return undefined
  if (target.kind === 'outside') return { to: 'pkg', href: target.url }
  const { address, url } = target
  if (address !== undefined) {
    const href = hrefOf(address)
    return href === undefined ? undefined : { to: 'page', href }
  }
  return url === undefined ? undefined : { to: 'host', href: url }
}

/** Whether a line is to be seen without opening a fold. */
function shows({ segments }: ExcerptView, line: number): boolean {
  return segments.some(({ kind, startLine, endLine }) => kind === 'shown' && startLine <= line && line <= endLine)
}
