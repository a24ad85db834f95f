import type { InjectedRoute } from 'astro'
import type { WaymarkConfig } from '../../config/index.ts'
import { homeHref, LAB, labHref } from '../data/links.ts'

/** Addresses of the lab besides its chapters: downloads, the viewers in every language, the shipped dump of etcd. */
export function labRoutes({ lab, languages }: WaymarkConfig, hasDump: boolean): InjectedRoute[] {
  if (lab === undefined) return []
  const root = homeHref('/', 'root')
  const route = (pattern: string, file: string): InjectedRoute => ({ pattern, entrypoint: new URL(`../lab/${file}`, import.meta.url), prerender: true })
  return [
    route(`${root}${LAB}/setup.sh`, 'downloads/setup-script.ts'),
    route(`${root}${LAB}/steps/[id].sh`, 'downloads/step-script.ts'),
    route(`${root}${LAB}/lab.json`, 'downloads/lab-json.ts'),
    route(`${root}${LAB}/openapi/license.txt`, 'openapi/license.ts'),
    route(`${root}${LAB}/openapi/swagger-ui.css`, 'openapi/styles.ts'),
    ...(hasDump ? [route(`${root}${LAB}/etcd-dump.json`, 'etcd/etcd-dump.ts')] : []),
    ...languages.flatMap(({ locale }) => [
      route(labHref('/', locale, 'openapi'), 'openapi/OpenApi.astro'),
      route(labHref('/', locale, 'etcd-viewer'), 'etcd/EtcdViewer.astro'),
    ]),
  ]
}
