import type { WaymarkConfig } from '../../src/config/index.ts'
import { bookFromConfig, type SiteBook } from '../../src/site/data/book.ts'
import { chapterHref } from '../../src/site/data/links.ts'
import type { Book } from '../../src/walkthrough/index.ts'

/** The books as the pages around the chapters see them; a path that cannot be resolved is the config's. */
export function siteBook(config: WaymarkConfig, books: ReadonlyMap<string, Book>): SiteBook {
  const unresolved = bookFromConfig(config)
  return {
    getSource: (walkthrough) => books.get(walkthrough)?.status ?? 'none',
    hasCode: (walkthrough) => books.get(walkthrough)?.linker?.hasPages ?? false,
    getPath(walkthrough, locale, base) {
      const tag = config.languages.find((language) => language.locale === locale)?.tag ?? 'en'
      const path = books.get(walkthrough)?.path(tag, (chapter) => chapterHref({ base, locale, walkthrough, chapter }))
      return path?.kind === 'found' ? path.value : unresolved.getPath(walkthrough, locale, base)
    },
  }
}
