import type { Element } from 'hast'
import type { Root } from 'mdast'
import type { PageContext } from '../page-context.ts'
import { linkNames, renderCardsPlace, type CardStore, type NameLink, type UseLink } from '../render/index.ts'
import { useCounts, type ExcerptView } from '../../walkthrough/index.ts'
import { elementNode } from './element-node.ts'

/** An excerpt that waits until all of its page are known: only then can its names lead from one to another. */
export interface WaitingExcerpt {
  readonly view: ExcerptView
  /** Stands in the page already; what is made is put into it. */
  readonly element: Element
  readonly render: (links: readonly NameLink[], uses: readonly UseLink[]) => Element
}

/** Links the names in all excerpts of a page, tells how often what they show is used, keeps what its cards say, and tells the page where. */
export async function linkPage(tree: Root, waiting: readonly WaitingExcerpt[], context: PageContext, keepCards: CardStore['keep']): Promise<void> {
  const { cards, codeHref, book, siteRoot } = context
  const excerpts = await Promise.all(
    waiting.map(async ({ view }) => ({ view, names: (await book?.linker?.names(view.file, view.startLine, view.endLine)) ?? [] })),
  )
  const links = linkNames(excerpts, { hrefOf: codeHref, cards })
  const usesOf = async (symbol: string): Promise<UseLink[]> => {
    const counts = book?.linker === undefined ? [] : await useCounts(symbol, book.linker)
    return counts.map(({ kind, count, address }) => ({ kind, count, href: codeHref(address) }))
  }
  for (const [index, { view, element, render }] of waiting.entries()) {
    const { properties, children } = render(links[index] ?? [], await usesOf(view.symbol))
    Object.assign(element.properties, properties)
    element.children.push(...children)
  }
  if (cards.cards.length > 0) {
    tree.children.push(elementNode(renderCardsPlace(`${siteRoot}_astro/${keepCards(cards.cards)}`)))
  }
}
