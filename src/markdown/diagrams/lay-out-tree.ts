/** A node of a forest in depth-first order. */
export interface TreeNode {
  /** Index of the item it stands for. */
  readonly index: number
  readonly depth: number
  /** Row of its own in a list of all nodes. */
  readonly row: number
  /** Row among the leaves; a parent stands level with its first child. */
  readonly leafRow: number
  readonly parent: number | undefined
}

/**
 * Lays out a path as a forest: each item under the one that calls it, siblings in the order given (which is the order of
 * the source).
 *
 * @param parents for each item the index of its parent; one that isn't an earlier item counts as none
 */
export function layOutTree(parents: readonly (number | undefined)[]): TreeNode[] {
  const parentOf = parents.map((parent, index) => (parent !== undefined && parent >= 0 && parent < index ? parent : undefined))
  const nodes: TreeNode[] = []
  let leaves = 0
  const visit = (index: number, depth: number): void => {
    const children = parentOf.flatMap((parent, child) => (parent === index ? [child] : []))
    nodes.push({ index, depth, row: nodes.length, leafRow: leaves, parent: parentOf[index] })
    if (children.length === 0) leaves += 1
    for (const child of children) visit(child, depth + 1)
  }
  parentOf.forEach((parent, index) => {
    if (parent === undefined) visit(index, 0)
  })
  return nodes
}
