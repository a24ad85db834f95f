import type { InjectedRoute } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { CODE } from '../../walkthrough/declaration-address.ts'
import type { SiteBook } from '../data/book.ts'
import { sitePath } from '../data/links.ts'

/** The one page about code that Astro makes, for each walkthrough that has such pages and each language; the others are copies of it. */
export function codeRoutes({ walkthroughs, languages }: WaymarkConfig, book: SiteBook): InjectedRoute[] {
  return walkthroughs.filter(({ id }) => book.hasCode(id)).flatMap(({ id }) =>
    languages.map(({ locale }) => ({
      pattern: sitePath('/', locale === 'root' ? '' : locale, id, CODE),
      entrypoint: new URL('../declarations/CodePage.astro', import.meta.url),
      prerender: true,
    })),
  )
}
