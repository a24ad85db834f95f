import { isComputed, type Computed, type Json } from '../../options/model.ts'

/** Nanoseconds as Go prints a duration: `1h0m0s`, `1.5s`, `250ms`. */
export function formatGoDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s'
  const sign = nanoseconds < 0 ? '-' : ''
  const total = Math.abs(nanoseconds)
  for (const [unit, size] of [['ns', 1], ['µs', 1e3], ['ms', 1e6]] as const) {
    if (total < size * 1000) return `${sign}${trim(total / size)}${unit}`
  }
  const hours = Math.floor(total / 3.6e12)
  const minutes = Math.floor((total % 3.6e12) / 6e10)
  const seconds = `${trim((total % 6e10) / 1e9)}s`
  return `${sign}${hours > 0 ? `${hours}h${minutes}m` : minutes > 0 ? `${minutes}m` : ''}${seconds}`
}

const trim = (value: number): string => String(Number(value.toFixed(9)))

/** A known value as a debugger's pane shows it: strings quoted, lists in brackets, `nil` for nothing. */
export function formatValue(value: Json, type: string): string {
  if (value === null) return 'nil'
  if (typeof value === 'number') return type === 'time.Duration' ? formatGoDuration(value) : String(value)
  // What has a text of its own in Go (durations, quantities) comes as that text; quotes would make it a string.
  if (typeof value === 'string') return type === 'time.Duration' ? value : JSON.stringify(value)
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((item) => formatValue(item, elementOf(type))).join(', ')}]`
  return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatValue(item, elementOf(type))}`).join(', ')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const elementOf = (type: string): string => type.replace(/^(?:\[\]|map\[[^\]]*\])/, '')

/** What kind of thing a value is, for its colour. */
export function valueKind(value: Json | Computed): 'string' | 'number' | 'constant' | 'computed' | 'compound' {
  if (isComputed(value)) return 'computed'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return 'number'
  return value === null || typeof value === 'boolean' ? 'constant' : 'compound'
}
