import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Diagnostic } from '../../report/index.ts'
import type { ExcerptStrings } from './strings.ts'

/** A piece that could not be made, said plainly in its place: nothing on a page renders empty. */
export function renderNotice(notice: {
  readonly title: string
  readonly detail: string
  readonly strings: ExcerptStrings
}): Element {
  return h('div', { class: 'wm-notice not-content', role: 'note', ariaLabel: notice.strings.missing }, [
    h('p', { class: 'wm-notice-title' }, notice.title),
    h('p', notice.detail),
  ])
}

/** The same, as a piece of a sentence. */
export function renderInlineNotice(notice: { readonly label: string; readonly detail: string }): Element {
  return h('code', { class: 'wm-ref wm-ref-missing', title: notice.detail }, notice.label)
}

/** A diagnostic for whoever is writing: what is wrong, where, and how to mend it. Shown while developing. */
export function renderDiagnostic(diagnostic: Diagnostic, strings: ExcerptStrings): Element {
  const { code, severity, message, file, line, column, expected, found, candidates, fix } = diagnostic
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
  const facts: readonly (readonly [string, readonly string[], string?])[] = [
    [strings.expected, expected === undefined ? [] : [expected]],
    [strings.found, found === undefined ? [] : [found]],
    [strings.candidates, candidates ?? [], 'wm-candidate'],
    [strings.fix, fix === undefined ? [] : [fix]],
  ]
  return h('div', { class: 'wm-notice wm-diagnostic not-content', role: 'note', ariaLabel: message, dataSeverity: severity }, [
    h('p', { class: 'wm-notice-title' }, [h('code', h('span', code)), ' ', message]),
    ...(place === '' ? [] : [h('p', { class: 'wm-diagnostic-place' }, place)]),
    h('dl', facts.flatMap(([name, values, className]) => renderFact(name, values, className))),
  ])
}

function renderFact(name: string, values: readonly string[], className?: string): ElementContent[] {
  return values.length === 0 ? [] : [h('dt', name), ...values.map((value) => h('dd', className === undefined ? {} : { class: className }, value))]
}
