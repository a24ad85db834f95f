import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ListItem, Paragraph } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toHast } from 'mdast-util-to-hast'
import { nearest } from '../../report/index.ts'
import type { PageContext } from '../page-context.ts'
import { placeOf, readAttributes } from './read-attributes.ts'

/**
 * A `tree` directive: the top-level folders of the source with a line each.
 *
 * Each described folder has to be in the tree; those the author left out are listed after the others, so that the
 * list is the whole tree.
 */
export function renderTree(directive: ContainerDirective, context: PageContext): Element {
  const place = placeOf(directive, context.file)
  context.report(readAttributes(directive, place, []).diagnostics)
  const items = directive.children.flatMap((child) => (child.type === 'list' ? child.children : []))
  const topLevel = context.book?.topLevel ?? []
  const described = new Set<string>()
  const rows = items.map((item) => {
    const { name, rest } = readItem(item)
    const folder = name?.replace(/\/$/, '')
    if (folder === undefined || (topLevel.length > 0 && !topLevel.includes(folder))) {
      context.report([
        {
          code: 'folder-not-found',
          severity: 'error',
          message: folder === undefined ? 'A line of the tree begins with a folder in backticks.' : `The tree has no top-level folder ${folder}.`,
          ...placeOf(item, context.file),
          expected: '`folder` — what it holds',
          found: folder ?? 'no folder',
          candidates: nearest(folder ?? '', topLevel),
          fix: 'Name a folder that is there, or remove the line.',
        },
      ])
    }
    if (folder !== undefined) described.add(folder)
    return h('li', [h('code', `${folder ?? '?'}/`), h('span', rest)])
  })
  const others = topLevel.filter((folder) => !described.has(folder) && !folder.startsWith('.'))
  return h('ul', { class: 'wm-tree not-content' }, [
    ...rows,
    ...others.map((folder) => h('li', { class: 'wm-tree-other' }, [h('code', `${folder}/`)])),
  ])
}

/** Splits `` `cmd` — entry points `` into the folder and what is said of it. */
function readItem(item: ListItem): { name: string | undefined; rest: ElementContent[] } {
  const paragraph = item.children.find((child): child is Paragraph => child.type === 'paragraph')
  const [first, ...others] = paragraph?.children ?? []
  if (first?.type !== 'inlineCode') return { name: undefined, rest: [] }
  const [text, ...more] = others
  const trimmed = text?.type === 'text' ? [{ ...text, value: text.value.replace(/^\s*(?:—|–|-|:|：)*\s*/, '') }, ...more] : others
  const hast = toHast({ type: 'paragraph', children: trimmed })
  return { name: first.value, rest: hast.type === 'element' ? hast.children : [] }
}
