import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { DifferenceFact } from '../../upgrade/index.ts'
import { differenceStrings, type DifferenceStrings } from './strings.ts'

/** What is known about an excerpt in one other version. */
export interface KnownDifference {
  /** What readers know the version by. */
  readonly version: string
  /** Where the walkthrough of that version is published, if it is. */
  readonly href: string | undefined
  readonly excerpt: DifferenceFact
  /** Of its notes by the number that readers see; those about which nothing is known are left out. */
  readonly notes: readonly { readonly number: number; readonly fact: DifferenceFact }[]
  /** URL of lines of that version; undefined where they are not published. */
  readonly urlOf: (file: string, first: number, last: number) => string | undefined
}

/**
 * How an excerpt differs in other versions: a line each, which opens where notes fare differently. Undefined where nothing is
 * known. Names, places and statuses only; the code itself is behind the links.
 */
export function renderDifferences(known: readonly KnownDifference[], languageTag: string): Element | undefined {
  if (known.length === 0) return undefined
  const strings = differenceStrings(languageTag)
  return h('div', { class: 'wm-differs', dataPagefindIgnore: true, role: 'group', ariaLabel: strings.label }, known.flatMap((one) => renderOne(one, strings)))
}

function renderOne(known: KnownDifference, strings: DifferenceStrings): Element[] {
  const { version, excerpt, notes, href } = known
  const head = [h('span', { class: 'wm-differs-version' }, strings.version(version)), ' ', ...sentence(excerpt, known, strings)]
  const apart = notes.filter(({ fact }) => fact.status !== 'same' && !wentAlong(fact, excerpt))
  const further = href === undefined ? [] : [' ', h('a', { href }, strings.further(version))]
  const line = h('p', [...head, ...further])
  if (apart.length === 0) return [line]
  // The link stands outside: what opens something must not hold a link.
  return [
    line,
    h('details', [
      h('summary', strings.notes(apart.length)),
      h('ul', apart.map(({ number, fact }) => h('li', [h('b', strings.note(number)), ' ', ...sentence(fact, known, strings)]))),
    ]),
  ]
}

/** Whether a note's code only moved with the excerpt around it, which is told already. */
function wentAlong(note: DifferenceFact, excerpt: DifferenceFact): boolean {
  return note.status === 'moved' && excerpt.status !== 'same' && note.after?.file === excerpt.after?.file
}

/** `now a method, options.T.F, in path/file.go:40; its code is another.` */
function sentence({ status, after, name, became, codeSame, like }: DifferenceFact, known: KnownDifference, strings: DifferenceStrings): ElementContent[] {
  const place = after === undefined ? '' : placeOf(after.file, after.lines, known)
  switch (status) {
    case 'same':
    case 'moved':
    case 'changed':
      return around(strings[status], place)
    case 'renamed': {
      // Of a note: only what receiver or parameters are called is another.
      if (name === undefined) return around(strings.alike, place)
      const what = became === undefined ? undefined : strings.kinds[became]
      const called = h('code', name)
      return [...around(what === undefined ? strings.renamed : strings.became(what), called), ...around(strings.in, place), { type: 'text', value: codeSame === false ? strings.another : strings.end }]
    }
    case 'gone':
      return like === undefined ? [{ type: 'text', value: strings.gone }] : around(strings.goneLike, placeOf(like.file, [like.line, like.line], known))
  }
}

/** Puts something in the place of `{}`. */
function around(template: string, inside: Element | string): ElementContent[] {
  const [before = '', after = ''] = template.split('{}')
  const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  return [...text(before), ...(typeof inside === 'string' ? text(inside) : [inside]), ...text(after)]
}

function placeOf(file: string, [first, last]: readonly [number, number], { urlOf }: KnownDifference): Element {
  const shown = `${file.split('/').slice(-SHOWN).join('/')}:${first}`
  const url = urlOf(file, first, last)
  return url === undefined ? h('span', { title: file }, shown) : h('a', { href: url, title: `${file}:${first}–${last}` }, shown)
}

/** How many folders' and files' names of a path are shown; the rest is in the title. */
const SHOWN = 4
