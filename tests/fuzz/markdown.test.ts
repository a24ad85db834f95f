import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { chapterText } from '../../src/export/index.ts'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { checkChapter, pageContexts, readPlainChapter, remarkWaymark, type PageContext } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config } from '../markdown/kettle.ts'
import { chapter } from './arbitraries.ts'
import { fuzzRuns } from './fuzz-runs.ts'

const highlight = await createGoHighlight()
const { book } = await bookFromSource()
const FILE = 'content/docs/kettle/walk.md'

function contextFor(diagnostics: Diagnostic[], writing: boolean): PageContext {
  const context = pageContexts({ config, books: new Map([['kettle', book]]), writing, report: (found) => diagnostics.push(...found) })(FILE)
  if (context === undefined) throw new Error('no page')
  return context
}

/** The page's HTML, the tree it was made from before anything was done to it, and what was told. */
function render(text: string, writing: boolean): { html: string; before: Root; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).use(remarkWaymark, { contextFor: () => contextFor(diagnostics, writing), highlight })
  const file = new VFile({ path: FILE, value: text })
  const before = processor.parse(file)
  const tree = processor.runSync(structuredClone(before), file) as Root
  return { html: toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), before, diagnostics }
}

/** Every problem says where in the chapter it is, in lines the chapter has, and how to mend it. */
function expectLocated(diagnostics: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\r\n?|\n/).length
  for (const diagnostic of diagnostics) {
    const { file, line, column, message, fix } = diagnostic
    if (file === 'walkthrough.config.ts') continue
    expect({ ...diagnostic, file, isLocated: (line ?? 0) >= 1 && (line ?? 0) <= lines && (column ?? 1) >= 1 }).toMatchObject({ file: FILE, isLocated: true })
    expect([message, fix]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)])
  }
}

/** Excerpts that stand in no other directive of ours: each one must leave code or a notice behind. */
function excerptsIn(tree: Root): number {
  let count = 0
  visit(tree, 'containerDirective', (node, _index, parent: Nodes | undefined) => {
    if (node.name === 'go' && parent?.type === 'root') count++
  })
  return count
}

const isSeen = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

it('any text at all is a page, and what is wrong with it is told in its place', () => {
  fc.assert(
    fc.property(chapter, fc.boolean(), (text, writing) => {
      const { html, before, diagnostics } = render(text, writing)
      expectLocated(diagnostics, text)
      if (isSeen(toString(before, { includeHtml: false, includeImageAlt: false }))) expect(html).toMatch(/\S/)
      expect(html.split(/<figure class="wm-excerpt|wm-diagnostic not-content|wm-notice/).length - 1).toBeGreaterThanOrEqual(excerptsIn(before))
    }),
    fuzzRuns('pages', 150),
  )
})

it('any text at all can be checked, and the same problems are told each time', () => {
  fc.assert(
    fc.property(chapter, (text) => {
      const told = [0, 1].map(() => {
        const diagnostics: Diagnostic[] = []
        checkChapter(text, contextFor(diagnostics, false), 'kettle/walk', (page) => page === 'kettle/walk')
        expectLocated(diagnostics, text)
        return diagnostics
      })
      expect(told[0]).toEqual(told[1])
    }),
    fuzzRuns('check', 60),
  )
})

it('any text at all can be exported', () => {
  fc.assert(
    fc.property(chapter, (text) => {
      const diagnostics: Diagnostic[] = []
      expect(chapterText(readPlainChapter(text, 'walk', contextFor(diagnostics, false)))).toMatch(/\S/)
      expectLocated(diagnostics, text)
    }),
    fuzzRuns('exports', 100),
  )
})
