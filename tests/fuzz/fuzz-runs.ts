import type fc from 'fast-check'

const { WAYMARK_FUZZ_RUNS: runs, WAYMARK_FUZZ_SEED: seed } = process.env

/**
 * How often a property is tried, and from which seed: always the same ones, so that a test tells the same twice. For a
 * longer search, `WAYMARK_FUZZ_RUNS=20` tries twenty times as many, from a seed that is printed or given as WAYMARK_FUZZ_SEED.
 */
export function fuzzRuns(name: string, usual: number): fc.Parameters<unknown> {
  const chosen = { numRuns: usual * Number(runs ?? 1), seed: seed === undefined ? (runs === undefined ? 20_260_714 : Date.now() % 2 ** 31) : Number(seed) }
  process.stdout.write(`fuzz: ${name}: ${chosen.numRuns} inputs, WAYMARK_FUZZ_SEED=${chosen.seed}\n`)
  return chosen
}
