import { distance } from 'fastest-levenshtein'

/**
 * The names closest to `wanted`, best first.
 *
 * A name counts as near when it contains `wanted` (or the other way round, ignoring case) or when at most a third of
 * its characters differ. Ties keep the order of `names`.
 */
export function nearest(wanted: string, names: Iterable<string>, limit = 5): string[] {
  const target = wanted.toLowerCase()
  const scored: { name: string; score: number }[] = []
  for (const name of new Set(names)) {
    const other = name.toLowerCase()
    const longest = Math.max(target.length, other.length)
    if (longest === 0) continue
    const apart = distance(target, other)
    const contained = other.length > 2 && target.length > 2 && (other.includes(target) || target.includes(other))
    if (contained || apart <= Math.max(1, Math.floor(longest / 3))) {
      scored.push({ name, score: contained ? Math.min(apart, longest / 3) : apart })
    }
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ name }) => name)
}
