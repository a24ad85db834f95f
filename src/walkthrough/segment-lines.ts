import type { Segment } from './excerpt.ts'

/** A run of lines, first and last, one-based and inclusive. */
export type LineRange = readonly [first: number, last: number]

/** Hiding fewer lines than this saves nothing: the line that says so takes one itself. */
const SHORTEST_ELISION = 2

/**
 * Cuts `whole` into shown and elided runs, in order, without gaps or overlaps.
 *
 * Every line of `shown` is shown (ranges may overlap, be out of order, or reach outside `whole`); what lies between
 * is elided where that hides at least two lines.
 */
export function segmentLines(whole: LineRange, shown: readonly LineRange[]): Segment[] {
  const [first, last] = whole
  const segments: Segment[] = []
  for (const [from, to] of mergeRanges(whole, shown)) {
    const next = segments.at(-1)?.endLine ?? first - 1
    if (from > next + 1) segments.push({ kind: 'elided', startLine: next + 1, endLine: from - 1 })
    segments.push({ kind: 'shown', startLine: from, endLine: to })
  }
  const end = segments.at(-1)?.endLine ?? first - 1
  if (end < last) segments.push({ kind: 'elided', startLine: end + 1, endLine: last })
  return segments
}

function mergeRanges([first, last]: LineRange, ranges: readonly LineRange[]): LineRange[] {
  const clipped = ranges
    .map(([from, to]): LineRange => [Math.max(from, first), Math.min(to, last)])
    .filter(([from, to]) => from <= to)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: [number, number][] = []
  for (const [from, to] of clipped) {
    const before = merged.at(-1)
    if (before !== undefined && from <= before[1] + SHORTEST_ELISION) before[1] = Math.max(before[1], to)
    else merged.push([from, to])
  }
  const start = merged[0]
  if (start !== undefined && start[0] - first < SHORTEST_ELISION) start[0] = first
  const end = merged.at(-1)
  if (end !== undefined && last - end[1] < SHORTEST_ELISION) end[1] = last
  return merged
}
