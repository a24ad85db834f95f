import type { WaymarkConfig } from '../config/index.ts'
import type { Diagnostic } from '../report/index.ts'
import type { Book } from '../walkthrough/index.ts'
import { locateChapter, type PageContext } from './page-context.ts'

/** What all pages of the site share. */
export interface PageContextsOptions {
  readonly config: WaymarkConfig
  /** Books by walkthrough id. */
  readonly books: ReadonlyMap<string, Book>
  /** Show problems in full, in the page. */
  readonly writing: boolean
  report(diagnostics: readonly Diagnostic[]): void
}

/** Folder of the chapters, relative to the project's root. */
export const CONTENT_FOLDER = 'content/docs'

/**
 * Makes the context of a page from its file's path relative to the project's root; undefined for files that are no
 * pages. Each call is a new rendering of the page, with no fragment ids taken.
 */
export function pageContexts({ config, books, writing, report }: PageContextsOptions): (file: string) => PageContext | undefined {
  const locales = config.languages.map(({ locale }) => locale).filter((locale) => locale !== 'root')
  const walkthroughs = config.walkthroughs.map(({ id }) => id)
  return (file) => {
    if (!file.startsWith(`${CONTENT_FOLDER}/`) || !/\.md$/.test(file)) return undefined
    const { locale, walkthrough } = locateChapter(file.slice(CONTENT_FOLDER.length + 1), locales, walkthroughs)
    return {
      file,
      languageTag: config.languages.find((language) => language.locale === locale)?.tag ?? 'en',
      book: walkthrough === undefined ? undefined : books.get(walkthrough),
      takenIds: new Set(),
      writing,
      hrefOf: (chapter) => `../${chapter}/`,
      report,
    }
  }
}
