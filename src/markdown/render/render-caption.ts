import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ExcerptView } from '../../walkthrough/excerpt.ts'
import type { ExcerptStrings } from './strings.ts'

/** How many folders' and files' names of a path are shown; the rest is in the title. */
const SHOWN_NAMES = 3

/** The head of an excerpt: where the code stands, what it is, its extent as a link to the code host, a copy button. */
export function renderCaption(view: ExcerptView, strings: ExcerptStrings): Element {
  const names = view.file.split('/')
  const extent = strings.lines(view.startLine, view.endLine)
  return h('figcaption', { class: 'wm-caption' }, [
    h('span', { class: 'wm-place' }, [
      h('code', { class: 'wm-label', title: view.symbol }, h('span', view.label)),
      ' ',
      h('span', { class: 'wm-file', title: view.file }, h('bdi', names.slice(-SHOWN_NAMES).join('/'))),
    ]),
    h('span', { class: 'wm-actions', dataPagefindIgnore: true }, [
      view.url === undefined
        ? h('span', { class: 'wm-extent' }, extent)
        : h(
            'a',
            {
              class: 'wm-extent',
              href: view.url,
              ariaLabel: strings.linesLink(view.startLine, view.endLine, view.file),
              title: strings.linesLink(view.startLine, view.endLine, view.file),
            },
            [extent, h('span', { class: 'wm-out', ariaHidden: 'true' }, '↗')],
          ),
      ...(view.code === undefined ? [] : [copyButton(strings)]),
    ]),
  ])
}

/** Hidden until a script is there to make it work; the words it says afterwards travel with it. */
function copyButton(strings: ExcerptStrings): Element {
  return h(
    'button',
    {
      class: 'wm-copy',
      type: 'button',
      hidden: true,
      ariaLabel: strings.copy,
      title: strings.copyHint,
      dataDone: strings.copied,
      dataFailed: strings.copyFailed,
    },
    [h('span', { class: 'wm-copy-icon', ariaHidden: 'true' })],
  )
}
