import type { SiteData } from '../data/site-data.ts'
import { LAB } from '../data/links.ts'

/** Language of a page of the lab by its address, where nothing else tells it: the folder before `lab`, if that is one. */
export function localeOfLabPage({ languages }: Pick<SiteData, 'languages'>, pathname: string): { readonly locale: string; readonly tag: string } {
  const parts = pathname.split('/').filter((part) => part !== '')
  const before = parts[parts.lastIndexOf(LAB) - 1]
  const { locale, tag } = languages.find((one) => one.locale === before) ?? languages.find((one) => one.locale === 'root') ?? { locale: 'root', tag: 'en' }
  return { locale, tag }
}
