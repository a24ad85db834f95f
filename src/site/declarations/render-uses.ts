import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { countUses, type UseGroup, type UseLine } from '../../walkthrough/index.ts'
import { codeLink, hrefOfWay, type CodeContext } from './code-context.ts'

/** A list of who uses something, each with a link to every line. */
export function renderUses(groups: readonly UseGroup[], context: CodeContext): Element {
  return h(
    'ul',
    { class: 'wm-uses', role: 'list' },
    groups.map((group) =>
      h('li', [
        h('span', { class: 'wm-user' }, codeLink(group.label, group, context)),
        ' ',
        h('span', { class: 'wm-use-lines' }, group.lines.flatMap((line, index) => [...(index === 0 ? [] : [', ']), renderLine(line, group, context)])),
      ]),
    ),
  )
}

/** The same behind its count, for what is said beside many others. */
export function renderFoldedUses(groups: readonly UseGroup[], context: CodeContext): Element[] {
  const count = countUses(groups)
  return count === 0 ? [] : [h('details', { class: 'wm-member-uses' }, [h('summary', context.strings.uses(count)), renderUses(groups, context)])]
}

function renderLine(use: UseLine, { file }: UseGroup, context: CodeContext): Element {
  const { line, through } = use
  const href = hrefOfWay(use, context)
  const text = context.strings.line(line)
  const content: ElementContent[] = [{ type: 'text', value: text }, ...(through === undefined ? [] : [{ type: 'text' as const, value: ' ' }, h('code', { translate: 'no' }, through)])]
  const title = `${file}:${line}`
  return href === undefined ? h('span', { title }, content) : h('a', { href, title }, content)
}
