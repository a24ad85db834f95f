import type { InjectedRoute } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { sitePath } from '../data/links.ts'
import { explorerHref } from '../options/explorer-data.ts'
import { explorerPages } from '../options/explorer-place.ts'

/** Addresses of the explorer of each walkthrough whose options are known: its pages in every language, and the data that trying takes. */
export function explorerRoutes({ languages }: WaymarkConfig, walkthroughs: Iterable<string>, hasErrorsChapter: (walkthrough: string) => boolean): InjectedRoute[] {
  const route = (pattern: string, file: string): InjectedRoute => ({ pattern, entrypoint: new URL(`../options/${file}`, import.meta.url), prerender: true })
  return [...walkthroughs].flatMap((id) => [
    route(`${sitePath('/', id)}options.json`, 'options-json.ts'),
    ...explorerPages
      .filter(({ page }) => page !== 'errors' || !hasErrorsChapter(id))
      .flatMap(({ page }) => languages.map(({ locale }) => route(explorerHref('/', locale, id, page), 'Explorer.astro'))),
  ])
}
