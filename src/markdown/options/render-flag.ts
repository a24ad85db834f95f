import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isComputed, type Flag } from '../../options/model.ts'
import type { PageOptions } from './page-options.ts'
import { relatedToFlag } from './relations.ts'
import { checkFact, completionFact, earlierValues, factRow, fieldLink, provenance } from './render-facts.ts'
import { renderPlace } from './render-place.ts'
import { renderComputed, renderFlagDefault } from './render-value.ts'
import type { OptionsStrings } from './strings.ts'

/** A chapter that speaks of a flag. */
export interface Mention {
  readonly title: string
  readonly href: string
}

/** As many checks and steps as an entry shows; the error page has all. */
const MOST = 6

/**
 * Everything about one flag, as an entry of the explorer: a heading that is its permalink, what `--help` says, and where all of it
 * comes from. `data-` attributes are what filters look at.
 */
export function renderFlag(flag: Flag, mentions: readonly Mention[], options: PageOptions, strings: OptionsStrings): Element {
  const { leaf, completions, checks } = relatedToFlag(options.outcome, flag)
  const marks = [...(flag.deprecated === null ? [] : ['deprecated']), ...(completions.length > 0 ? ['completed'] : []), ...(checks.length > 0 ? ['checked'] : [])]
  const computed = isComputed(flag.default) ? flag.default : undefined
  return h('article', { class: 'wm-flag-entry', dataFlag: flag.name, dataType: flag.type ?? '', dataMarks: marks.join(' ') }, [
    h('h3', { id: `--${flag.name}`, translate: 'no' }, [
      h('a', { href: `#--${flag.name}` }, `--${flag.name}`),
      ...(flag.shorthand === null ? [] : [h('span', { class: 'wm-flag-short' }, `, -${flag.shorthand}`)]),
    ]),
    h('p', { class: 'wm-flag-line' }, [
      ...(flag.type === null ? [] : [h('code', { class: 'wm-flag-type', translate: 'no' }, flag.type), ' ']),
      renderFlagDefault(flag.default, strings),
      ...(flag.deprecated === null && flag.hidden ? [' ', h('span', { class: 'wm-mark-word' }, strings.hidden)] : []),
    ]),
    ...(flag.deprecated === null ? [] : [h('p', { class: 'wm-flag-deprecated' }, [h('strong', strings.deprecated), flag.deprecated === '' ? '' : `: ${flag.deprecated}`])]),
    ...helpText(flag, options, strings),
    h('dl', { class: 'wm-facts' }, [
      ...(computed === undefined ? [] : factRow(strings.default, renderComputed(computed, options, strings))),
      ...factRow(strings.declared, [renderPlace(flag.declaredAt, options), ...(flag.conditional === null ? [] : [{ type: 'text', value: ` ${strings.conditional} ` } as const, h('code', { translate: 'no' }, flag.conditional)])]),
      ...factRow(strings.field, [flag.field === null ? { type: 'text', value: strings.noField } : fieldLink(flag.field, options)]),
      ...(leaf === undefined || (computed !== undefined && isComputed(leaf.value)) ? [] : factRow(strings.setAt, provenance(leaf, options, strings))),
      ...(leaf === undefined ? [] : factRow(strings.before, ...earlierValues(leaf, options, strings))),
      ...factRow(strings.completes, ...completions.slice(0, MOST).map((one) => completionFact(one, options, strings))),
      ...factRow(strings.validates, ...checks.slice(0, MOST).map((one) => checkFact(one, options, strings))),
      ...(mentions.length === 0 ? [] : factRow(strings.chapters, separated(mentions.map(({ title, href }) => h('a', { href }, title))))),
    ]),
  ])
}

function helpText({ help }: Flag, options: PageOptions, strings: OptionsStrings): Element[] {
  if (isComputed(help)) return [h('p', { class: 'wm-flag-help' }, renderComputed(help, options, strings))]
  // What --help says is the program's own English, whatever language the page is in.
  return help === '' ? [] : [h('p', { class: 'wm-flag-help', lang: 'en' }, help)]
}

function separated(links: readonly Element[]): ElementContent[] {
  return links.flatMap((link, index) => (index === 0 ? [link] : [{ type: 'text', value: ' · ' }, link]))
}
