import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Code, Nodes, Parents, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { readStep, stepDownload, type Fence, type Step } from '../../lab/index.ts'
import type { PageContext, PageLab } from '../page-context.ts'
import { elementNode } from './element-node.ts'
import { outside } from './render-go.ts'
import { renderStepFence } from './render-step-fence.ts'
import { stepStrings, type StepStrings } from './step-strings.ts'

/**
 * A `step` directive becomes, in place, a section: its title as a heading, its prose as it is, its fences as figures, and a
 * foot with its script and what was last verified.
 *
 * The section keeps its Markdown children, so that asides and excerpts inside it are treated as anywhere else.
 */
export function renderStep(directive: ContainerDirective, context: PageContext): void {
  const { lab } = context
  if (lab === undefined) {
    context.report([{ ...outside(directive, context), code: 'step-outside-lab', message: 'A step belongs to the lab, and this page does not.', expected: 'a file below content/docs/lab/', fix: 'Move it into a chapter of the lab.' }])
    return
  }
  const strings = stepStrings(context.languageTag)
  const { step, fences, diagnostics } = readStep(directive, lab.config, context.file, lab.chapter)
  context.report(diagnostics)
  replaceFences(directive, { fences, context, lab, strings, group: step?.id ?? 'step' })
  const children: Nodes[] = directive.children
  if (step !== undefined) {
    if (step.title !== step.id) children.unshift({ type: 'heading', depth: 2, children: [{ type: 'text', value: step.title }] })
    children.push(elementNode(foot(step, lab, strings)))
  }
  Object.assign(directive, {
    type: 'waymark',
    data: { hName: 'section', hProperties: { className: ['wm-step'], ...(step === undefined ? {} : { id: `step-${step.id}`, dataStep: step.id }) } },
  })
}

interface Replacing {
  readonly fences: ReadonlyMap<Code, Fence>
  readonly context: PageContext
  readonly lab: PageLab
  readonly strings: StepStrings
  /** What names of exclusive groups begin with. */
  readonly group: string
}

/** Puts figures in the place of fences, at any depth. Neighbours that differ by system or say how to install become one group. */
function replaceFences(parent: Parents, replacing: Replacing): void {
  const children: RootContent[] = []
  let run: Fence[] = []
  const flush = (): void => {
    if (run.length > 0) children.push(...renderRun(run, replacing).map(elementNode))
    run = []
  }
  for (const child of parent.children) {
    const fence = child.type === 'code' ? replacing.fences.get(child) : undefined
    if (fence === undefined) {
      flush()
      if ('children' in child) replaceFences(child, replacing)
      children.push(child)
      continue
    }
    if (run.length > 0 && !belongTogether(run[0] as Fence, fence)) flush()
    run.push(fence)
  }
  flush()
  parent.children = children
}

/** Ways to install, or the same thing on another system. */
function belongTogether(first: Fence, next: Fence): boolean {
  if (first.kind !== next.kind) return false
  return first.kind === 'install' || (first.os !== undefined && next.os !== undefined)
}

function renderRun(run: readonly Fence[], replacing: Replacing): Element[] {
  const { context, lab, strings, group } = replacing
  const [first] = run
  if (first === undefined || first.kind === 'done') return []
  const tabs = [...new Set(run.map((fence) => tabLabel(fence, strings)))]
  const tabbed = tabs.length > 1
  const figures = run.map((fence) => renderStepFence(fence, { context, lab, strings, tabbed }))
  if (first.kind === 'undo') return [h('details', { class: 'wm-undo' }, [h('summary', strings.labels.undo), ...figures])]
  if (!tabbed) return figures
  // Exclusive by their name: tabs that need no script. Only one may be open in the document as it is.
  const name = `${group}-${first.line}`
  return [
    h(
      'div',
      { class: 'wm-variants not-content' },
      tabs.map((label, index) => {
        const own = run.map((fence) => tabLabel(fence, strings) === label)
        const os = run[own.indexOf(true)]?.os
        return h('details', { class: 'wm-variant', name, open: index === 0, ...(os === undefined ? {} : { dataOs: os }) }, [h('summary', label), ...figures.filter((_, at) => own[at])])
      }),
    ),
  ]
}

/** What tells neighbours apart: the way to install, the system. */
function tabLabel(fence: Fence, strings: StepStrings): string {
  const system = fence.os === undefined ? [] : [strings.systems[fence.os]]
  return [...(fence.kind === 'install' ? [fence.tool] : []), ...system].join(' · ')
}

function foot(step: Step, lab: PageLab, strings: StepStrings): Element {
  const { verified } = lab
  const passed = verified?.steps.find(({ id, outcome }) => id === step.id && outcome === 'passed')
  const versions = (passed?.components ?? []).flatMap((component) => {
    const version = verified?.versions[component]
    const origin = verified?.origins[component]
    return version === undefined ? [] : [`${component} ${version}${origin === undefined ? '' : strings.origin(origin)}`]
  })
  return h('p', { class: 'wm-step-foot not-content' }, [
    h('a', { class: 'wm-step-script', href: `${lab.siteRoot}${stepDownload(step.id)}`, download: true }, strings.download),
    ...(verified === undefined || passed === undefined ? [] : [' ', h('span', { class: 'wm-step-verified' }, strings.verified(verified.date, verified.platform, strings.list(versions)) + strings.changed(passed.changed))]),
  ])
}
