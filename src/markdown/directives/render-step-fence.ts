import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { formatCondition, renderFence, type Fence, type RenderedPiece } from '../../lab/index.ts'
import type { PageContext, PageLab } from '../page-context.ts'
import { explorerHref } from './render-inline.ts'
import type { StepStrings } from './step-strings.ts'

/** Text no longer than this, in columns, fits the narrowest screen, so its pane need not take the focus. */
const ALWAYS_FITS = 36

/** Where a fence stands. */
export interface FenceContext {
  readonly context: PageContext
  readonly lab: PageLab
  readonly strings: StepStrings
  /** It is in a tab, which names its system. */
  readonly tabbed: boolean
}

/**
 * One fence of a step as a figure: what it is for, a copy button, its text. The text content of `code` is exactly what is
 * copied and run.
 *
 * Values are `span.wm-param` with `data-param` and `data-format`, so that a script can write the reader's own into them.
 * Flags of the lab's program lead to their declaration; one that the code does not know is reported.
 */
export function renderStepFence(fence: Fence, { context, lab, strings, tabbed }: FenceContext): Element {
  const { pieces, text } = renderFence(fence, lab.config, lab.values)
  const label = fence.kind === 'run' && fence.fails ? strings.fails : fence.kind === 'install' ? strings.install(fence.tool) : strings.labels[fence.kind]
  const scrolls = text.split('\n').some((line) => line.length > ALWAYS_FITS)
  return h('figure', { class: `wm-command not-content wm-command-${fence.kind}`, dataKind: fence.kind }, [
    h('figcaption', { class: 'wm-command-head' }, [
      h('span', { class: 'wm-command-label' }, label),
      ...(fence.os === undefined || tabbed ? [] : [' ', h('span', { class: 'wm-command-os' }, strings.only(strings.systems[fence.os]))]),
      ...whenText(fence, strings),
      ...(fence.kind === 'output' ? [] : [copyButton(strings)]),
    ]),
    h(
      'pre',
      { class: 'wm-command-text', dir: 'ltr', translate: 'no', ...(scrolls ? { tabIndex: 0, role: 'group', ariaLabel: label } : {}) },
      // An element inside: Expressive Code takes code that begins with text for its own, and cuts it at the first element.
      h('code', { class: `language-${fence.language}` }, h('span', pieces.flatMap((piece) => renderPiece(piece, fence, context, strings)))),
    ),
  ])
}

function whenText({ when, reason }: Fence, strings: StepStrings): ElementContent[] {
  if (when === undefined) return []
  return [h('span', { class: 'wm-command-when' }, [h('span', strings.versions(formatCondition(when))), reason === undefined ? '' : `: ${reason}`])]
}

function renderPiece(piece: RenderedPiece, fence: Fence, context: PageContext, strings: StepStrings): ElementContent[] {
  switch (piece.kind) {
    case 'value':
      return [h('span', { class: 'wm-param', dataParam: piece.parameter, dataFormat: piece.format }, piece.text)]
    case 'flag':
      return [renderFlag(piece, context)]
    case 'text':
      return fence.kind === 'output' ? elisions(piece.text, strings) : [{ type: 'text', value: piece.text }]
  }
}

/** The flag as a link to where the code declares it; as it stands where it cannot be had. */
function renderFlag({ text, line, column }: Extract<RenderedPiece, { kind: 'flag' }>, context: PageContext): ElementContent {
  const resolved = context.book?.flag(text.replace(/^-+/, ''), { file: context.file, line, column })
  if (resolved === undefined) return { type: 'text', value: text }
  context.report(resolved.diagnostics)
  if (resolved.kind === 'failed') return h('span', { class: 'wm-flag-unknown' }, text)
  const { url, file, line: declaredAt } = resolved.value
  const title = declaredAt === undefined ? file : `${file}:${declaredAt}`
  const href = explorerHref(text, context) ?? url
  return href === undefined ? h('span', { class: 'wm-flag', title }, text) : h('a', { class: 'wm-flag', href, title }, text)
}

/** Marks what stands for anything: `…` in a line, `⋯` for lines. */
function elisions(text: string, strings: StepStrings): ElementContent[] {
  return text
    .split(/(…|⋯)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '…' || part === '⋯'
        ? h('span', { class: 'wm-elision', title: part === '…' ? strings.elided : strings.elidedLines }, part)
        : { type: 'text', value: part },
    )
}

/** Hidden until a script is there to make it work; the words it says afterwards travel with it. */
function copyButton(strings: StepStrings): Element {
  return h('button', { class: 'wm-copy', type: 'button', hidden: true, ariaLabel: strings.copy, title: strings.copy, dataDone: strings.copied, dataFailed: strings.copyFailed }, [
    h('span', { class: 'wm-copy-icon', ariaHidden: 'true' }),
  ])
}
