import type { Default } from '../../options/model.ts'
import { splitPath } from './paths.ts'

/** A field of the options, with what is inside it. */
export interface VariableNode {
  /** The last part of its path, as the pane shows it: `Prefix`, `["events"]`. */
  readonly name: string
  readonly path: string
  /** Its value, if it has no parts. */
  readonly leaf: Default | undefined
  readonly children: readonly VariableNode[]
  /** Leaves here and below. */
  readonly count: number
}

interface Growing {
  readonly name: string
  readonly path: string
  leaf: Default | undefined
  readonly children: Map<string, Growing>
}

/** Leaves as a tree by their paths, in the order they come; one root for each first name, which is usually one. */
export function variableTree(leaves: readonly Default[]): VariableNode[] {
  const roots = new Map<string, Growing>()
  for (const leaf of leaves) {
    let level = roots
    let node: Growing | undefined
    for (const name of splitPath(leaf.path)) {
      const path: string = node === undefined ? name : name.startsWith('[') ? node.path + name : `${node.path}.${name}`
      const next: Growing = level.get(name) ?? { name, path, leaf: undefined, children: new Map() }
      level.set(name, next)
      node = next
      level = next.children
    }
    if (node !== undefined) node.leaf = leaf
  }
  return [...roots.values()].map(settle)
}

/** The node of a path in a tree. */
export function findNode(nodes: readonly VariableNode[], path: string): VariableNode | undefined {
  for (const node of nodes) {
    if (node.path === path) return node
    const found = findNode(node.children, path)
    if (found !== undefined) return found
  }
  return undefined
}

function settle({ children, ...node }: Growing): VariableNode {
  const settled = [...children.values()].map(settle)
  return { ...node, children: settled, count: settled.reduce((sum, { count }) => sum + count, node.leaf === undefined ? 0 : 1) }
}
