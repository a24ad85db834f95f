import { STATUSES, type Status, type Verdict } from './verdict.ts'

/** What a comparison came to, as `--json` prints it and the pages show it. */
export interface Report {
  readonly walkthrough: string
  /** Version that the chapters are written against. */
  readonly from: string
  readonly to: string
  /** How the config would be pinned to it; undefined where the commit cannot be known. */
  readonly pin: { readonly tag: string; readonly commit: string } | undefined
  readonly counts: Readonly<Record<Status, number>>
  /** How many somebody has to look at. */
  readonly needsPerson: number
  /** How many can be rewritten. */
  readonly rewritable: number
  readonly verdicts: readonly Verdict[]
}

/** Counts verdicts and puts them in the order of files and lines. */
export function reportOf(given: Pick<Report, 'walkthrough' | 'from' | 'to' | 'pin' | 'verdicts'>): Report {
  const verdicts = [...given.verdicts].sort(
    ({ binding: { place: a } }, { binding: { place: b } }) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
  const counts = Object.fromEntries(STATUSES.map((status) => [status, verdicts.filter((one) => one.status === status).length]))
  return {
    ...given,
    verdicts,
    counts: counts as Record<Status, number>,
    needsPerson: verdicts.filter((one) => one.needsPerson).length,
    rewritable: verdicts.filter((one) => one.rewrite !== undefined && one.binding.spot !== undefined).length,
  }
}
