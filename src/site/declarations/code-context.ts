import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Highlight } from '../../markdown/highlight/index.ts'
import { breakable, type ExcerptStrings } from '../../markdown/render/index.ts'
import type { CodePages, Mention, NameCard, Way } from '../../walkthrough/index.ts'
import type { CodeStrings } from './strings.ts'

/** A chapter that speaks of a declaration. */
export interface ChapterLink {
  readonly title: string
  readonly href: string
}

/** What rendering needs to know of the walkthrough, the language and the page. */
export interface CodeContext {
  readonly pages: CodePages
  readonly walkthrough: string
  readonly version: string
  readonly strings: CodeStrings
  readonly excerptStrings: ExcerptStrings
  readonly highlight: Highlight
  /** The stops of the path, by the import path of the package that declares them. */
  readonly stops: ReadonlyMap<string, readonly string[]>
  /** From an address below walkthrough and locale to an address of the site. */
  readonly hrefOf: (address: string) => string
  /** Keeps the cards of a page and gives the address of the file that a reader's browser fetches them from. */
  readonly keepCards: (cards: readonly NameCard[]) => string
  /** The chapter a mention stands in; undefined for one in another language. */
  readonly chapterOf: (mention: Mention) => ChapterLink | undefined
}

/** Where a link leads: to the site's own page, else to the web; undefined where there is nowhere. */
export function hrefOfWay({ address, url }: Way, { hrefOf }: Pick<CodeContext, 'hrefOf'>): string | undefined {
  return address === undefined ? url : hrefOf(address)
}

/** Code that leads somewhere, or just code where there is nowhere to lead. Links that leave the site say so. */
export function codeLink(label: string, way: Way, context: Pick<CodeContext, 'hrefOf'>): Element {
  const href = hrefOfWay(way, context)
  const code = h('code', { translate: 'no' }, breakable(label))
  return href === undefined ? code : h('a', { href, dataTo: way.address === undefined ? 'host' : 'page' }, code)
}

/** What pages about code begin with: from the list of packages down to this page. */
export function breadcrumbs(steps: readonly { readonly label: string; readonly address: string | undefined }[], context: CodeContext): Element {
  const { strings, hrefOf } = context
  const items = [{ label: strings.code, address: 'code/' as string | undefined }, ...steps].map(({ label, address }) =>
    h('li', address === undefined ? h('span', { translate: 'no' }, label) : h('a', { href: hrefOf(address), ...(address === 'code/' ? {} : { translate: 'no' }) }, label)),
  )
  return h('nav', { class: 'wm-crumbs not-content', ariaLabel: strings.breadcrumbs }, h('ol', items))
}
