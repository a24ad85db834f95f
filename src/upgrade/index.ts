/**
 * What becomes of a walkthrough in another version of its source: each thing that chapters hold on to is the same there, moved,
 * renamed, changed or gone, and what is certain can be rewritten.
 *
 * Pure: two indexes and a list of bindings in, verdicts and edits out. It knows neither Markdown nor where versions come from,
 * and it says only what a stated measure makes certain (`similarity.ts`); the rest are candidates.
 */
export { binding, type Binding, type Spot, type Use } from './binding.ts'
export { classify } from './classify.ts'
export { compare, type Comparison } from './comparison.ts'
export { declarationOf } from './classify-symbol.ts'
export { newLock, type Rebound } from './new-lock.ts'
export { applyEdits, editsFor, rewrite, type Edit, type Rewritten } from './rewrite.ts'
export { openSide, type Side } from './side.ts'
export { differencesFile, differencesOf, differencesSchema, factsAbout, formatDifferences, type DifferenceFact, type Differences } from './differences.ts'
export { reportPage, type LineUrl } from './report-page.ts'
export { reportOf, type Report } from './report.ts'
export { formatSummary, subjectOf } from './summary.ts'
export { STATUSES, verdict, type Candidate, type CodeSpot, type Status, type Verdict } from './verdict.ts'
