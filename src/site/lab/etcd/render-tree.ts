import type { KeyNode } from './key-tree.ts'
import type { EtcdEntry } from './read-dump.ts'

/** A key as the tree shows it. */
export interface ShownKey {
  readonly key: string
  readonly entry: EtcdEntry
  readonly type: string
  readonly bytes: number
}

/** How the tree stands, and what happens when a key is chosen. */
export interface TreeOptions {
  /** Levels that are open. */
  readonly open: number
  /** The key that stands chosen. */
  readonly chosen: string | undefined
  readonly choose: (key: ShownKey, byKeyboard: boolean) => void
}

/** The tree that the page holds without script, with keys that can be chosen. */
export function renderTree(nodes: readonly KeyNode<ShownKey>[], options: TreeOptions): HTMLElement {
  const list = document.createElement('ul')
  for (const node of nodes) {
    const item = document.createElement('li')
    if (node.children.length > 0) {
      const details = document.createElement('details')
      details.open = options.open > 0
      const summary = document.createElement('summary')
      summary.append(text('span', node.name), ' ', text('small', String(node.count)))
      details.append(summary, renderTree(node.children, { ...options, open: options.open - 1 }))
      item.append(details)
    }
    if (node.entry !== undefined) item.append(keyButton(node.name, node.entry, options))
    list.append(item)
  }
  return list
}

function keyButton(name: string, key: ShownKey, { chosen, choose }: TreeOptions): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'wm-etcd-key'
  button.dataset['key'] = key.key
  if (key.key === chosen) button.setAttribute('aria-current', 'true')
  button.append(text('span', name), ' ', text('small', key.type))
  // A click that no pointer made counts no clicks.
  button.addEventListener('click', ({ detail }) => choose(key, detail === 0))
  return button
}

function text(tag: 'span' | 'small', content: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = content
  return element
}
