import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroInlineConfig } from 'astro'
import remarkDirective from 'remark-directive'
import { projectRoot, type WaymarkConfig } from '../../src/config/index.ts'
import { readVerified } from '../../src/lab/index.ts'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { cardStore } from '../../src/markdown/render/index.ts'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import { pageContexts, remarkWaymark, type PageContext, type RemarkWaymarkOptions } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { siteOptions, waymark } from '../../src/site/integration/index.ts'
import { lineTemplate } from '../../src/site/options/explorer-data.ts'
import type { ExplorerInput } from '../../src/site/options/read-explorer.ts'
import { placesIn } from '../../src/options/places-in.ts'
import { pageOfLine, type Book } from '../../src/walkthrough/index.ts'
import { readDifferences } from './read-differences.ts'
import { siteBook } from './site-book.ts'

/** What differs from one use of the site to the next. */
export interface SiteConfigOptions {
  readonly config: WaymarkConfig
  /** Books by walkthrough id. */
  readonly books: ReadonlyMap<string, Book>
  /** What is known about the options of walkthroughs, by id. */
  readonly options?: ReadonlyMap<string, KnownOptions>
  /** Show problems in full, in the page: for someone who is writing. */
  readonly writing: boolean
  /** Hears every problem of a chapter, each time it is rendered. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
  /** Absolute folder the pages go to. */
  readonly outFolder?: string
  /** Absolute folder for what Astro keeps between runs. */
  readonly cacheFolder?: string
  /** Path the site will live under, `/docs/` for example. */
  readonly base?: string | undefined
}

/** The context of each page by its file's path from the project's root. */
export function pageContextOf(options: Pick<SiteConfigOptions, 'config' | 'books' | 'options' | 'writing' | 'report'>): (file: string) => PageContext | undefined {
  return pageContexts({ ...options, differences: readDifferences(options.config, projectRoot).stored, verified: readVerified(projectRoot) })
}

/** The whole configuration for Astro's own functions; `astro.config.mjs` is for the tools that look for it. */
export async function siteConfig(options: SiteConfigOptions): Promise<AstroInlineConfig> {
  const { config, books, outFolder, cacheFolder, base, writing } = options
  const contextOf = pageContextOf(options)
  const cards = cardStore()
  const directives: RemarkWaymarkOptions = {
    contextFor: ({ path }) => contextOf(relative(projectRoot, path).replaceAll(sep, '/')),
    highlight: await createGoHighlight(),
    keepCards: (list) => cards.keep(list),
  }
  return {
    ...siteOptions({ config, remarkPlugins: [remarkDirective, [remarkWaymark, directives]] }),
    integrations: [waymark({ config, book: siteBook(config, books), cards, options: explorerInputs(options), writing })],
    configFile: false,
    root: projectRoot,
    logger: { entrypoint: fileURLToPath(new URL('build-log.ts', import.meta.url)) },
    ...(outFolder === undefined ? {} : { outDir: outFolder }),
    ...(cacheFolder === undefined ? {} : { cacheDir: cacheFolder }),
    ...(base === undefined ? {} : { base }),
  }
}

/** What is known, with where the site and the code host show lines of each walkthrough's tree. */
function explorerInputs({ books, options = new Map<string, KnownOptions>() }: Pick<SiteConfigOptions, 'books' | 'options'>): Map<string, ExplorerInput> {
  return new Map(
    [...options].map(([id, known]) => {
      const book = books.get(id)
      const pages = placesIn(known.outcome).flatMap((place): [string, string][] => {
        const page = book && pageOfLine(book, place)
        return page === undefined ? [] : [[`${place.file}:${place.line}`, page]]
      })
      return [id, { ...known, lineUrl: lineTemplate((...place) => book?.linesUrl(...place)), linePages: Object.fromEntries(pages) }]
    }),
  )
}
