import { parseGoDuration } from './parse-go-duration.ts'

/** What a value of some type has to look like; the last part of an interface string's key. */
export type Shape = 'bool' | 'int' | 'float' | 'duration' | 'ip' | 'cidr' | 'pairs' | 'boolPairs' | 'ports'

/** What became of the text given to a flag. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: FlagValue }
  | { readonly kind: 'wrong'; readonly shape: Shape }
  /** A type nothing is known of here: taken as it is. */
  | { readonly kind: 'unchecked'; readonly value: string }

/** A flag's value as the program would hold it. Durations are in nanoseconds. */
export type FlagValue = string | number | boolean | readonly string[] | Readonly<Record<string, string | boolean>>

/** Types whose flags need no value: `--version` alone means something. */
const WITHOUT_VALUE = ['bool', 'boolfunc', 'count', 'version', 'tristate']

/** What a flag of this type means without a value; undefined where it needs one. Source: `NoOptDefVal` in spf13/pflag. */
export function valueWithout(type: string): string | undefined {
  return WITHOUT_VALUE.includes(type.toLowerCase()) ? (type === 'count' ? '+1' : 'true') : undefined
}

/** Whether what is given a second time is added to what is there. */
export function isList(type: string): boolean {
  return /(?:slice|array|strings|ints|bools|uints)$/i.test(type) || isMap(type)
}

const isMap = (type: string): boolean => /^(?:stringTo\w+|mapString\w+)$/.test(type)

/**
 * Reads the text given to a flag by pflag's rules for its type (`Type()` of the flag's value, or the name that `--help`
 * prints).
 */
export function readValue(type: string, text: string): ReadValue {
  const of = (value: FlagValue | undefined, shape: Shape): ReadValue => (value === undefined ? { kind: 'wrong', shape } : { kind: 'value', value })
  if (/^(?:string)$/.test(type)) return { kind: 'value', value: text }
  if (type === 'bool' || type === 'tristate') return of(parseBool(text), 'bool')
  if (/^u?int(?:8|16|32|64)?$/.test(type)) return of(parseInteger(text, type), 'int')
  if (/^float(?:32|64)?$/.test(type)) return of(parseFloat_(text), 'float')
  if (type === 'duration') return of(parseGoDuration(text), 'duration')
  if (type === 'ip') return of(isAddress(text.trim()) ? text.trim() : undefined, 'ip')
  if (/^ipNet$/i.test(type)) return of(isNetwork(text.trim()) ? text.trim() : undefined, 'cidr')
  if (type === 'ipSlice') return of(allOf(splitList(text), isAddress), 'ip')
  if (type === 'portRange') return of(/^\d{1,5}(?:[-+]\d{1,5})?$/.test(text) ? text : undefined, 'ports')
  if (type === 'stringArray') return { kind: 'value', value: [text] }
  if (type === 'stringSlice' || type === 'strings') return { kind: 'value', value: splitList(text) }
  if (/^(?:mapStringBool)$/.test(type)) return of(parsePairs(text, (value) => parseBool(value.trim())), 'boolPairs')
  if (isMap(type)) return of(parsePairs(text, (value) => value), 'pairs')
  return { kind: 'unchecked', value: text }
}

/** As Go's `strconv.ParseBool`. */
function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : undefined
}

/** As `strconv.ParseInt(text, 0, bits)`: a prefix tells the base, and the type how large it may be. */
function parseInteger(text: string, type: string): number | undefined {
  if (!/^[+-]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][0-9_]*)$/.test(text)) return undefined
  const unsigned = type.startsWith('u')
  if (unsigned && /^[+-]/.test(text)) return undefined
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '').replace(/^0(?=[0-7])/, '0o')
  const value = BigInt(digits) * (text.startsWith('-') ? -1n : 1n)
  const bits = BigInt(/\d+$/.exec(type)?.[0] ?? 64)
  const [low, high] = unsigned ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n]
  return value >= low && value <= high ? Number(value) : undefined
}

function parseFloat_(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

/** As Go's `net.ParseIP`: no leading zeros, no zone. */
export function isAddress(text: string): boolean {
  const octets = text.split('.')
  if (octets.length === 4 && octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256)) return true
  return text.includes(':') && !/[%[\]/\s]/.test(text) && URL.canParse(`http://[${text}]/`)
}

/** As Go's `net.ParseCIDR`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits = '', more] = text.split('/')
  return more === undefined && isAddress(address) && /^\d{1,3}$/.test(bits) && Number(bits) <= (address.includes(':') ? 128 : 32)
}

function allOf(items: readonly string[], fits: (item: string) => boolean): readonly string[] | undefined {
  return items.every((item) => fits(item.trim())) ? items.map((item) => item.trim()) : undefined
}

/** One line of CSV, as pflag reads lists: `"a,b",c` are two. */
function splitList(text: string): string[] {
  if (text === '') return []
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
}

function parsePairs<Value extends string | boolean>(text: string, read: (value: string) => Value | undefined): Record<string, Value> | undefined {
  const pairs: Record<string, Value> = {}
  for (const item of splitList(text)) {
    if (item === '') continue
    const at = item.indexOf('=')
    const value = at === -1 ? undefined : read(item.slice(at + 1))
    if (value === undefined) return undefined
    pairs[item.slice(0, at).trim()] = value
  }
  return pairs
}
