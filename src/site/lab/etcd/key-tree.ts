/** A part of keys between slashes, and what follows it. */
export interface KeyNode<Entry> {
  /** With its slash where something follows. */
  readonly name: string
  /** The key that ends here. */
  readonly entry: Entry | undefined
  readonly children: readonly KeyNode<Entry>[]
  /** Keys here and below. */
  readonly count: number
}

interface Growing<Entry> {
  name: string
  entry: Entry | undefined
  children: Map<string, Growing<Entry>>
}

/** Keys as a tree by their slashes, in the order they come. Parts with nothing beside them are joined: `/registry/ranges/`. */
export function keyTree<Entry extends { readonly key: string }>(entries: readonly Entry[]): KeyNode<Entry>[] {
  const root: Growing<Entry> = { name: '', entry: undefined, children: new Map() }
  for (const entry of entries) {
    let node = root
    for (const part of entry.key.split(/(?<=.\/)/)) {
      const next = node.children.get(part) ?? { name: part, entry: undefined, children: new Map<string, Growing<Entry>>() }
      node.children.set(part, next)
      node = next
    }
    node.entry = entry
  }
  return [...root.children.values()].map(settle)
}

function settle<Entry>(node: Growing<Entry>): KeyNode<Entry> {
  const children = [...node.children.values()].map(settle)
  const [only] = children
  if (node.entry === undefined && only !== undefined && children.length === 1 && only.children.length > 0) return { ...only, name: node.name + only.name }
  return { name: node.name, entry: node.entry, children, count: children.reduce((sum, { count }) => sum + count, node.entry === undefined ? 0 : 1) }
}
