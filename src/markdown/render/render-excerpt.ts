import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Highlight } from '../highlight/index.ts'
import type { ExcerptView } from '../../walkthrough/excerpt.ts'
import { placeNotes } from './place-notes.ts'
import { renderCaption, type UseLink } from './render-caption.ts'
import { renderCode } from './render-code.ts'
import { renderNote } from './render-note.ts'
import { renderOutline } from './render-outline.ts'
import type { NameLink } from './name-link.ts'
import type { ExcerptStrings } from './strings.ts'

/** What an excerpt needs beside its view. */
export interface RenderExcerptOptions {
  /** The rendered bodies of `view.notes`, in the same order. */
  readonly notes: readonly (readonly ElementContent[])[]
  readonly strings: ExcerptStrings
  /** Splits the whole declaration into tokens; not called without code. */
  readonly highlight: Highlight
  /** The names in the code that are links. */
  readonly links?: readonly NameLink[]
  /** How often what it shows is used; said in the caption. */
  readonly uses?: readonly UseLink[]
  /** What a reader types to get the code, shown where it isn't at hand. Default `npm start`. */
  readonly command?: string | undefined
  /** Where a reader suggests a note about it; said in the caption. */
  readonly suggestUrl?: string | undefined
  /** What stands under the code, about other versions for example. */
  readonly below?: Element | undefined
  /** Id of the walkthrough, for whoever is writing: the page then asks what the lines can be noted with. */
  readonly writingIn?: string | undefined
}

/**
 * An excerpt as HTML: a figure with a caption, code and notes.
 *
 * Everything from the source becomes text nodes, so nothing in it can act as HTML. Ids are the excerpt's and the notes',
 * and `<excerpt>-L<line>` for lines. Notes without a place stand at the end, saying so.
 */
export function renderExcerpt(view: ExcerptView, options: RenderExcerptOptions): Element {
  const { strings, highlight, notes, links, uses, command = 'npm start', writingIn, suggestUrl, below } = options
  const { placements, height, roomyHeight, roomy } = placeNotes(view, notes)
  const placed = placements.filter(({ line }) => line !== undefined)
  const lost = placements.filter(({ line }) => line === undefined)
  const { code } = view
  const body =
    code === undefined
      ? renderOutline(view, placed, command, strings)
      : [renderCode({ ...view, code }, placed, highlight, strings, links)]
  return h(
    'figure',
    {
      class: ['wm-excerpt', 'not-content', ...(code === undefined ? ['wm-without-code'] : []), ...(placed.length > 0 ? ['wm-noted'] : []), ...(roomy ? ['wm-roomy'] : [])],
      id: view.id,
      style: `--digits:${String(view.endLine).length}`,
      dataWalkthrough: writingIn,
    },
    [
      renderCaption(view, strings, uses, suggestUrl),
      h(
        'div',
        { class: 'wm-body', ...(code !== undefined && height > 0 ? { style: `--rows:${height};--roomy-rows:${roomyHeight}` } : {}) },
        body,
      ),
      ...(lost.length === 0 ? [] : [h('div', { class: 'wm-lost' }, lost.map((placement) => renderNote(placement, view.id, strings)))]),
      ...(below === undefined ? [] : [below]),
    ],
  )
}
