import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { NameCard } from '../../walkthrough/link-target.ts'

/** The cards of one page, each once, in the order in which the page first needs them. */
export interface CardList {
  /** The number of a card on this page. */
  add(card: NameCard): number
  readonly cards: readonly NameCard[]
}

/** An empty list. */
export function cardList(): CardList {
  const numbers = new Map<string, number>()
  const cards: NameCard[] = []
  return {
    cards,
    add(card) {
      const key = JSON.stringify(card)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, cards.length)
      return cards.push(card) - 1
    },
  }
}

/** The files that a site's cards are in. A page fetches its own when a reader first asks for a card. */
export interface CardStore {
  /** Keeps the cards of a page and gives the file's name, which tells its content: pages with the same cards share one. */
  keep(cards: readonly NameCard[]): string
  /** Contents by name. */
  readonly files: ReadonlyMap<string, string>
}

/** An empty store. */
export function cardStore(): CardStore {
  const files = new Map<string, string>()
  return {
    files,
    keep(cards) {
      const text = JSON.stringify(cards)
      const name = `names.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`
      files.set(name, text)
      return name
    },
  }
}

/** The element by which a page says where its cards are; its script looks for it by this id. `href` is the file's address. */
export function renderCardsPlace(href: string): Element {
  return h('span', { id: 'wm-cards', hidden: true, dataSrc: href })
}
