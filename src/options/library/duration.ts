const UNITS: Readonly<Record<string, bigint>> = { ns: 1n, us: 1000n, 'µs': 1000n, 'μs': 1000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n }

/** A duration in nanoseconds as Go prints it: `1h0m0s`, `1.5s`, `0s` (time.Duration.String). */
export function durationText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s'
  const sign = nanoseconds < 0n ? '-' : ''
  const rest = nanoseconds < 0n ? -nanoseconds : nanoseconds
  if (rest < 1000n) return `${sign}${rest}ns`
  if (rest < 1_000_000n) return `${sign}${decimal(rest, 3)}µs`
  if (rest < 1_000_000_000n) return `${sign}${decimal(rest, 6)}ms`
  const hours = rest / 3_600_000_000_000n
  const minutes = (rest / 60_000_000_000n) % 60n
  const seconds = decimal(rest % 60_000_000_000n, 9)
  return `${sign}${hours > 0n ? `${hours}h` : ''}${hours > 0n || minutes > 0n ? `${minutes}m` : ''}${seconds}s`
}

function decimal(value: bigint, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const fraction = (value % scale).toString().padStart(digits, '0').replace(/0+$/, '')
  return `${value / scale}${fraction === '' ? '' : `.${fraction}`}`
}

/** Nanoseconds of a text such as `1h30m`; undefined where it is none (time.ParseDuration). */
export function parseDuration(text: string): bigint | undefined {
  const sign = text.startsWith('-') ? -1n : 1n
  const plain = text.replace(/^[+-]/, '')
  if (plain === '0') return 0n
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(plain)) return undefined
  let total = 0n
  for (const [, whole = '', fraction = '', unit = ''] of plain.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
    const scale = UNITS[unit] ?? 0n
    total += BigInt(whole === '' ? '0' : whole) * scale
    if (fraction !== '') total += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length)
  }
  return sign * total
}
