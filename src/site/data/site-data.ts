import { isAbsolute } from 'node:path'
import type { Localized, ProjectConfig, WaymarkConfig } from '../../config/index.ts'
import type { SourceStatus, StopView } from '../../walkthrough/index.ts'
import type { SiteBook } from './book.ts'
import { commitUrl } from './links.ts'

/** A walkthrough as header, sidebar, trail and home page see it. */
export interface WalkthroughData {
  readonly id: string
  readonly title: Localized
  /** What it is about, where its config says so. */
  readonly lead?: Localized | undefined
  readonly version: string
  /** The pinned commit, with its address where it has one; undefined for code of a folder. */
  readonly commit: { readonly id: string; readonly url: string | undefined } | undefined
  /** Whether the code is part of this project's own repository. */
  readonly isHere: boolean
  readonly license: { readonly name: string; readonly url: string; readonly holder: string }
  readonly chapters: readonly string[]
  /** How the code on the pages stands to the pinned version. */
  readonly source: SourceStatus
  /** Whether there are pages about its declarations. */
  readonly hasCode: boolean
  /** Stops by locale (`root`, `zh-cn`). */
  readonly path: Readonly<Record<string, readonly StopView[]>>
}

/** The lab as menus and pages see it. */
export interface LabData {
  readonly title: Localized
  /** Walkthrough whose code its pages show. */
  readonly walkthrough: string
  readonly chapters: readonly string[]
}

/** Everything the pages around the chapters are made of; plain JSON. */
export interface SiteData {
  readonly title: string
  readonly base: string
  readonly languages: readonly { readonly locale: string; readonly tag: string; readonly label: string }[]
  readonly walkthroughs: readonly WalkthroughData[]
  readonly lab: LabData | undefined
  /** Where the project is kept; undefined where nobody is told. */
  readonly project: ProjectConfig | undefined
}

/** Gathers the site's data from the config and a book. */
export function siteData(config: WaymarkConfig, book: SiteBook, base: string): SiteData {
  return {
    title: config.title,
    base,
    languages: config.languages,
    project: config.project,
    lab: config.lab && { title: config.lab.title, walkthrough: config.lab.walkthrough, chapters: config.lab.chapters },
    walkthroughs: config.walkthroughs.map(({ id, title, lead, version, source, license, chapters }) => {
      return {
        id,
        title,
        lead,
        version,
        commit: 'commit' in source ? { id: source.commit, url: commitUrl(source) } : undefined,
        isHere: 'folder' in source && !isAbsolute(source.folder),
        license,
        chapters,
        source: book.getSource(id),
        hasCode: book.hasCode(id),
        path: Object.fromEntries(config.languages.map(({ locale }) => [locale, book.getPath(id, locale, base)])),
      }
    }),
  }
}
