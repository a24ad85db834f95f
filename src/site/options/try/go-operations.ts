import type { GoValue } from './go-expression.ts'

/** Something that is there and of which nothing else is known: a group of options, a value that is no text, number or list. */
export const PRESENT: GoValue = { '': true }

/** `==`; undefined where it isn't known. */
export function equal(left: GoValue, right: GoValue): boolean | undefined {
  // An empty list is not nil, and what is empty here may be either in the program.
  if (left === null || right === null) {
    const other = left ?? right
    if (other === null) return true
    return typeof other === 'object' && Object.keys(other).length === 0 ? undefined : false
  }
  return typeof left === 'object' || typeof right === 'object' || typeof left !== typeof right ? undefined : left === right
}

/** `<`, `<=`, `>`, `>=`; undefined for other operators. */
export function ordered(operator: string, left: string | number, right: string | number): boolean | undefined {
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  if (operator === '>') return left > right
  return operator === '>=' ? left >= right : undefined
}

/** Arithmetic that is the same for Go's integers; undefined for other operators. */
export function arithmetic(operator: string, left: number, right: number): number | undefined {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  return operator === '<<' ? left * 2 ** right : undefined
}

/** `value[index]`; undefined where it isn't known, and for what isn't there, which is a panic or a zero value in Go. */
export function indexed(value: GoValue | undefined, index: GoValue | undefined): GoValue | undefined {
  if (value === null || value === PRESENT || typeof value !== 'object' || (typeof index !== 'number' && typeof index !== 'string')) return undefined
  return (value as Readonly<Record<string | number, GoValue | undefined>>)[index]
}

/** Keys and values that `range` goes over, in any order; undefined where they aren't known. */
export function roundsOf(list: GoValue | undefined): readonly (readonly [GoValue, GoValue | undefined])[] | undefined {
  if (list === null) return []
  if (list === undefined || list === PRESENT || typeof list !== 'object') return undefined
  return Array.isArray(list) ? list.map((value, index): [GoValue, GoValue | undefined] => [index, value as GoValue]) : Object.entries(list as Readonly<Record<string, GoValue>>)
}

/** Bytes, as Go counts them. */
const utf8 = new TextEncoder()

const TEXT_FUNCTIONS: Readonly<Record<string, (text: string, other: string) => GoValue>> = {
  'strings.HasPrefix': (text, other) => text.startsWith(other),
  'strings.HasSuffix': (text, other) => text.endsWith(other),
  'strings.Contains': (text, other) => text.includes(other),
  'strings.Split': (text, other) => (other === '' ? Array.from(text) : text.split(other)),
  'strings.Count': (text, other) => (other === '' ? Array.from(text).length + 1 : text.split(other).length - 1),
  'strings.EqualFold': (text, other) => text.toLowerCase() === other.toLowerCase(),
}

/** A function of Go or its library, called by name; `list` makes what the program fixes. Undefined where it isn't known. */
export function call(name: string, args: readonly (GoValue | undefined)[]): GoValue | undefined {
  const [first, second] = args
  if (name === 'list' || name === 'sets.NewString') return args.every((one) => typeof one === 'string') ? [...new Set(args)] : undefined
  if (name === 'len') {
    if (typeof first === 'string') return utf8.encode(first).length
    return first === null ? 0 : typeof first === 'object' && first !== PRESENT ? Object.keys(first).length : undefined
  }
  if (/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|string|time\.Duration)$/.test(name)) return first
  if (name === 'strings.TrimSpace') return typeof first === 'string' ? first.trim() : undefined
  if (name === 'strings.ToLower') return typeof first === 'string' ? first.toLowerCase() : undefined
  const known = Object.hasOwn(TEXT_FUNCTIONS, name) ? TEXT_FUNCTIONS[name] : undefined
  return known !== undefined && typeof first === 'string' && typeof second === 'string' ? known(first, second) : undefined
}

/** A method of a set of texts, which is a list here; undefined for all others. */
export function callMethod(set: GoValue | undefined, method: string, [other]: readonly (GoValue | undefined)[]): GoValue | undefined {
  if (!isTexts(set)) return undefined
  if (method === 'Has') return typeof other === 'string' ? set.includes(other) : undefined
  if (method === 'Len') return set.length
  if (method === 'List') return set.toSorted()
  if (!isTexts(other)) return undefined
  if (method === 'Intersection') return set.filter((one) => other.includes(one))
  return method === 'Equal' ? set.length === other.length && set.every((one) => other.includes(one)) : undefined
}

function isTexts(value: GoValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
