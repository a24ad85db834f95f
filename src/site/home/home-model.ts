import type { HopView, StopView } from '../../walkthrough/excerpt.ts'
import type { SiteData, WalkthroughData } from '../data/site-data.ts'
import { chapterHref } from '../data/links.ts'
import { localize } from '../../config/localize.ts'

/** A station as the home page draws it. */
export interface HomeStation {
  readonly label: string
  readonly summary: string
  readonly href: string
  /** How many calls deep; the drawing is indented by it. */
  readonly depth: number
  /** What leads here, and the address of its line, where there is one. */
  readonly caller: (Pick<HopView, 'how' | 'through' | 'via' | 'url'> & { readonly label: string }) | undefined
  /** Where it's declared; undefined when nothing has been resolved. */
  readonly place: { readonly text: string; readonly url: string | undefined } | undefined
  readonly startLine: number
  /** First lines of the declaration; empty without the source. */
  readonly code: readonly string[]
}

/** What the home page shows: the main walkthrough in full, the others as doors beside it. */
export interface Home {
  readonly title: string
  /** Undefined where the config says nothing. */
  readonly lead: string | undefined
  readonly version: string
  /** Address of the first chapter. */
  readonly start: string
  readonly chapters: number
  readonly stations: readonly HomeStation[]
  readonly doors: readonly { readonly title: string; readonly lead: string | undefined; readonly href: string; readonly labels: readonly string[] }[]
}

/** Which home page it is. */
export interface HomeContext {
  readonly base: string
  readonly locale: string
  readonly tag: string
}

/** Locale of a home page's address: the last folder of it, if that is one. */
export function localeOfPath({ languages }: Pick<SiteData, 'languages'>, pathname: string): string {
  const last = pathname.split('/').filter((part) => part !== '').at(-1)
  return languages.find(({ locale }) => locale === last)?.locale ?? 'root'
}

/** Lines of code a station shows. */
const STATION_LINES = 6

/** Builds the home page; undefined when the config has no walkthrough. */
export function homeModel(walkthroughs: readonly WalkthroughData[], context: HomeContext): Home | undefined {
  const [main, ...others] = walkthroughs
  if (main === undefined) return undefined
  const stops = main.path[context.locale] ?? []
  return {
    title: localize(main.title, context.tag),
    lead: main.lead && localize(main.lead, context.tag),
    version: main.version,
    start: firstChapter(main, context),
    chapters: main.chapters.length,
    stations: stops.map((stop) => homeStation(stop, stops)),
    doors: others.map((other) => ({
      title: localize(other.title, context.tag),
      lead: other.lead && localize(other.lead, context.tag),
      href: firstChapter(other, context),
      labels: (other.path[context.locale] ?? []).map(({ label }) => label),
    })),
  }
}

/** The sentence that tells how the caller leads to a station. */
export function callerSentence({ how, through, via }: Pick<HopView, 'how' | 'through' | 'via'>) {
  if (how === 'value') return through === undefined ? 'wm.home.handedOver' : 'wm.home.handedAs'
  if (via !== undefined) return 'wm.home.via'
  return through === undefined ? 'wm.home.calledAt' : 'wm.home.through'
}

/** As many lines as a station has room for, without a blank one at the end. */
function firstLines(code: readonly string[]): readonly string[] {
  const shown = code.slice(0, STATION_LINES)
  while (shown.at(-1)?.trim() === '') shown.pop()
  return shown
}

function firstChapter({ id, chapters }: WalkthroughData, { base, locale }: HomeContext): string {
  return chapterHref({ base, locale, walkthrough: id, chapter: chapters[0] ?? '' })
}

function homeStation(stop: StopView, stops: readonly StopView[]): HomeStation {
  const { hop } = stop
  const caller = hop && stops[hop.from]
  return {
    label: stop.label,
    summary: stop.summary,
    href: stop.href,
    depth: depthOf(stop, stops),
    caller: hop && caller && { label: caller.label, how: hop.how, through: hop.through, via: hop.via, url: hop.url },
    place: stop.file === '' ? undefined : { text: `${stop.file}:${stop.startLine}`, url: stop.url },
    startLine: stop.startLine,
    code: firstLines(stop.code ?? []),
  }
}

/** Calls between the first stop and this one. A hop always leads from an earlier stop; anything else counts as none. */
function depthOf(stop: StopView, stops: readonly StopView[]): number {
  const at = stops.indexOf(stop)
  const from = stop.hop?.from
  const caller = from === undefined || from >= at ? undefined : stops[from]
  return caller === undefined ? 0 : depthOf(caller, stops) + 1
}
