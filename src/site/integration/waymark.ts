import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import starlight from '@astrojs/starlight'
import type { AstroIntegration } from 'astro'
import { editBase, type WaymarkConfig } from '../../config/index.ts'
import type { CardStore } from '../../markdown/render/index.ts'
import { bookFromConfig, type SiteBook } from '../data/book.ts'
import { siteData } from '../data/site-data.ts'
import { homeHref } from '../data/links.ts'
import { cardFiles } from './card-files.ts'
import { hasErrorsChapter, type ExplorerInput } from '../options/read-explorer.ts'
import { explorerRoutes } from './explorer-routes.ts'
import { codeRoutes } from './code-routes.ts'
import { expressiveCode } from './expressive-code.ts'
import { labRoutes } from './lab-routes.ts'
import { locales } from './locales.ts'
import { sidebar } from './sidebar.ts'
import { virtualExplorer } from './virtual-explorer.ts'
import { ETCD_DUMP, virtualLab } from './virtual-lab.ts'
import { virtualSiteData } from './virtual-site-data.ts'

/** Settings of `waymark`. */
export interface WaymarkOptions {
  readonly config: WaymarkConfig
  /** The resolved book; without one the pages around the chapters know only what the config says. */
  readonly book?: SiteBook
  /** What is known about the options of walkthroughs, by id; each of them gets an explorer. */
  readonly options?: ReadonlyMap<string, ExplorerInput>
  /** What the cards of names in code say; filled while the pages are rendered. */
  readonly cards?: CardStore
  /** Somebody writes the chapters: their text comes from the live chapters. */
  readonly writing?: boolean
}

/** Loaded in this order on every page; what belongs to one component is imported by it. */
const stylesheets = ['styles/tokens', 'styles/page', 'styles/prose', 'styles/code', 'styles/diagrams', 'styles/tree', 'excerpt/excerpt', 'links/names', 'lab/step/step', 'options/pieces', 'styles/print']

/** Starlight in our clothes, the home pages and the data that components read. */
export function waymark({ config, book = bookFromConfig(config), options = new Map<string, ExplorerInput>(), cards, writing = false }: WaymarkOptions): AstroIntegration[] {
  return [
    {
      name: 'waymark',
      hooks: {
        'astro:config:setup': ({ config: astro, injectRoute, updateConfig }) => {
          const read = () => siteData(config, book, astro.base)
          const root = fileURLToPath(astro.root)
          updateConfig({ vite: { plugins: [virtualSiteData(read), virtualLab(config, root), virtualExplorer(config, root, options)] } })
          for (const { locale } of config.languages)
            injectRoute({ pattern: homeHref('/', locale), entrypoint: here('../home/Home.astro'), prerender: true })
          for (const route of labRoutes(config, existsSync(new URL(ETCD_DUMP, astro.root)))) injectRoute(route)
          for (const route of explorerRoutes(config, options.keys(), (id) => hasErrorsChapter(root, id))) injectRoute(route)
          for (const route of codeRoutes(config, book)) injectRoute(route)
          injectRoute({ pattern: '404', entrypoint: here('../not-found/NotFound.astro'), prerender: true })
        },
      },
    },
    ...(cards === undefined ? [] : [cardFiles(cards)]),
    starlight({
      title: config.title,
      favicon: '/favicon.svg',
      locales: locales(config),
      defaultLocale: 'root',
      sidebar: sidebar(config, new Set(options.keys()), new Set(config.walkthroughs.map(({ id }) => id).filter((id) => book.hasCode(id)))),
      tableOfContents: false,
      disable404Route: true,
      credits: false,
      ...(config.project === undefined ? {} : { editLink: { baseUrl: editBase(config.project) } }),
      expressiveCode: expressiveCode(),
      customCss: stylesheets.map((name) => own(`${name}.css`)),
      components: {
        Banner: own('banner/Banner.astro'),
        Footer: own('footer/Footer.astro'),
        Header: own('header/Header.astro'),
        LanguageSelect: own('header/LanguageLinks.astro'),
        MobileMenuFooter: own('header/MenuFooter.astro'),
        PageTitle: own('page-title/PageTitle.astro'),
        Sidebar: own('sidebar/Sidebar.astro'),
        SiteTitle: own('header/SiteTitle.astro'),
        ThemeProvider: own('theme/ThemeProvider.astro'),
        ThemeSelect: own('theme/ThemeToggle.astro'),
        TwoColumnContent: own('styles/OneColumn.astro'),
        ...(writing ? { MarkdownContent: own('content/LiveMarkdown.astro') } : {}),
      },
    }),
  ]
}

function here(relative: string): URL {
  return new URL(relative, import.meta.url)
}

/** Starlight resolves these from the project's root, which also works where paths have drive letters. */
function own(file: string): string {
  return `./src/site/${file}`
}
