import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check, Completion } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'
import { completionFact, factRow, fieldLink, flagLink } from './render-facts.ts'
import { renderMessage } from './render-errors.ts'
import { renderPlace } from './render-place.ts'
import { renderRows, type PaneOptions } from './render-variables.ts'
import type { OptionsStrings } from './strings.ts'
import type { VariableNode } from './variable-tree.ts'

/** What completion sets, in its order, with the condition; the errors on the way have a page of their own. */
export function renderCompletions(completions: readonly Completion[], options: PageOptions, strings: OptionsStrings): Element {
  return piece(
    h(
      'ol',
      { class: 'wm-fact-list' },
      completions.flatMap((completion) =>
        completion.path === null
          ? []
          : [h('li', [h('p', [fieldLink(completion.path, options)]), h('p', { class: 'wm-fact-how' }, completionFact(completion, options, strings))])],
      ),
    ),
  )
}

/** Checks of validation, message first. */
export function renderChecks(checks: readonly Check[], options: PageOptions, strings: OptionsStrings): Element {
  return piece(
    h(
      'ul',
      { class: 'wm-fact-list' },
      checks.map(({ message, condition, at, flags }) =>
        h('li', [
          h('p', { class: 'wm-error-message' }, [...renderMessage(message, strings), ' ', renderPlace(at, options)]),
          h('dl', { class: 'wm-facts' }, [
            ...(condition === null || condition === '' ? [] : factRow(strings.cause, [h('code', { translate: 'no' }, condition)])),
            ...factRow(strings.flag, ...flags.map((flag) => [flagLink(flag, options)])),
          ]),
        ]),
      ),
    ),
  )
}

/** A pane of variables on its own: a small window of the debugger. */
export function renderPane(nodes: readonly VariableNode[], pane: PaneOptions): Element {
  return h('div', { class: 'wm-options-piece wm-vars not-content' }, [renderRows(nodes, pane)])
}

const piece = (content: Element): Element => h('div', { class: 'wm-options-piece not-content' }, [content])
