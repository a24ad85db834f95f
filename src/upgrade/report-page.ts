import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Report } from './report.ts'
import { PAGE_STYLE } from './report-style.ts'
import { subjectOf } from './summary.ts'
import { STATUSES, type Status, type Verdict } from './verdict.ts'

/** URL of a line of the other version; undefined where it is nowhere on the web. */
export type LineUrl = (file: string, first: number, last: number) => string | undefined

const MEANING: Record<Status, string> = {
  same: 'It is there, and its code has the same tokens.',
  moved: 'The same code, in another file, package or declaration.',
  renamed: 'It goes by another name; form or measure make that certain.',
  changed: 'It is there, and its code is another.',
  gone: 'It is not there.',
}

/** A report as one HTML file that needs nothing else: counts, what needs a person by file, then everything else. */
export function reportPage(report: Report, urlOf: LineUrl): string {
  const { walkthrough, from, to, verdicts, counts, needsPerson, rewritable } = report
  const open = verdicts.filter((one) => one.needsPerson)
  const rest = verdicts.filter((one) => !one.needsPerson)
  const title = `${walkthrough}: ${from} → ${to}`
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', title),
        h('style', PAGE_STYLE),
      ]),
      h('body', [
        h('main', [
          h('h1', title),
          h('p', `${plural(verdicts.length, 'thing')} in chapters and config ${verdicts.length === 1 ? 'holds' : 'hold'} on to the source. ${plural(needsPerson, 'of them needs', 'of them need')} a person; ${plural(rewritable, 'place')} can be rewritten with --apply.`),
          h('table', [h('tbody', STATUSES.map((status) => h('tr', [h('th', { scope: 'row' }, [mark(status)]), h('td', { class: 'count' }, String(counts[status])), h('td', MEANING[status])])))]),
          h('h2', { id: 'open' }, 'What needs a person'),
          ...(open.length === 0 ? [h('p', 'Nothing.')] : byFile(open, urlOf)),
          h('h2', { id: 'rest' }, 'Everything else'),
          ...(rest.length === 0 ? [h('p', 'Nothing.')] : [h('details', [h('summary', plural(rest.length, 'thing')), ...byFile(rest, urlOf)])]),
        ]),
      ]),
    ]),
  ])
  return `${toHtml(page)}\n`
}

function byFile(verdicts: readonly Verdict[], urlOf: LineUrl): Element[] {
  const files = [...new Set(verdicts.map(({ binding }) => binding.place.file))]
  return files.map((file) =>
    h('section', [h('h3', file), h('ul', verdicts.filter(({ binding }) => binding.place.file === file).map((one) => item(one, urlOf)))]),
  )
}

function item(verdict: Verdict, urlOf: LineUrl): Element {
  const { binding, status, reason, after, diff, candidates, rewrite } = verdict
  const notes: ElementContent[] = [h('p', [`${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)}.`, ...(after === undefined ? [] : [' ', place(after.file, after.lines, urlOf)])])]
  if (rewrite !== undefined && binding.spot !== undefined) notes.push(h('p', ['To be written: ', h('code', rewrite.text), ...(rewrite.nth === undefined ? [] : [` (nth ${rewrite.nth})`])]))
  if (diff.length > 0) notes.push(h('pre', { tabIndex: 0 }, diff.flatMap((line): ElementContent[] => [h('span', { class: line.startsWith('+') ? 'new' : line.startsWith('-') ? 'old' : 'both' }, line), { type: 'text', value: '\n' }])))
  if (candidates.length > 0) {
    const likely = candidates.map(({ name, file, line, score }) => h('li', [h('code', name), ' ', ...(file === name ? [] : [place(file, [line, line], urlOf)]), ...(score > 0 ? [` ${Math.round(score * 100)} % alike`] : [])]))
    notes.push(h('p', 'Perhaps:'), h('ul', likely))
  }
  return h('li', [h('p', { class: 'subject' }, [mark(status), ' ', h('span', { class: 'line' }, `line ${binding.place.line}`), ' ', h('code', subjectOf(verdict))]), ...notes])
}

const mark = (status: Status): Element => h('span', { class: `mark ${status}` }, status)

function place(file: string, [first, last]: readonly [number, number], urlOf: LineUrl): Element {
  const text = `${file}:${first}`
  const url = urlOf(file, first, last)
  return url === undefined ? h('span', { class: 'place' }, text) : h('a', { class: 'place', href: url }, text)
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
