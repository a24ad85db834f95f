import type { WalkthroughConfig, WaymarkConfig } from '../../config/index.ts'
import { localize } from '../../config/index.ts'
import type { SourceStatus, StopView } from '../../walkthrough/index.ts'
import { chapterHref } from './links.ts'

/** What the pages around the chapters need from a resolved book. */
export interface SiteBook {
  /**
   * The stops of a walkthrough in path order.
   *
   * @param walkthroughId as in the config
   * @param locale `root` or a folder such as `zh-cn`
   * @param base Astro's `base`, to be put before addresses
   */
  getPath(walkthroughId: string, locale: string, base: string): readonly StopView[]
  /** How the code at hand stands to the pinned version. */
  getSource(walkthroughId: string): SourceStatus
  /** Whether the site has pages about the declarations of a walkthrough's code. */
  hasCode(walkthroughId: string): boolean
}

/**
 * A book made from the config alone: names, sentences and order, no places and no code.
 *
 * It stands in where nothing has been resolved. Places are empty (`file` is `''`, lines are 0) and no call has been
 * looked at, so every hop is a candidate.
 */
export function bookFromConfig(config: WaymarkConfig): SiteBook {
  return {
    getSource: () => 'none',
    hasCode: () => false,
    getPath(walkthroughId, locale, base) {
      const walkthrough = config.walkthroughs.find(({ id }) => id === walkthroughId)
      const tag = config.languages.find((language) => language.locale === locale)?.tag ?? 'en'
      return walkthrough ? stopsFromConfig(walkthrough, locale, tag, base) : []
    },
  }
}

function stopsFromConfig(walkthrough: WalkthroughConfig, locale: string, tag: string, base: string): StopView[] {
  return walkthrough.path.map((stop) => {
    const from = walkthrough.path.findIndex(({ symbol }) => symbol === stop.calledBy)
    return {
      symbol: stop.symbol,
      label: stop.label ?? stop.symbol.slice(stop.symbol.lastIndexOf('.') + 1),
      summary: localize(stop.summary, tag),
      file: '',
      startLine: 0,
      endLine: 0,
      url: undefined,
      href: chapterHref({ base, locale, walkthrough: walkthrough.id, chapter: stop.chapter }),
      chapter: stop.chapter,
      hop: from < 0 ? undefined : { from, line: 0, file: '', url: undefined, status: 'candidate', how: 'call', through: undefined, via: undefined },
      code: undefined,
    }
  })
}
