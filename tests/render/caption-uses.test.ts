import { expect, test } from 'vitest'
import { plainHighlight } from '../../src/markdown/highlight/index.ts'
import { excerptStrings, renderExcerpt, type UseLink } from '../../src/markdown/render/index.ts'
import { excerptOf } from './excerpt-of.ts'
import { all, attribute, text } from './hast.ts'

const { view, bodies } = excerptOf('func NewOpenCommand', { id: 'open' })
const uses: UseLink[] = [
  { kind: 'calledBy', count: 1, href: '../code/harbour/NewOpenCommand/#called-by' },
  { kind: 'calls', count: 7, href: '../code/harbour/NewOpenCommand/#what-it-calls' },
]
const caption = (tag: string, known: readonly UseLink[] | undefined) =>
  all(renderExcerpt(view, { notes: bodies, strings: excerptStrings(tag), highlight: plainHighlight, ...(known === undefined ? {} : { uses: known }) }), ({ tagName }) => tagName === 'figcaption')

test('a caption says how often what it shows is used, with links to the lists', () => {
  const links = caption('en', uses).flatMap((head) => all(head, (node) => attribute(node, 'href').startsWith('../code/')))
  expect(links.map((link) => [text(link), attribute(link, 'href')])).toEqual([
    ['called in 1 place', '../code/harbour/NewOpenCommand/#called-by'],
    ['calls 7 functions', '../code/harbour/NewOpenCommand/#what-it-calls'],
  ])
  for (const link of links) expect(attribute(link, 'ariaLabel')).toBe(`${text(link)}: ${view.label}`)
  expect(caption('zh-CN', uses).map(text).join('')).toContain('被调用 1 处 · 调用 7 个函数')
})

test('where nothing is known it says nothing', () => {
  for (const known of [undefined, []]) expect(caption('en', known).flatMap((head) => all(head, (node) => attribute(node, 'className').includes('wm-known')))).toEqual([])
})
