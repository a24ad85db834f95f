import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ExcerptView, Segment } from '../../walkthrough/excerpt.ts'
import { remarks } from './render-note.ts'
import type { Placement } from './place-notes.ts'
import type { ExcerptStrings } from './strings.ts'

/**
 * An excerpt whose code isn't at hand: its extents in order, each note at its line with a link to it, and how to get the
 * code. The same places as with the code, so that a page can be read beside an editor or the code host.
 */
export function renderOutline(
  view: ExcerptView,
  placements: readonly Placement[],
  command: string,
  strings: ExcerptStrings,
): Element[] {
  const rows = view.segments.flatMap((segment) => [
    renderExtent(segment, view, strings),
    ...placements
      .filter(({ line }) => line !== undefined && line >= segment.startLine && line <= segment.endLine)
      .map((placement) => renderPlacedNote(placement, strings)),
  ])
  return [
    h('ul', { class: 'wm-outline', role: 'list' }, rows),
    h('p', { class: 'wm-get-code', dataPagefindIgnore: true }, [strings.withoutCode, ' ', h('code', h('span', command))]),
  ]
}

function renderExtent({ kind, startLine, endLine }: Segment, view: ExcerptView, strings: ExcerptStrings): Element {
  const url = view.lineUrl?.replaceAll('{line}', String(startLine))
  const extent = strings.lines(startLine, endLine)
  const label = { ariaLabel: strings.atLines(startLine, endLine) }
  return h('li', { class: kind === 'shown' ? 'wm-row' : 'wm-row wm-row-elided' }, [
    url === undefined ? h('span', { class: 'wm-row-lines', dataPagefindIgnore: true }, extent) : h('a', { class: 'wm-row-lines', dataPagefindIgnore: true, href: url, ...label }, extent),
    h('span', { class: 'wm-row-size', dataPagefindIgnore: true }, kind === 'shown' ? strings.elided(endLine - startLine + 1) : `⋯ ${strings.elided(endLine - startLine + 1)}`),
  ])
}

function renderPlacedNote(placement: Placement, strings: ExcerptStrings): Element {
  const { note, body } = placement
  const extent = note.range && strings.lines(note.range.startLine, note.range.endLine)
  const place = note.range && strings.atLines(note.range.startLine, note.range.endLine)
  return h('li', { class: 'wm-row wm-row-note', id: note.id, tabIndex: -1 }, [
    note.url === undefined
      ? h('span', { class: 'wm-row-lines', dataPagefindIgnore: true }, extent)
      : h('a', { class: 'wm-row-lines', dataPagefindIgnore: true, href: note.url, ariaLabel: place }, extent),
    h('span', { class: 'wm-number', dataPagefindIgnore: true, role: 'img', ariaLabel: strings.note(note.number) }, String(note.number)),
    h('div', { class: 'wm-note-body' }, [...body, ...remarks(placement, strings)]),
  ])
}
