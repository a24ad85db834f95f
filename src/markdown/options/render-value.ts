import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { isComputed, type Computed, type Json } from '../../options/model.ts'
import { formatValue, valueKind } from './format-value.ts'
import type { PageOptions } from './page-options.ts'
import { renderPlace } from './render-place.ts'
import type { OptionsStrings } from './strings.ts'

/** A value in the colours of code; one that only a running program knows says so. */
export function renderValue(value: Json | Computed, type: string, strings: OptionsStrings, extra: Readonly<Record<string, string>> = {}): ElementContent {
  const kind = valueKind(value)
  return h('span', { class: `wm-val wm-val-${kind}`, ...extra }, isComputed(value) ? strings.runTime : formatValue(value, type))
}

/** What decides a value at run time, and where. */
export function renderComputed({ computed, at }: Computed, options: PageOptions, strings: OptionsStrings): ElementContent[] {
  if (computed === '') return [{ type: 'text', value: `${strings.runTime}: ` }, renderPlace(at, options)]
  return [{ type: 'text', value: `${strings.runTimeBy} ` }, h('code', { translate: 'no' }, computed), { type: 'text', value: ' ' }, renderPlace(at, options)]
}

/** The value of `--help`'s `(default …)` of a flag, or that there is none. */
export function renderFlagDefault(value: string | null | Computed, strings: OptionsStrings): ElementContent {
  if (value === null) return h('span', { class: 'wm-flag-none' }, strings.noDefault)
  if (isComputed(value)) return h('span', { class: 'wm-flag-none' }, strings.runTime)
  return h('code', { class: 'wm-flag-default', translate: 'no' }, value)
}
