import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isComputed, type Check, type Completion, type Default, type StepError } from '../../options/model.ts'
import { pathId } from './paths.ts'
import type { PageOptions } from './page-options.ts'
import { renderPlace, renderPlaces } from './render-place.ts'
import { renderComputed, renderValue } from './render-value.ts'
import type { OptionsStrings } from './strings.ts'

/** A row of a list of facts: what it is about, and one or more things to say. */
export function factRow(term: string, ...details: (readonly ElementContent[])[]): Element[] {
  return details.length === 0 ? [] : [h('dt', term), ...details.map((detail) => h('dd', [...detail]))]
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const code = (value: string): ElementContent => h('code', { translate: 'no' }, value)

/** Where a default was set: the calls that led there and the line itself; for a value of run time, what decides. */
export function provenance(leaf: Default, options: PageOptions, strings: OptionsStrings): ElementContent[] {
  if (isComputed(leaf.value)) return renderComputed(leaf.value, options, strings)
  if (leaf.setAt === null) return [text(strings.zero)]
  const last = leaf.chain.at(-1)
  const same = last?.file === leaf.setAt.file && last.line === leaf.setAt.line
  return renderPlaces(same ? leaf.chain : [...leaf.chain, leaf.setAt], options)
}

/** What stood in a field before its default did, oldest first. */
export function earlierValues(leaf: Default, options: PageOptions, strings: OptionsStrings): ElementContent[][] {
  return leaf.overwritten.map(({ value, setAt }) => [renderValue(value, leaf.type, strings), text(' '), renderPlace(setAt, options)])
}

/** The link to a field in the pane of variables. */
export function fieldLink(path: string, { hrefOf }: PageOptions): ElementContent {
  return h('a', { class: 'wm-path', href: `${hrefOf('variables')}#${encodeURI(pathId(path))}`, translate: 'no' }, path)
}

/** The link to a flag in the explorer. */
export function flagLink(name: string, { hrefOf }: PageOptions): ElementContent {
  return h('a', { class: 'wm-flag', href: `${hrefOf('flags')}#--${name}`, translate: 'no' }, `--${name}`)
}

/** One thing that completion does: the statement, its condition, the place. */
export function completionFact({ code: source, condition, at }: Completion, options: PageOptions, strings: OptionsStrings): ElementContent[] {
  if (source === '') return [text(`${strings.otherwise}: `), renderPlace(at, options)]
  return [code(source), ...conditionFact(condition, strings), text(' '), renderPlace(at, options)]
}

/** One check: what it says, when, where. */
export function checkFact({ message, condition, at }: Check | StepError, options: PageOptions, strings: OptionsStrings): ElementContent[] {
  const said = message === '' ? text(strings.noMessage) : h('span', { class: 'wm-message', translate: 'no' }, message)
  return [said, ...conditionFact(condition, strings), text(' '), renderPlace(at, options)]
}

/** `if …`, for what happens only sometimes. */
export function conditionFact(condition: string | null, strings: OptionsStrings): ElementContent[] {
  return condition === null || condition === '' ? [] : [text(` ${strings.when} `), code(condition)]
}
