import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Highlight, TokenLine } from '../highlight/index.ts'
import type { ExcerptView, Segment } from '../../walkthrough/excerpt.ts'
import type { Placement } from './place-notes.ts'
import { renderLine } from './render-line.ts'
import { renderNote } from './render-note.ts'
import type { Mark } from './split-marks.ts'
import type { NameLink } from './name-link.ts'
import type { ExcerptStrings } from './strings.ts'

/** Code with lines no longer than this, in columns, fits the narrowest screen, so its pane need not take the focus. */
const ALWAYS_FITS = 36

const TAB_COLUMNS = 4

/**
 * The pane of code: runs of lines, each note right after its line, each elision a fold with its lines inside.
 *
 * So the order of the document is the order of reading, for a screen reader, on paper and without a stylesheet.
 */
export function renderCode(
  view: ExcerptView & { readonly code: readonly string[] },
  placements: readonly Placement[],
  highlight: Highlight,
  strings: ExcerptStrings,
  links: readonly NameLink[] = [],
): Element {
  const marks = view.notes.flatMap(({ number, range }): Mark[] => (range === undefined ? [] : [{ note: number, range }]))
  const context = { view, placements, marks, links: byLine(links), tokens: highlight(view.code), strings }
  const scrolls = view.code.some((line) => line.replaceAll('\t', ' '.repeat(TAB_COLUMNS)).length > ALWAYS_FITS)
  return h(
    'div',
    { class: 'wm-pane', ...(scrolls ? { role: 'group', ariaLabel: strings.code(view.label), tabIndex: 0 } : {}) },
    h(
      'div',
      { class: 'wm-code', dir: 'ltr', translate: 'no' },
      view.segments.flatMap((segment) => renderSegment(segment, context)),
    ),
  )
}

interface Context {
  readonly view: ExcerptView
  readonly placements: readonly Placement[]
  readonly marks: readonly Mark[]
  readonly links: ReadonlyMap<number, readonly NameLink[]>
  readonly tokens: readonly TokenLine[]
  readonly strings: ExcerptStrings
}

function renderSegment(segment: Segment, context: Context): ElementContent[] {
  const runs = renderRuns(segment, context)
  if (segment.kind === 'shown') return runs
  const { strings, tokens, view } = context
  const indent = indentation(tokens[segment.startLine - view.startLine])
  const noted = context.placements.some(({ line }) => line !== undefined && line >= segment.startLine && line <= segment.endLine)
  return [
    h('details', { class: 'wm-fold', ...(noted ? { open: true } : {}) }, [
      h(
        'summary',
        { title: strings.elidedHint(segment.startLine, segment.endLine), ...(indent > 0 ? { style: `--indent:${indent}` } : {}) },
        h('span', { class: 'wm-fold-count', dataPagefindIgnore: true }, strings.elided(segment.endLine - segment.startLine + 1)),
      ),
      ...runs,
    ]),
  ]
}

/** The lines of a segment, cut after each line that has notes. */
function renderRuns(segment: Segment, { view, placements, marks, links, tokens, strings }: Context): ElementContent[] {
  const content: ElementContent[] = []
  let run: Element[] = []
  const close = (): void => {
    if (run.length > 0) content.push(h('pre', { class: 'wm-run' }, h('code', run)))
    run = []
  }
  for (let number = segment.startLine; number <= segment.endLine; number += 1) {
    const here = placements.filter(({ line }) => line === number)
    const markers = here.map(({ note }) => ({ number: note.number, id: note.id }))
    const lineTokens = tokens[number - view.startLine] ?? []
    run.push(renderLine({ excerptId: view.id, number, tokens: lineTokens, marks, links: links.get(number) ?? [], markers, strings }))
    if (here.length === 0) continue
    close()
    content.push(...here.map((placement) => renderNote(placement, view.id, strings)))
  }
  close()
  return content
}

function byLine(links: readonly NameLink[]): Map<number, NameLink[]> {
  const lines = new Map<number, NameLink[]>()
  for (const link of links) {
    const line = lines.get(link.line)
    if (line === undefined) lines.set(link.line, [link])
    else line.push(link)
  }
  return lines
}

/** Columns of white space a line begins with. */
function indentation(tokens: TokenLine | undefined): number {
  const text = (tokens ?? []).map((token) => token.text).join('')
  const blank = /^[\t ]*/.exec(text)?.[0] ?? ''
  return blank.replaceAll('\t', ' '.repeat(TAB_COLUMNS)).length
}
