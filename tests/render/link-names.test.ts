import { toHtml } from 'hast-util-to-html'
import type { Element } from 'hast'
import { expect, test } from 'vitest'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { cardList, cardStore, excerptStrings, linkNames, renderExcerpt, type NameLink } from '../../src/markdown/render/index.ts'
import type { LinkedName, LinkTarget, NameCard } from '../../src/walkthrough/link-target.ts'
import { excerptOf } from './excerpt-of.ts'
import { all, attribute, text } from './hast.ts'

const highlight = await createGoHighlight()

const FILE = 'cmd/harbour/app/harbour.go'
const command = excerptOf('func NewOpenCommand', { id: 'open', shown: [[27, 29], [41, 62], [86, 86]] })
const options = excerptOf('type Options struct', { id: 'options', label: 'harbour.Options' })

const card = (name: string): NameCard => ({ signature: `func ${name}()`, package: 'example.org/harbour', doc: `${name} does it.`, file: FILE, line: 1 })
const declared = (line: number, more: Partial<Extract<LinkTarget, { kind: 'declared' }>> = {}): LinkTarget => ({
  kind: 'declared',
  symbol: 'example.org/harbour.X',
  file: FILE,
  line,
  column: 6,
  address: 'code/harbour/X/',
  url: `https://code.example/harbour.go#L${line}`,
  card: card('X'),
  ...more,
})
const local = (line: number): LinkTarget => ({ kind: 'local', file: FILE, line, column: 2 })
const at = (target: LinkTarget, line = 28): LinkedName => ({ line, column: 2, endColumn: 3, target })

/** Where names in the first of two excerpts lead. */
function link(...names: LinkedName[]): (string | undefined)[] {
  const cards = cardList()
  return names.map((name) => {
    const [links] = linkNames([{ view: command.view, names: [name] }, { view: options.view, names: [] }], { hrefOf: (address) => `../${address}`, cards })
    const [only] = links ?? []
    return only && `${only.to} ${only.href}`
  })
}

test('a declaration leads to its line on this page, else to its page, else to the code host', () => {
  const { startLine } = options.view
  expect(link(at(declared(startLine)), at(declared(500)), at(declared(500, { address: undefined })), at(declared(500, { address: undefined, url: undefined })))).toEqual([
    `here #options-L${startLine}`,
    'page ../code/harbour/X/',
    'host https://code.example/harbour.go#L500',
    undefined,
  ])
})

test('the name in a declaration leads to the page about it, and one folded away is not here', () => {
  expect(link({ line: 27, column: 6, endColumn: 20, target: declared(27) }, at(declared(30)))).toEqual(['page ../code/harbour/X/', 'page ../code/harbour/X/'])
})

test('what belongs to a function leads to its line, into a fold if need be, and never away', () => {
  expect(link(at(local(42), 43), at(local(30)), { line: 28, column: 2, endColumn: 3, target: local(28) }, at(local(900)))).toEqual(['here #open-L42', 'here #open-L30', undefined, undefined])
})

test('the same lines of another file are not here', () => {
  expect(link(at(declared(28, { file: 'other.go' })))).toEqual(['page ../code/harbour/X/'])
})

test('packages and what lies outside of the tree', () => {
  const outside: LinkTarget = { kind: 'outside', importPath: 'net/http', name: 'Server', url: 'https://pkg.go.dev/net/http#Server', card: undefined }
  const inside = { kind: 'package', importPath: 'example.org/a', address: 'code/a/', url: 'https://code.example/a', card: card('a') } as const
  expect(link(at(outside), at(inside), at({ ...inside, address: undefined }))).toEqual(['pkg https://pkg.go.dev/net/http#Server', 'page ../code/a/', 'host https://code.example/a'])
})

test('a page keeps each card once, and pages with the same cards share a file', () => {
  const cards = cardList()
  const names = [at(declared(500)), at(declared(501)), at(declared(502, { card: card('Y') })), at(local(42)), at(declared(503, { card: undefined }))]
  const [links = []] = linkNames([{ view: command.view, names }], { hrefOf: (address) => address, cards })
  expect(links.map(({ card }) => card)).toEqual([0, 0, 1, undefined, undefined])
  const store = cardStore()
  const file = store.keep(cards.cards)
  expect(file).toMatch(/^names\.[0-9a-f]{12}\.json$/)
  expect(store.keep([card('X'), card('Y')])).toBe(file)
  expect(JSON.parse(store.files.get(file) ?? '')).toEqual([card('X'), card('Y')])
})

/** Links for every word of an excerpt, so that they stand in comments, strings and marks too. */
function everyWord({ view, code }: Pick<ReturnType<typeof excerptOf>, 'view' | 'code'>, href: string): NameLink[] {
  return code.flatMap((line, index) =>
    [...line.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].map((word): NameLink => ({
      line: view.startLine + index,
      column: word.index + 1,
      endColumn: word.index + word[0].length + 1,
      to: 'host',
      href,
      card: 7,
    })),
  )
}

const rendered = (excerpt: ReturnType<typeof excerptOf>, links: readonly NameLink[]): Element =>
  renderExcerpt(excerpt.view, { notes: excerpt.bodies, strings: excerptStrings('en'), highlight, links })

test('links and marks cross anywhere: no link is in a link, and the code stays what it was', () => {
  const excerpt = excerptOf('func NewOpenCommand', {
    id: 'open',
    notes: [
      { at: 'o := NewOptions()', says: 'One value.' },
      { at: 'eted, err := Comp', says: 'Begins and ends in the middle of a name.' },
      { at: 'completed, err := Complete(ctx, o)', says: 'Around that.' },
    ],
  })
  const links = everyWord(excerpt, 'https://code.example/x')
  const figure = rendered(excerpt, links)
  const anchors = all(figure, (node) => node.tagName === 'a')
  expect(anchors.flatMap((anchor) => all(anchor, (node) => node !== anchor && node.tagName === 'a'))).toEqual([])
  const lines = all(figure, (node) => attribute(node, 'className') === 'wm-text').map((line) => text(line))
  expect(lines).toEqual(excerpt.code)
  const linked = all(figure, (node) => attribute(node, 'className').startsWith('wm-ref')).map((node) => text(node)).join('')
  expect(linked).toBe(links.map(({ line, column, endColumn }) => excerpt.code[line - excerpt.view.startLine]?.slice(column - 1, endColumn - 1)).join(''))
  const marked = all(figure, (node) => node.tagName === 'mark' && attribute(node, 'dataNote').split(' ').includes('2')).map((node) => text(node))
  expect(marked.join('')).toBe('eted, err := Comp')
})

test('a link says where it leads and which card tells of it, and nothing more', () => {
  const words = everyWord(command, '#open-L27').filter(({ line }) => line === 28)
  const [o, ...others] = words.map((link, index): NameLink => (index === 0 ? { ...link, to: 'here', card: undefined } : { ...link, to: 'page', href: '../code/X/' }))
  const html = all(rendered(command, o === undefined ? [] : [o, ...others]), (node) => attribute(node, 'className').startsWith('wm-ref')).map((node) => toHtml(node))
  expect(html).toEqual(['<a class="wm-ref" data-to="here" href="#open-L27">o</a>', '<a class="wm-ref tk-function" data-to="page" data-card="7" href="../code/X/">NewOptions</a>'])
})

test('an address from hostile names stays inside its attribute', () => {
  const [first] = everyWord(command, 'https://code.example/"><script>alert(1)</script>')
  const figure = rendered(command, first === undefined ? [] : [first])
  const [anchor] = all(figure, (node) => attribute(node, 'dataTo') === 'host')
  expect(attribute(anchor ?? figure, 'href')).toBe('https://code.example/"><script>alert(1)</script>')
  expect(toHtml(figure)).not.toContain('"><script')
})
