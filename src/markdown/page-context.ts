import type { LabConfig } from '../config/index.ts'
import type { LabValues, Verified } from '../lab/index.ts'
import type { Diagnostic } from '../report/index.ts'
import type { Book } from '../walkthrough/index.ts'
import type { PageOptions } from './options/index.ts'
import type { StoredVersion } from './differences/index.ts'
import type { CardList } from './render/index.ts'

/** What a chapter is, as told by where its file stands. */
export interface ChapterLocation {
  /** Locale folder, `root` for the default language. */
  readonly locale: string
  readonly walkthrough: string | undefined
  /** Slug inside the walkthrough. */
  readonly chapter: string
}

/** What a page of the lab needs besides. */
export interface PageLab {
  readonly config: LabConfig
  /** The defaults: what stands in commands until a reader chooses otherwise. */
  readonly values: LabValues
  /** What the last full run found; undefined before there was one. */
  readonly verified: Verified | undefined
  /** Slug of the chapter. */
  readonly chapter: string
  /** From this page to the site's base, with a slash at the end. */
  readonly siteRoot: string
}

/** Everything the directives of one page need. */
export interface PageContext {
  /** Path of the author's file, relative to the project's root. */
  readonly file: string
  readonly languageTag: string
  /** The book of the page's walkthrough; undefined outside of any. */
  readonly book: Book | undefined
  /** What is known about the walkthrough's options; undefined where it has none, or nothing is known without the source. */
  readonly options: PageOptions | undefined
  /** What is kept about other versions of the walkthrough. */
  readonly differences?: readonly StoredVersion[] | undefined
  /** Undefined for pages that do not belong to the lab. */
  readonly lab: PageLab | undefined
  readonly takenIds: Set<string>
  /** Someone is writing this page right now: problems are shown in full, where they are. */
  readonly writing: boolean
  /** Where a chapter of the same walkthrough is, from this page. */
  readonly hrefOf: (chapter: string) => string
  /** Where a page about code is, from this page, by its address below walkthrough and locale. */
  readonly codeHref: (address: string) => string
  /** From this page to the site's base, with a slash at the end. */
  readonly siteRoot: string
  /** What the page's links in code tell of where they lead; grows while it is rendered. */
  readonly cards: CardList
  /** Address of an issue on the project's code host, with this text; undefined where the config names no host. */
  readonly issueUrl: ((title: string, body: string) => string) | undefined
  readonly report: (diagnostics: readonly Diagnostic[]) => void
}

/**
 * Reads a chapter's location off its path below `content/docs`: `zh-cn/kube-apiserver/main.md`.
 *
 * @param path with forward slashes
 * @param locales locale folders other than the default one
 * @param walkthroughs ids of the walkthroughs
 */
export function locateChapter(path: string, locales: readonly string[], walkthroughs: readonly string[]): ChapterLocation {
  const parts = path.replace(/\.mdx?$/, '').split('/')
  const locale = locales.includes(parts[0] as string) ? (parts.shift() as string) : 'root'
  const walkthrough = parts.length > 1 && walkthroughs.includes(parts[0] as string) ? parts.shift() : undefined
  return { locale, walkthrough, chapter: parts.join('/') }
}
