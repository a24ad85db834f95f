import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isComputed, type Default, type Json } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'
import { isWithin, overlap, pathId } from './paths.ts'
import { relatedToPath } from './relations.ts'
import { checkFact, completionFact, earlierValues, factRow, flagLink, provenance } from './render-facts.ts'
import { renderValue } from './render-value.ts'
import type { OptionsStrings } from './strings.ts'
import type { VariableNode } from './variable-tree.ts'

/** How a pane of variables is drawn. */
export interface PaneOptions {
  readonly options: PageOptions
  readonly strings: OptionsStrings
  /** Gives each row its path as an id: once in a page. */
  readonly withIds: boolean
  /** Levels that stand open. */
  readonly open: number
  /** Values that a command line gives, by path; the pane can then show what is so after flags. */
  readonly given: ReadonlyMap<string, Json>
}

/** The rows of a pane: folds inside folds, so that it works without a script and by keyboard. */
export function renderRows(nodes: readonly VariableNode[], pane: PaneOptions): Element {
  return h('ul', { class: 'wm-vars-rows' }, nodes.map((node) => h('li', [node.leaf === undefined || node.children.length > 0 ? branch(node, pane) : leafRow(node, node.leaf, pane)])))
}

function branch(node: VariableNode, pane: PaneOptions): Element {
  const { options, strings, open, withIds } = pane
  const changed = options.outcome.completions.some(({ path }) => path !== null && overlap(path, node.path))
  const checked = options.outcome.checks.some(({ fields }) => fields.some((field) => isWithin(field, node.path)))
  return h('details', { class: 'wm-var', ...(withIds ? { id: pathId(node.path) } : {}), open: open > 0 }, [
    h('summary', [name(node), ' ', h('small', strings.fields(node.count)), ...marks(changed, checked, strings)]),
    renderRows(node.children, { ...pane, open: open - 1 }),
  ])
}

function leafRow(node: VariableNode, leaf: Default, pane: PaneOptions): Element {
  const { options, strings, withIds, given } = pane
  const { flags, completions, checks } = relatedToPath(options.outcome, leaf.path)
  const typed = given.get(leaf.path)
  const setLater = completions.length > 0
  const value = (states: string, shown: Json | Default['value']): ElementContent => renderValue(shown, leaf.type, strings, states === '' ? {} : { dataStates: states })
  const values: ElementContent[] =
    typed === undefined
      ? [value(setLater ? 'new flags' : '', leaf.value)]
      : [value('new', leaf.value), value(setLater ? 'flags' : 'flags complete', typed)]
  const late: ElementContent[] = setLater ? [h('span', { class: 'wm-val wm-val-computed', dataStates: 'complete' }, strings.otherwise)] : []
  return h('details', { class: 'wm-var wm-var-leaf', ...(withIds ? { id: pathId(leaf.path) } : {}), ...(typed === undefined ? {} : { dataGiven: '' }) }, [
    h('summary', [name(node), ' ', h('span', { class: 'wm-eq', ariaHidden: 'true' }, '='), ' ', ...values, ...late, ' ', h('span', { class: 'wm-var-type' }, leaf.type), ...marks(setLater, checks.length > 0, strings)]),
    h('dl', { class: 'wm-facts' }, [
      ...factRow(isComputed(leaf.value) ? strings.default : strings.setAt, provenance(leaf, options, strings)),
      ...factRow(strings.before, ...earlierValues(leaf, options, strings)),
      ...factRow(strings.flag, ...flags.slice(0, 3).map((flag) => [flagLink(flag.name, options)])),
      ...factRow(strings.completes, ...completions.slice(0, 4).map((one) => completionFact(one, options, strings))),
      ...factRow(strings.validates, ...checks.slice(0, 4).map((one) => checkFact(one, options, strings))),
    ]),
  ])
}

const name = (node: VariableNode): Element => h('span', { class: 'wm-var-name', translate: 'no' }, node.name)

function marks(changed: boolean, checked: boolean, strings: OptionsStrings): ElementContent[] {
  return [
    ...(changed ? [' ', h('span', { class: 'wm-tag wm-tag-changed', title: strings.changedTitle }, strings.changed)] : []),
    ...(checked ? [' ', h('span', { class: 'wm-tag wm-tag-checked', title: strings.checkedTitle }, strings.checked)] : []),
  ].map((item): ElementContent => (typeof item === 'string' ? { type: 'text', value: item } : item))
}
