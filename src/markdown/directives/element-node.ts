import type { Element } from 'hast'
import type { Nodes, RootContent } from 'mdast'

/**
 * A Markdown node that becomes exactly this element: mdast-util-to-hast takes the name, properties and children of
 * nodes it does not know from their `data`.
 */
export function elementNode(element: Element): RootContent {
  const node = {
    type: 'waymark',
    data: { hName: element.tagName, hProperties: element.properties, hChildren: element.children },
  }
  return node as unknown as RootContent
}

/** Puts one element in the place of a node, in its parent. */
export function replaceNode(parent: { children: Nodes[] }, node: Nodes, element: Element): void {
  const index = parent.children.indexOf(node)
  if (index !== -1) parent.children[index] = elementNode(element)
}
