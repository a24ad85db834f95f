/** Nanoseconds of each unit, as Go's `time` counts them. */
const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 }

const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y

/** A duration as Go's `time.ParseDuration` takes it, in nanoseconds; undefined for anything else. */
export function parseGoDuration(text: string): number | undefined {
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (rest === '0') return 0
  if (rest === '') return undefined
  let sum = 0
  PART.lastIndex = 0
  while (PART.lastIndex < rest.length) {
    const part = PART.exec(rest)
    if (part === null) return undefined
    sum += Number(part[1]) * (UNITS[part[2] ?? ''] ?? Number.NaN)
  }
  return sign === '-' ? -sum : sum
}
