import type { GoNode } from './go-node.ts'

/** A node with what is asked of it more than once; asking the tree is slow. Offsets count the parsed text. */
export interface PlacedNode {
  readonly node: GoNode
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * Gives the nodes of some types that lie in one range after another; ranges ascend. All nodes come from the tree at once,
 * which is several times faster than asking for those of each range.
 */
export function nodesWithin(root: GoNode, types: string[]): (start: number, end: number) => PlacedNode[] {
  const nodes = root.descendantsOfType(types)
  let next = 0
  return (start, end) => {
    const found: PlacedNode[] = []
    for (; next < nodes.length; next++) {
      const node = nodes[next]
      if (node === undefined || node.startIndex >= end) break
      if (node.startIndex >= start) found.push({ node, type: node.type, start: node.startIndex, end: node.endIndex })
    }
    return found
  }
}
