import { escapeText } from './escape-text.ts'
import { codeTokens } from './code-tokens.ts'

/** What a page about code says. */
export interface StampedPage {
  /** Path below the folder of code pages, ending in a slash: `cmd/app/Complete/`; empty for that folder's own. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** HTML. */
  readonly body: string
}

/**
 * Fills a copy of the page that Astro made. Links from it to itself in another language, and what it says of its own
 * address, become those of the new page; the menu's link to it stays, and says that the reader is further down.
 *
 * @param folder the address of that page in each language without what stands before it, such as `kube-apiserver/code/`
 * @throws TypeError when the page does not hold what is to be filled: a change of the layout must not go unnoticed.
 */
export function stampPage(template: string, folder: string, { path, title, description, body }: StampedPage): string {
  const [before, after, ...others] = template.split(`<div id="${codeTokens.body}"></div>`)
  if (before === undefined || after === undefined || others.length > 0) throw new TypeError('the page for code has no place for its content')
  // What else names the page's own address is about the new one.
  const addressed = (html: string): string => html.replaceAll(`${folder}"`, () => `${folder}${path}"`)
  const menu = `${folder}" aria-current="page"`
  const around = (html: string): string =>
    html
      .replaceAll(codeTokens.title, () => escapeText(title))
      .replaceAll(codeTokens.description, () => escapeText(description))
      .split(menu)
      .map(addressed)
      .join(path === '' ? menu : `${folder}" aria-current="true"`)
  return `${around(before)}${body}${around(after)}`
}
