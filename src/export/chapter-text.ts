import type { Heading, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { PlainChapter } from '../markdown/index.ts'

const writer = unified().use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', incrementListMarker: true }).use(remarkGfm).freeze()

/** Markdown of nodes; ends without a line break. */
export function markdownOf(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: structuredClone(children) as RootContent[] }
  return writer.stringify(root).trimEnd()
}

/**
 * A chapter as one Markdown text with its title, readable as it is.
 *
 * @param level of its title: 1, or 2 in a book; its headings go down with it
 */
export function chapterText({ title, description, blocks }: PlainChapter, level: 1 | 2 = 1): string {
  const heading = `${'#'.repeat(level)} ${title}`
  const head = description === undefined ? [heading] : [heading, `> ${description}`]
  return [...head, ...blocks.map(({ nodes }) => markdownOf(level === 1 ? nodes : nodes.map(lowered)))].filter((part) => part !== '').join('\n\n') + '\n'
}

/** All chapters as one Markdown text under the book's title. */
export function bookMarkdown(title: string, chapters: readonly PlainChapter[]): string {
  return [`# ${title}\n`, ...chapters.map((chapter) => chapterText(chapter, 2))].join('\n')
}

/** A heading one level down, wherever it stands; Markdown has six. */
function lowered(node: RootContent): RootContent {
  const copy = structuredClone(node)
  visit(copy, 'heading', (heading) => {
    heading.depth = Math.min(heading.depth + 1, 6) as Heading['depth']
  })
  return copy
}
