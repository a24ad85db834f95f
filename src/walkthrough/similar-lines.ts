import { tokenize } from './tokenize.ts'

/** Lines less alike than this are no help to anyone. */
const LEAST = 0.4

/**
 * The lines of a piece of Go that share most of their tokens with a fragment, best first, trimmed, each once.
 *
 * Alikeness is the Dice coefficient of the two sets of tokens; punctuation counts little, so that names decide.
 */
export function similarLines(text: string, fragment: string, limit: number): string[] {
  const wanted = weigh(fragment)
  const scores = new Map<string, number>()
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (!/[\p{L}\p{N}]/u.test(line) || scores.has(line)) continue
    const score = alike(wanted, weigh(line))
    if (score >= LEAST) scores.set(line, score)
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([line]) => line)
}

function weigh(code: string): Map<string, number> {
  return new Map(tokenize(code).map(({ text }) => [text, /[\p{L}\p{N}"`]/u.test(text) ? 1 : 0.2]))
}

function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sum = (weights: Iterable<number>): number => [...weights].reduce((total, weight) => total + weight, 0)
  const shared = sum([...a].filter(([token]) => b.has(token)).map(([, weight]) => weight))
  const whole = sum(a.values()) + sum(b.values())
  return whole === 0 ? 0 : (2 * shared) / whole
}
