import type { Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { formatCondition, readStep, renderFence, type Fence } from '../../lab/index.ts'
import { stepStrings } from '../directives/step-strings.ts'
import type { PageContext } from '../page-context.ts'

/** A step of the lab as plain nodes: its title, its prose, and its fences with the default values in them, each with what it is for. */
export function plainStep(directive: ContainerDirective, context: PageContext): RootContent[] {
  const { lab } = context
  if (lab === undefined) return directive.children
  const strings = stepStrings(context.languageTag)
  const { step, fences, diagnostics } = readStep(directive, lab.config, context.file, lab.chapter)
  context.report(diagnostics)
  const labelOf = (fence: Fence): string => {
    const what = fence.kind === 'run' && fence.fails ? strings.fails : fence.kind === 'install' ? strings.install(fence.tool) : strings.labels[fence.kind]
    const system = fence.os === undefined ? [] : [strings.only(strings.systems[fence.os])]
    const when = fence.when === undefined ? [] : [strings.versions(formatCondition(fence.when))]
    return [what, ...system, ...when].join(' · ')
  }
  const nodes: RootContent[] = []
  if (step !== undefined) nodes.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: step.title }] })
  for (const child of directive.children) {
    const fence = child.type === 'code' ? fences.get(child) : undefined
    if (fence === undefined) nodes.push(child)
    else if (fence.kind !== 'done') nodes.push(said(labelOf(fence)), { type: 'code', lang: fence.language, value: renderFence(fence, lab.config, lab.values).text })
  }
  return nodes
}

function said(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: text }] }] }
}
