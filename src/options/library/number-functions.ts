import { basic } from '../machine/index.ts'
import { bool, integer, NIL, numberOf, pair, string, textOf, type Known } from './native-table.ts'
import { floatText, quoted } from './format-value.ts'

/** Packages strconv and math, as far as needed. What would be an error is left unknown. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, Known>> = {
  'strconv.Itoa': ({ args: [value] }) => (value?.kind === 'int' ? string(String(value.value)) : undefined),
  'strconv.FormatInt': ({ args: [value, radix] }) => (value?.kind === 'int' ? string(value.value.toString(numberOf(radix) ?? 10)) : undefined),
  'strconv.FormatUint': ({ args: [value, radix] }) => (value?.kind === 'int' ? string(value.value.toString(numberOf(radix) ?? 10)) : undefined),
  'strconv.FormatBool': ({ args: [value] }) => (value?.kind === 'bool' ? string(String(value.value)) : undefined),
  'strconv.FormatFloat': ({ args: [value, verb, precision] }) =>
    value?.kind === 'float' && numberOf(precision) === -1 && numberOf(verb) === 103 ? string(floatText(value.value)) : undefined,
  'strconv.Quote': ({ args: [value] }) => (textOf(value) === undefined ? undefined : string(quoted(textOf(value)!))),
  'strconv.Atoi': ({ args: [value] }) => parsed(textOf(value), 'int'),
  'strconv.ParseInt': ({ args: [value, radix] }) => (numberOf(radix) === 10 || numberOf(radix) === 0 ? parsed(textOf(value), 'int64') : undefined),
  'strconv.ParseUint': ({ args: [value, radix] }) => (numberOf(radix) === 10 || numberOf(radix) === 0 ? parsed(textOf(value), 'uint64') : undefined),
  'strconv.ParseBool': ({ args: [value] }) => {
    const text = textOf(value)
    if (text === undefined) return undefined
    if (/^(1|t|T|TRUE|true|True)$/.test(text)) return pair(bool(true), NIL)
    return /^(0|f|F|FALSE|false|False)$/.test(text) ? pair(bool(false), NIL) : undefined
  },
  'math.Pow': ({ args: [a, b] }) => {
    const [x, y] = [a, b].map((one) => (one?.kind === 'int' || one?.kind === 'float' ? Number(one.value) : undefined))
    return x === undefined || y === undefined ? undefined : { kind: 'float', type: basic('float64'), value: x ** y }
  },
  'math/rand.Seed': () => ({ kind: 'tuple', values: [] }),
}

function parsed(text: string | undefined, type: string): ReturnType<Known> {
  return text !== undefined && /^[+-]?\d+$/.test(text) ? pair(integer(BigInt(text.replace(/^\+/, '')), basic(type)), NIL) : undefined
}
