import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark'
import remarkDirective from 'remark-directive'
import type { VFile } from 'vfile'
import type { WaymarkConfig } from '../../config/index.ts'
import { createGoHighlight } from '../../markdown/highlight/index.ts'
import { pageContexts, remarkWaymark } from '../../markdown/index.ts'
import type { Diagnostic } from '../../report/index.ts'
import type { Book } from '../../walkthrough/index.ts'
import type { SiteBook } from '../data/book.ts'
import { chapterHref } from '../data/links.ts'

/** What the site's pages are rendered with, once the books are open. */
export interface SiteContent {
  readonly book: SiteBook
  readonly remarkPlugins: NonNullable<UnifiedProcessorOptions['remarkPlugins']>
  /** Everything that was wrong with what has been rendered so far. */
  readonly problems: readonly Diagnostic[]
}

/** Settings of `siteContent`. */
export interface SiteContentOptions {
  readonly config: WaymarkConfig
  readonly books: ReadonlyMap<string, Book>
  readonly projectRoot: string
  /** Show problems in full where they are, for whoever is writing. */
  readonly writing: boolean
}

/** Joins the books to the site: plugins for its Markdown, data for the pages around the chapters. */
export function siteContent({ config, books, projectRoot, writing }: SiteContentOptions): SiteContent {
  const problems: Diagnostic[] = []
  const contextOf = pageContexts({ config, books, writing, report: (found) => problems.push(...found) })
  const contextFor = (file: VFile) => contextOf(relative(projectRoot, file.path).replaceAll('\\', '/'))
  return {
    problems,
    remarkPlugins: [remarkDirective, [remarkWaymark, { contextFor, highlight: createGoHighlight() }]],
    book: {
      getPath(walkthroughId, locale, base) {
        const tag = config.languages.find((language) => language.locale === locale)?.tag ?? 'en'
        const hrefOf = (chapter: string): string => chapterHref({ base, locale, walkthrough: walkthroughId, chapter })
        const path = books.get(walkthroughId)?.path(tag, hrefOf)
        return path?.kind === 'found' ? path.value : []
      },
    },
  }
}

/** One string for a set of inputs: what rendered chapters are kept under. */
export function contentSalt(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
