import { LAB } from './links.ts'
import type { LabData, SiteData, WalkthroughData } from './site-data.ts'

/** Where a page is: its locale, and the walkthrough and chapter it belongs to, if it does. */
export interface Place {
  readonly locale: string
  readonly tag: string
  readonly walkthrough: WalkthroughData | undefined
  /** Slug of the chapter, of the walkthrough or of the lab. */
  readonly chapter: string | undefined
  /** The lab, on its pages. */
  readonly lab: LabData | undefined
}

/**
 * Reads a page's place from its Starlight route id.
 *
 * @param id e.g. `kube-apiserver/main` or `zh-cn/kube-apiserver/main`; a fallback page's id may lack its locale
 * @param locale Starlight's locale of the route, undefined for the root
 */
export function placeOf(site: SiteData, id: string, locale: string | undefined): Place {
  const language = site.languages.find((one) => one.locale === (locale ?? 'root')) ?? site.languages[0]
  const parts = id.split('/').filter((part) => part !== '')
  if (locale !== undefined && parts[0] === locale) parts.shift()
  const walkthrough = site.walkthroughs.find((one) => one.id === parts[0])
  const lab = walkthrough === undefined && parts[0] === LAB ? site.lab : undefined
  const slug = parts.slice(1).join('/')
  return {
    locale: language?.locale ?? 'root',
    tag: language?.tag ?? 'en',
    walkthrough,
    chapter: (walkthrough ?? lab)?.chapters.includes(slug) ? slug : undefined,
    lab,
  }
}
