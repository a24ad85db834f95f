import type { StopView } from '../../walkthrough/excerpt.ts'
import { callLabel, type DiagramStrings } from '../../markdown/diagrams/index.ts'

/** A station of the trail bar. */
export interface Station {
  readonly label: string
  readonly summary: string
  readonly href: string
  /** Seen from the chapter the reader is in. */
  readonly state: 'passed' | 'here' | 'ahead'
  /** Keeps its name where there is no room for all: the present stations, or the next one where none is present. */
  readonly named: boolean
  /** The proven call that leads here; undefined where there is none, or no address for its line. */
  readonly call: { readonly line: number; readonly href: string; readonly label: string } | undefined
}

/** What the trail bar shows in a chapter. */
export interface Trail {
  readonly stations: readonly Station[]
  /** One-based first and last station of this chapter; undefined where the chapter holds none. */
  readonly here: { readonly from: number; readonly to: number; readonly labels: readonly string[] } | undefined
  /** Too many or too long names for one line: only the present stations are named. */
  readonly crowded: boolean
  /** The last station before this chapter and the first one after it. */
  readonly previous: Station | undefined
  readonly next: Station | undefined
}

/** Characters of small monospace type that fit across a wide page. */
const LINE_CHARACTERS = 140

/**
 * Places a chapter on the path.
 *
 * What is passed and what is ahead follows the reading order of the chapters, so a chapter without a stop (an
 * orientation at the start, an appendix at the end) has its neighbours too.
 */
export function trailModel(stops: readonly StopView[], chapters: readonly string[], chapter: string, words: DiagramStrings['path']): Trail {
  const order = new Map(chapters.map((slug, index) => [slug, index]))
  const now = order.get(chapter) ?? 0
  const states = stops.map((stop): Station['state'] => {
    const at = order.get(stop.chapter) ?? chapters.length
    return at < now ? 'passed' : at === now ? 'here' : 'ahead'
  })
  const standIn = states.includes('here') ? undefined : states.indexOf('ahead')
  const stations = stops.map((stop, index): Station => {
    const { label, summary, href } = stop
    const state = states[index] ?? 'ahead'
    return { label, summary, href, state, named: state === 'here' || index === standIn, call: callTo(stop, stops, words) }
  })
  const first = stations.findIndex(({ state }) => state === 'here')
  const last = stations.findLastIndex(({ state }) => state === 'here')
  const labels = stations.filter(({ state }) => state === 'here').map(({ label }) => label)
  return {
    stations,
    here: first < 0 ? undefined : { from: first + 1, to: last + 1, labels },
    crowded: stations.reduce((sum, { label }) => sum + label.length + 4, 0) > LINE_CHARACTERS,
    previous: stations.findLast(({ state }) => state === 'passed'),
    next: stations.find(({ state }) => state === 'ahead'),
  }
}

function callTo(stop: StopView, stops: readonly StopView[], words: DiagramStrings['path']): Station['call'] {
  const { hop } = stop
  const label = callLabel(stop, stops, words)
  if (hop?.url === undefined || hop.status !== 'resolved' || label === undefined) return undefined
  return { line: hop.line, href: hop.url, label }
}
