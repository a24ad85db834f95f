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
 * address, become those of the new page.
 *
 * @param folder the address of that page in each language without what stands before it, such as `kube-apiserver/code/`
 * @throws TypeError when the page does not hold what is to be filled: a change of the layout must not go unnoticed.
 */
export function stampPage(template: string, folder: string, { path, title, description, body }: StampedPage): string {
  const [before, after, ...others] = template.split(`<div id="${codeTokens.body}"></div>`)
  if (before === undefined || after === undefined || others.length > 0) throw new TypeError('the page for code has no place for its content')
  const around = (html: string): string =>
    html
      .replaceAll(codeTokens.title, () => escapeText(title))
      .replaceAll(codeTokens.description, () => escapeText(description))
      .replaceAll(`${folder}"`, () => `${folder}${path}"`)
  return `${around(before)}${body}${around(after)}`
}
