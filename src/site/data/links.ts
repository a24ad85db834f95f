import type { SourceConfig } from '../../config/index.ts'

/** Where a chapter stands on the site. */
export interface ChapterPlace {
  /** Astro's `base`. */
  readonly base: string
  /** `root` or a folder such as `zh-cn`. */
  readonly locale: string
  readonly walkthrough: string
  readonly chapter: string
}

/** Joins path segments onto a base, with one slash at each end. */
export function sitePath(base: string, ...segments: readonly string[]): string {
  const parts = [base, ...segments].flatMap((part) => part.split('/')).filter((part) => part !== '')
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}

/** Address of a locale's home page. */
export function homeHref(base: string, locale: string): string {
  return sitePath(base, locale === 'root' ? '' : locale)
}

/** Address of a chapter. */
export function chapterHref({ base, locale, walkthrough, chapter }: ChapterPlace): string {
  return sitePath(base, locale === 'root' ? '' : locale, walkthrough, chapter)
}

/** Folder of the lab's pages. */
export const LAB = 'lab'

/** Address of a page of the lab: a chapter, or one of its viewers. */
export function labHref(base: string, locale: string, page: string): string {
  return sitePath(base, locale === 'root' ? '' : locale, LAB, page)
}

/**
 * URL of the whole tree at the pinned commit; undefined for a folder of this repository.
 *
 * Code hosts name a folder's page like a file's with `tree` for `blob`; a host that doesn't gets the repository's URL.
 * A repository that no browser can reach gets none.
 */
export function commitUrl(source: SourceConfig): string | undefined {
  if (!('repository' in source)) return undefined
  const match = /^(.*\/)blob(\/)\{commit\}/.exec(source.linesUrl ?? '')
  if (match) return `${match[1]}tree${match[2]}${source.commit}`
  return /^https?:/.test(source.repository) ? source.repository : undefined
}
