import type { Html, Paragraph, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

/** Directives that a comment was taken out of. */
const commented = new WeakSet<object>()

/** Whether a comment stood right in this node: what its author has left for later. */
export const hadComment = (node: object): boolean => commented.has(node)

/**
 * Makes raw HTML in Markdown text: a reader sees what was typed, a browser runs none of it. Comments are taken out.
 *
 * Chapters are contributed by many people; what a page can do is decided by directives, not by tags.
 */
export function escapeHtml(tree: Root): void {
  visit(tree, 'html', (node: Html, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (/^\s*<!--[^]*-->\s*$/.test(node.value)) {
      parent.children.splice(index, 1)
      commented.add(parent)
      return index
    }
    const text: Text = { type: 'text', value: node.value }
    const inPhrasing = ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell', 'textDirective', 'leafDirective'].includes(parent.type)
    const paragraph: Paragraph = { type: 'paragraph', children: [text] }
    const replacement: Text | Paragraph = inPhrasing ? text : paragraph
    if (node.position !== undefined) replacement.position = node.position
    parent.children[index] = replacement
    return undefined
  })
}
