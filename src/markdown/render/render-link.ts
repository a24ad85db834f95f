import type { Element } from 'hast'
import { h } from 'hastscript'
import { linkProperties, type LinkTo } from './name-link.ts'
import { staysWhole } from './stays-whole.ts'

/** A name inside prose: where it leads, if anywhere, and what it is. */
export interface CodeLink {
  readonly label: string
  readonly href: string | undefined
  /** Said on hover, e.g. the full symbol or its place. */
  readonly title?: string | undefined
  /** What kind of link it is, for one with a card. */
  readonly to?: LinkTo
  /** Which of the page's cards tells of it. */
  readonly card?: number | undefined
}

/** What kind of thing a name in prose is; becomes a class, nothing else. */
export type CodeLinkKind = 'symbol' | 'flag' | 'file'

/** A symbol in prose: code that leads to its declaration, or just code where there is nowhere to lead. */
export function renderSymbol(link: CodeLink): Element {
  return renderCodeLink('symbol', link)
}

/** A command-line flag in prose. */
export function renderFlag(link: CodeLink): Element {
  return renderCodeLink('flag', link)
}

/** A path of the tree in prose. */
export function renderFile(link: CodeLink): Element {
  return renderCodeLink('file', link)
}

function renderCodeLink(kind: CodeLinkKind, { label, href, title, to, card }: CodeLink): Element {
  const code = h('code', { class: ['wm-ref', `wm-ref-${kind}`, ...(staysWhole(label) ? ['wm-unbroken'] : [])], translate: 'no', ...(title === undefined ? {} : { title }) }, label)
  return href === undefined ? code : h('a', { class: 'wm-ref-link', ...(to === undefined ? { href } : linkProperties({ to, href, card })) }, code)
}
