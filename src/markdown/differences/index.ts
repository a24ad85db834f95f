/**
 * What a reader is told beside an excerpt about other versions of the source, from what `upgrade --store` kept.
 *
 * Facts in, HTML out: it compares nothing, and the facts hold no code.
 */
export { knownDifferences, type StoredVersion } from './known-differences.ts'
export { renderDifferences, type KnownDifference } from './render-differences.ts'
