import { issueUrl, type WaymarkConfig } from '../config/index.ts'
import { resolveValues, type Verified } from '../lab/index.ts'
import type { Diagnostic } from '../report/index.ts'
import { pageOfLine, type Book } from '../walkthrough/index.ts'
import type { StoredVersion } from './differences/index.ts'
import type { KnownOptions } from './options/index.ts'
import { cardList } from './render/index.ts'
import { locateChapter, type PageContext, type PageLab } from './page-context.ts'

/** What all pages of the site share. */
export interface PageContextsOptions {
  readonly config: WaymarkConfig
  /** Books by walkthrough id. */
  readonly books: ReadonlyMap<string, Book>
  /** What is known about the options of walkthroughs, by id. */
  readonly options?: ReadonlyMap<string, KnownOptions> | undefined
  /** Show problems in full, in the page. */
  readonly writing: boolean
  /** The record of the lab's last full run, for the lab's pages. */
  readonly verified?: Verified | undefined
  /** What is kept about other versions, by walkthrough id. */
  readonly differences?: ReadonlyMap<string, readonly StoredVersion[]> | undefined
  readonly report: (diagnostics: readonly Diagnostic[]) => void
}

/** A chapter of the lab, in the folder that all labs have. */
const LAB_CHAPTER = /^lab\/([^/]+)$/

/** Folder of the chapters, relative to the project's root. */
export const CONTENT_FOLDER = 'content/docs'

/**
 * Makes the context of a page from its file's path relative to the project's root; undefined for files that are no
 * pages. Each call is a new rendering of the page, with no fragment ids taken.
 */
export function pageContexts({ config, books, options, writing, verified, differences, report }: PageContextsOptions): (file: string) => PageContext | undefined {
  const locales = config.languages.map(({ locale }) => locale).filter((locale) => locale !== 'root')
  const walkthroughs = config.walkthroughs.map(({ id }) => id)
  const { project } = config
  const issue = project && ((title: string, body: string) => issueUrl(project, title, body))
  const values = config.lab === undefined ? {} : resolveValues(config.lab.parameters)
  const labOf = (chapter: string, locale: string): PageLab | undefined => {
    const slug = LAB_CHAPTER.exec(chapter)?.[1]
    if (config.lab === undefined || slug === undefined) return undefined
    return { config: config.lab, values, verified, chapter: slug, siteRoot: locale === 'root' ? '../../' : '../../../' }
  }
  return (file) => {
    if (!file.startsWith(`${CONTENT_FOLDER}/`) || !/\.md$/.test(file)) return undefined
    const { locale, walkthrough, chapter } = locateChapter(file.slice(CONTENT_FOLDER.length + 1), locales, walkthroughs)
    const lab = labOf(chapter, locale)
    const ofBook = walkthrough ?? (lab === undefined ? undefined : config.lab?.walkthrough)
    const book = ofBook === undefined ? undefined : books.get(ofBook)
    const known = ofBook === undefined ? undefined : options?.get(ofBook)
    const codeHref = (address: string): string => `${lab === undefined ? '../' : `../../${lab.config.walkthrough}/`}${address}`
    const codeUrl = (place: { readonly file: string; readonly line: number }): string | undefined => {
      const page = book && pageOfLine(book, place)
      return page === undefined ? book?.linesUrl(place.file, place.line, place.line) : codeHref(page)
    }
    const hrefOf = (to: string): string => codeHref(`${to}/`)
    const depth = [locale === 'root' ? '' : locale, walkthrough ?? '', ...chapter.split('/')].filter((part) => part !== '' && part !== 'index').length
    return {
      file,
      languageTag: config.languages.find((language) => language.locale === locale)?.tag ?? 'en',
      book,
      options: known && { ...known, codeUrl, hrefOf },
      differences: ofBook === undefined ? undefined : differences?.get(ofBook),
      lab,
      takenIds: new Set(),
      writing,
      hrefOf,
      codeHref,
      siteRoot: depth === 0 ? './' : '../'.repeat(depth),
      cards: cardList(),
      issueUrl: issue,
      report,
    }
  }
}
