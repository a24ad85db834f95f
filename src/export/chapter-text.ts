import type { Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { PlainChapter } from '../markdown/index.ts'

const writer = unified().use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', incrementListMarker: true }).use(remarkGfm).freeze()

/** Markdown of nodes; ends without a line break. */
export function markdownOf(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: structuredClone(children) as RootContent[] }
  return writer.stringify(root).trimEnd()
}

/** A chapter as one Markdown text with its title, readable as it is. */
export function chapterText({ title, description, blocks }: PlainChapter): string {
  const head = description === undefined ? [`# ${title}`] : [`# ${title}`, `> ${description}`]
  return [...head, ...blocks.map(({ nodes }) => markdownOf(nodes))].filter((part) => part !== '').join('\n\n') + '\n'
}
