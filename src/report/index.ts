/**
 * What Waymark says to people: diagnostics and progress.
 *
 * Every other folder may import this one; it imports none of them. It does not decide what is wrong, only how it is told.
 */
export { WaymarkError, type Diagnostic, type Severity } from './diagnostic.ts'
export { formatDiagnostic, type Colors } from './format-diagnostic.ts'
export { inReadingOrder } from './in-reading-order.ts'
export { nearest } from './nearest.ts'
export { silentProgress, type Progress, type ProgressUnit } from './progress.ts'
