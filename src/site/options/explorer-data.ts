import type { KnownOptions, PageOptions } from '../../markdown/options/index.ts'
import { sitePath } from '../data/links.ts'

/** What the pages of the explorer are made of, for one walkthrough; plain JSON. */
export interface ExplorerData extends KnownOptions {
  /** Address of one line on the code host, with `{path}` and `{line}`; undefined where there is none. */
  readonly lineUrl: string | undefined
  /** Pages of this site that show a line of code, below walkthrough and locale, by `file:line`; the code host shows all others. */
  readonly linePages: Readonly<Record<string, string>>
  /** The lab's command line, where the lab starts this program. */
  readonly line: string | undefined
  /** Chapters that speak of a flag, by locale and the flag's name. */
  readonly mentions: Readonly<Record<string, Readonly<Record<string, readonly { readonly title: string; readonly address: string }[]>>>>
  /** The errors have a page of their own among the chapters. */
  readonly hasErrorsChapter: boolean
}

/** Makes the template of `lineUrl` from a function that knows the code host; braces of the path come back encoded. */
export function lineTemplate(linesUrl: (file: string, first: string, last: string) => string | undefined): string | undefined {
  return linesUrl('{path}', '{line}', '{line}')?.replace('%7Bpath%7D', '{path}')
}

/** The facts as the explorer's own pages speak of them; all of these stand beside each other below the walkthrough. */
export function ownPageOptions({ outcome, withSource, lineUrl, linePages }: ExplorerData): PageOptions {
  return {
    outcome,
    withSource,
    codeUrl({ file, line }) {
      const page = linePages[`${file}:${line}`]
      if (page !== undefined) return `../${page}`
      return lineUrl?.replace('{path}', file.split('/').map(encodeURIComponent).join('/')).replaceAll('{line}', String(line))
    },
    hrefOf: (page) => `../${page}/`,
  }
}

/** Address of a page of the explorer. */
export function explorerHref(base: string, locale: string, walkthrough: string, page: string): string {
  return sitePath(base, locale === 'root' ? '' : locale, walkthrough, page)
}
