import { sitePath } from '../data/links.ts'
import type { SiteData } from '../data/site-data.ts'

/** A link to the same page in a language. */
export interface LanguageLink {
  readonly label: string
  readonly tag: string
  readonly href: string
  readonly current: boolean
}

const NOT_FOUND = /^404(?:\.html|\/)?$/

/**
 * The same page in each language. Every page exists in all of them (Starlight falls back to English with a notice), so
 * plain links do, with or without script.
 */
export function languageLinks({ languages, base }: Pick<SiteData, 'languages' | 'base'>, pathname: string, locale: string): LanguageLink[] {
  const prefix = sitePath(base, locale === 'root' ? '' : locale)
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : ''
  // The one page that stands for all languages has no twin to lead to.
  const rest = NOT_FOUND.test(path) ? '' : path
  return languages.map((language) => ({
    label: language.label,
    tag: language.tag,
    href: sitePath(base, language.locale === 'root' ? '' : language.locale, rest),
    current: language.locale === locale,
  }))
}
