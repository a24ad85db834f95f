import type { Colors } from '../report/index.ts'
import type { Report } from './report.ts'
import { STATUSES, type Status, type Verdict } from './verdict.ts'

/** A verdict's words for what it is about: `:sym[app.Run]`, `at="Boil(o)" in app.Run`. */
export function subjectOf({ binding: { use, text, inside } }: Verdict): string {
  switch (use) {
    case 'excerpt': return `symbol="${text}"`
    case 'show': return `show="${text}" in ${inside ?? ''}`
    case 'from': case 'to': return `${use}="${oneLine(text)}" in ${inside ?? ''}`
    case 'note': return `at="${oneLine(text)}" in ${inside ?? ''}`
    case 'sym': case 'flag': case 'file': return `:${use}[${text}]`
    case 'trail': return `::trail ${text}`
    case 'tree': return `folder ${text}`
    case 'hop': return `call of ${text} in ${inside ?? ''}`
    case 'step-flag': return `${text} on a command line`
    case 'alias': case 'package': return `package ${text}`
    case 'parameter': return text
    default: return `${use} ${text}`
  }
} // prettier-ignore

/**
 * What a terminal shows: counts, then what needs a person, by chapter, with place, reason, diff and candidates; then, in a line
 * each, what can be rewritten.
 */
export function formatSummary(report: Report, colors: Colors): string {
  const { counts, verdicts, from, to, walkthrough, needsPerson } = report
  const paint: Record<Status, (text: string) => string> = { same: colors.dim, moved: colors.cyan, renamed: colors.cyan, changed: colors.yellow, gone: colors.red }
  const lines = [`${colors.bold(walkthrough)}: ${from} → ${to}`, `  ${STATUSES.map((status) => paint[status](`${counts[status]} ${status}`)).join(', ')}`]
  const open = verdicts.filter((one) => one.needsPerson)
  if (open.length > 0) lines.push('', colors.bold(`${count(needsPerson, 'place')} for a person:`))
  const shown = new Set<string>()
  for (const one of open) {
    const { file, line, column } = one.binding.place
    lines.push(`${colors.bold(`${file}:${line}:${column}`)} ${paint[one.status](one.status)} ${subjectOf(one)}`, `  ${one.reason}${whereNow(one)}`)
    const diff = one.diff.join('\n')
    // The same code is often shown in several chapters, and in every language.
    if (diff !== '' && shown.has(diff)) lines.push(`    ${colors.dim('(the same difference as above)')}`)
    else for (const text of one.diff) lines.push(`    ${text.startsWith('+') ? colors.green(text) : text.startsWith('-') ? colors.red(text) : colors.dim(text)}`)
    shown.add(diff)
    for (const { name, file: at, line: number, score } of one.candidates) lines.push(`  ${colors.dim('perhaps')} ${oneLine(name)}${at === name ? '' : ` (${at}:${number})`}${score > 0 ? `, ${Math.round(score * 100)} % alike` : ''}`)
  }
  const certain = verdicts.filter((one) => one.rewrite !== undefined && one.binding.spot !== undefined)
  if (certain.length > 0) lines.push('', colors.bold(`${count(certain.length, 'place')} that --apply rewrites:`))
  for (const one of certain) {
    const { file, line } = one.binding.place
    lines.push(`${file}:${line} ${subjectOf(one)} → ${oneLine(one.rewrite?.text ?? '')}${one.rewrite?.nth === undefined ? '' : ` (nth ${one.rewrite.nth})`}`)
  }
  return lines.join('\n')
}

const whereNow = ({ after }: Verdict): string => (after === undefined ? '' : ` (${after.file}:${after.lines[0]})`)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
