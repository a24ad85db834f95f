import type { NameCard } from '../../walkthrough/link-target.ts'
import { cardStrings } from './card-strings.ts'

/** What a card shows, as text. */
export interface CardText {
  readonly code: string
  readonly doc: string
  readonly package: string
  /** What kind of link it is. */
  readonly where: string
}

/** Cards of this page, once they have come. */
let cards: readonly NameCard[] | undefined
let fetching: Promise<void> | undefined

/** Fetches the page's cards, once; a page may have none. Where they can't be had, cards say what the link itself tells. */
export function fetchCards(): Promise<void> {
  const source = document.getElementById('wm-cards')?.dataset['src']
  fetching ??= (source === undefined ? Promise.resolve([]) : fetch(source).then((response) => response.json()))
    .catch(() => [])
    .then((read: readonly NameCard[]) => {
      cards = read
    })
  return fetching
}

/** Whether `readCard` would say all it can. */
export function cardsCame(): boolean {
  return cards !== undefined
}

/** What the card of a link shows, as far as is known by now. */
export function readCard(link: HTMLAnchorElement): CardText {
  const strings = cardStrings(document.documentElement.lang)
  const known = cards?.[Number(link.dataset['card'] ?? NaN)]
  const url = new URL(link.href)
  const about = { code: known?.signature ?? link.textContent, doc: known?.doc ?? '', package: known?.package ?? '' }
  switch (link.dataset['to']) {
    case 'here': {
      const line = document.getElementById(decodeURIComponent(url.hash.slice(1)))
      const where = strings.here(line?.querySelector<HTMLElement>('.wm-no')?.dataset['line'] ?? '')
      // A variable has no card: the line that declares it says what it is.
      return known === undefined ? { ...about, code: line?.querySelector('.wm-text')?.textContent.trim().replace(/\s*\{$/, '') ?? about.code, where } : { ...about, where }
    }
    case 'host':
      return { ...about, where: strings.host(url.hostname, known === undefined ? '' : `${known.file}${known.line > 0 ? `:${known.line}` : ''}`) }
    case 'pkg': {
      const importPath = decodeURIComponent(url.pathname.slice(1))
      const name = decodeURIComponent(url.hash.slice(1))
      if (known !== undefined) return { ...about, where: strings.pkg }
      return { ...about, code: name === '' ? `package ${link.textContent}` : name, package: importPath, where: strings.pkg }
    }
    default:
      return { ...about, where: known?.about === 'flag' ? strings.flag : strings.page }
  }
}
