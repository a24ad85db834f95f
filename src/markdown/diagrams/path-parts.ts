import type { Element, ElementContent } from 'hast'
import { s } from 'hastscript'
import type { HopView, StopView } from '../../walkthrough/excerpt.ts'
import type { DiagramStrings } from './strings.ts'

/** Sizes of type in the drawings, in pixels; the stylesheet sets the same. */
export const LABEL_SIZE = 14
export const SMALL_SIZE = 12

/** Where a stop is declared, as short as it can be said: `server.go:102`. Empty when nobody knows. */
export function shortPlace({ file, startLine }: Pick<StopView, 'file' | 'startLine'>): string {
  return file === '' ? '' : `${file.slice(file.lastIndexOf('/') + 1)}:${startLine}`
}

/** The pieces of a call's label: what it goes through, its line, a word of doubt. */
export function callPieces({ hop }: StopView, words: DiagramStrings['path']): { through: string; line: string; doubt: string } {
  return {
    through: hop === undefined ? '' : throughOf(hop, words),
    line: hop === undefined || hop.file === '' ? '' : `${hop.file.slice(hop.file.lastIndexOf('/') + 1)}:${hop.line}`,
    doubt: hop?.status === 'candidate' ? words.candidate : '',
  }
}

/** Wraps what is drawn in a link, where there is somewhere to go. */
export function link(href: string | undefined, label: string | undefined, children: ElementContent[]): Element {
  if (href === undefined) return s('g', children)
  return s('a', { href, ...(label === undefined ? {} : { ariaLabel: label }) }, children)
}

/** Name of the link on the call that leads to a stop. */
export function callLabel(stop: StopView, stops: readonly StopView[], words: DiagramStrings['path']): string | undefined {
  const { hop } = stop
  const caller = hop && stops[hop.from]
  if (hop === undefined || caller === undefined) return undefined
  if (hop.how === 'value') return words.handsOver(caller.label, stop.label, hop.through, hop.file, hop.line)
  return words.call(hop.via === undefined ? caller.label : `${caller.label} → ${hop.via}`, stop.label, hop.file, hop.line)
}

function throughOf({ how, through, via }: HopView, words: DiagramStrings['path']): string {
  if (how === 'value') return words.value(through)
  return [through, via].filter((piece) => piece !== undefined).join(' → ')
}
