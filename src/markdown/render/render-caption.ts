import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ExcerptView } from '../../walkthrough/excerpt.ts'
import type { UseCount } from '../../walkthrough/use-counts.ts'
import { breakable } from './breakable.ts'
import type { ExcerptStrings } from './strings.ts'

/** How many folders' and files' names of a path are shown; the rest is in the title. */
const SHOWN_NAMES = 3

/** A count of uses, and the address of where they are listed, from this page. */
export interface UseLink extends Pick<UseCount, 'kind' | 'count'> {
  readonly href: string
}

/** The head of an excerpt: what it is, the file as a link to exactly these lines at the code host, how often it is used, its lines, a copy button. */
export function renderCaption(view: ExcerptView, strings: ExcerptStrings, uses: readonly UseLink[] = [], suggestUrl?: string): Element {
  return h('figcaption', { class: 'wm-caption' }, [
    h('span', { class: 'wm-place' }, [
      h('code', { class: 'wm-label', title: view.symbol }, h('span', breakable(view.label))),
      ' ',
      renderFile(view, strings),
      ...(uses.length === 0 ? [] : [' ', renderUses(uses, view, strings)]),
    ]),
    h('span', { class: 'wm-actions', dataPagefindIgnore: true }, [
      h('span', { class: 'wm-extent' }, strings.lines(view.startLine, view.endLine)),
      ...(suggestUrl === undefined ? [] : [h('a', { class: 'wm-suggest', href: suggestUrl, ariaLabel: strings.suggest, title: strings.suggest }, h('span', { ariaHidden: 'true' }, '✎'))]),
      ...(view.code === undefined ? [] : [copyButton(strings)]),
    ]),
  ])
}

/** The end of a file's path, as a link to the excerpt's lines where the code is published. */
function renderFile({ file, url, startLine, endLine }: ExcerptView, strings: ExcerptStrings): Element {
  const shown = h('bdi', file.split('/').slice(-SHOWN_NAMES).join('/'))
  if (url === undefined) return h('span', { class: 'wm-file', title: file }, shown)
  const says = strings.linesLink(startLine, endLine, file)
  return h('a', { class: 'wm-file', href: url, title: says, ariaLabel: says }, [shown, h('span', { class: 'wm-out', ariaHidden: 'true' }, '↗')])
}

function renderUses(uses: readonly UseLink[], { label }: ExcerptView, strings: ExcerptStrings): Element {
  const links = uses.flatMap(({ kind, count, href }, index) => {
    const text = strings.uses[kind](count)
    return [...(index === 0 ? [] : [' · ']), h('a', { href, ariaLabel: strings.usesOf(text, label) }, text)]
  })
  return h('span', { class: 'wm-known', title: strings.usesCounted, dataPagefindIgnore: true }, links)
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
