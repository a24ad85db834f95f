import type { Element, ElementContent } from 'hast'
import { s } from 'hastscript'
import type { StopView } from '../../walkthrough/excerpt.ts'
import type { DiagramStrings } from './strings.ts'

/** Sizes of type in the drawings, in pixels; the stylesheet sets the same. */
export const LABEL_SIZE = 14
export const SMALL_SIZE = 12

/** Where a stop is declared, as short as it can be said: `server.go:102`. Empty when nobody knows. */
export function shortPlace({ file, startLine }: Pick<StopView, 'file' | 'startLine'>): string {
  return file === '' ? '' : `${file.slice(file.lastIndexOf('/') + 1)}:${startLine}`
}

/** The pieces of a call's label: the closure it stands in, its line, a word of doubt. */
export function callPieces({ hop }: StopView, words: DiagramStrings['path']): { through: string; line: string; doubt: string } {
  return {
    through: hop?.through ?? '',
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
  return caller && words.call(caller.label, stop.label, hop.file, hop.line)
}
