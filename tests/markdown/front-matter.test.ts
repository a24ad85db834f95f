import { describe, expect, it } from 'vitest'
import { checkFrontMatter } from '../../src/markdown/front-matter/index.ts'
import { formatDiagnostic, type Diagnostic } from '../../src/report/index.ts'
import { frontMatter } from '../../src/site/content/front-matter.ts'
import pc from 'picocolors'
import { projectFiles, readProjectFile } from '../architecture/project-files.ts'

const check = (text: string): Diagnostic[] => checkFrontMatter(text, 'walk.md', frontMatter)
const told = (text: string): string => check(text).map((one) => formatDiagnostic(one, pc.createColors(false))).join('\n')

/** Front matter, and what is said of it. */
const CASES: readonly (readonly [what: string, text: string, told: string])[] = [
  ['none', 'Words.\n', `walk.md:1:1 error[front-matter-missing] The page has no front matter, and so no title.
  expected: three lines: ---, title: …, ---
  found:    Words.
  to mend:  Begin the file with them.`],
  ['never closed', '---\ntitle: Walk\n\nWords.\n', `walk.md:1:1 error[front-matter-unclosed] The front matter is never closed.
  expected: a line of three hyphens behind it
  found:    ---
  to mend:  Put a line --- between the last key and the text.`],
  ['a colon in a value', '---\ntitle: Walk\ndescription: main: the start\n---\n', `walk.md:3:18 error[front-matter-unreadable] The front matter is no YAML: bad indentation of a mapping entry.
  expected: key: value
  found:    description: main: the start
  to mend:  Mend the line. A value with a colon and a space, a hash, a quote or a bracket in it goes between quotes.`],
  ['a quote that stays open', '---\ntitle: "Walk\n---\n', `walk.md:2:1 error[front-matter-unreadable] The front matter is no YAML: unexpected end of the stream within a double quoted scalar.
  expected: key: value
  found:    title: "Walk
  to mend:  Mend the line. A value with a colon and a space, a hash, a quote or a bracket in it goes between quotes.`],
  ['the same key twice', '---\ntitle: Walk\ntitle: Run\n---\n', `walk.md:3:1 error[front-matter-unreadable] The front matter is no YAML: duplicated mapping key.
  expected: key: value
  found:    title: Run
  to mend:  Mend the line. A value with a colon and a space, a hash, a quote or a bracket in it goes between quotes.`],
  ['no title', '---\ndescription: A walk.\n---\n', `walk.md:1:1 error[front-matter-key-missing] The front matter has no "title".
  expected: title: a string
  found:    nothing
  to mend:  Add it between the two lines of hyphens.`],
  ['nothing in it', '---\n---\n', `walk.md:1:1 error[front-matter-key-missing] The front matter has no "title".
  expected: title: a string
  found:    nothing
  to mend:  Add it between the two lines of hyphens.`],
  ['a number for a title', '---\n# The year.\ntitle: 1984\n---\n', `walk.md:3:1 error[front-matter-value] "title" in the front matter cannot be this.
  expected: string
  found:    1984
  to mend:  Put the value between quotes, if it is meant as text.`],
  ['a value that is none of a few', '---\ntitle: Walk\ntemplate: plain\n---\n', `walk.md:3:1 error[front-matter-value] "template" in the front matter cannot be this.
  expected: doc or splash
  found:    "plain"
  to mend:  Change the value.`],
  ['a value of neither kind', '---\ntitle: Walk\nlastUpdated: often\n---\n', `walk.md:3:1 error[front-matter-value] "lastUpdated" in the front matter cannot be this.
  expected: date or boolean
  found:    "often"
  to mend:  Change the value.`],
  ['a key misspelt', '---\ntitle: Walk\ndescripton: A walk.\n---\n', `walk.md:3:1 error[front-matter-key-unknown] Nothing reads "descripton" in the front matter.
  expected: one of title, description, editUrl, head, tableOfContents, template, hero, lastUpdated, prev, next, sidebar, banner, pagefind, draft
  found:    descripton
  nearest:  description
  to mend:  Write "description", or remove it.`],
  ['a key misspelt within another', '---\ntitle: Walk\nsidebar:\n  oder: 2\n---\n', `walk.md:4:3 error[front-matter-key-unknown] Nothing reads "sidebar.oder" in the front matter.
  expected: one of order, label, hidden, badge, attrs
  found:    oder
  nearest:  order
  to mend:  Write "order", or remove it.`],
  ['a key within one of several kinds', '---\ntitle: Walk\nprev: { link: ../, labell: Back }\n---\n', `walk.md:3:20 error[front-matter-key-unknown] Nothing reads "prev.labell" in the front matter.
  expected: one of link, label
  found:    labell
  nearest:  label
  to mend:  Write "label", or remove it.`],
]

describe('front matter', () => {
  it.each(CASES)('%s', (_what, text, expected) => {
    expect(told(text)).toBe(expected)
    // Other line ends and a byte order mark change no place.
    expect(told(text.replaceAll('\n', '\r\n'))).toBe(expected)
    expect(told(`\uFEFF${text}`)).toBe(expected)
  })

  it('tells all that is wrong at once', () => {
    expect(check('---\ntemplate: plain\ntitel: Walk\n---\n').map(({ code, line }) => [code, line])).toEqual([['front-matter-key-missing', 1], ['front-matter-value', 2], ['front-matter-key-unknown', 3]])
  })

  it('may hold whatever the schema leaves open, and dates', () => {
    expect(check('---\ntitle: Walk\nlastUpdated: 2023-05-17\nsidebar: { attrs: { data-any: thing } }\nhead: [{ tag: meta, attrs: { name: x } }]\n---\n')).toEqual([])
  })

  it('of every chapter is in order', () => {
    const chapters = projectFiles(/^content\/docs\/.*\.md$/)
    expect(chapters.length).toBeGreaterThan(10)
    expect(chapters.flatMap((file) => checkFrontMatter(readProjectFile(file), file, frontMatter))).toEqual([])
  })
})
