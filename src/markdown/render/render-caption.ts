import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ExcerptView } from '../../walkthrough/excerpt.ts'
import type { UseCount } from '../../walkthrough/use-counts.ts'
import type { ExcerptStrings } from './strings.ts'

/** How many folders' and files' names of a path are shown; the rest is in the title. */
const SHOWN_NAMES = 3

/** A count of uses, and the address of where they are listed, from this page. */
export interface UseLink extends Pick<UseCount, 'kind' | 'count'> {
  readonly href: string
}

/** The head of an excerpt: where the code stands, what it is and how often it is used, its extent as a link to the code host, a copy button. */
export function renderCaption(view: ExcerptView, strings: ExcerptStrings, uses: readonly UseLink[] = []): Element {
  const names = view.file.split('/')
  const extent = strings.lines(view.startLine, view.endLine)
  return h('figcaption', { class: 'wm-caption' }, [
    h('span', { class: 'wm-place' }, [
      h('code', { class: 'wm-label', title: view.symbol }, h('span', breakable(view.label))),
      ' ',
      h('span', { class: 'wm-file', title: view.file }, h('bdi', names.slice(-SHOWN_NAMES).join('/'))),
      ...(uses.length === 0 ? [] : [' ', renderUses(uses, view, strings)]),
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

/** A name that breaks after a dot, where it must break. */
function breakable(label: string): (string | Element)[] {
  return label.split('.').flatMap((part, index) => (index === 0 ? [part] : ['.', h('wbr'), part]))
}

function renderUses(uses: readonly UseLink[], { label }: ExcerptView, strings: ExcerptStrings): Element {
  const links = uses.flatMap(({ kind, count, href }, index) => {
    const text = strings.uses[kind](count)
    return [...(index === 0 ? [] : [' · ']), h('a', { href, ariaLabel: strings.usesOf(text, label) }, text)]
  })
  return h('span', { class: 'wm-known', dataPagefindIgnore: true }, links)
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
