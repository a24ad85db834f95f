import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** All elements of a tree that answer yes, in order of the document. */
export function all(tree: Element | Root, wanted: (node: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (wanted(node)) found.push(node)
  })
  return found
}

/** An attribute as text; empty where there is none. */
export function attribute(node: Element, name: string): string {
  return [node.properties[name] ?? []].flat().join(' ')
}

/** The text of a tree. */
export function text(node: ElementContent | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(text).join('') : ''
}
