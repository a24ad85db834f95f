import { basic, forgetReached, newCell, store, unknown, type GoType, type Machine, type Spot, type Value } from '../machine/index.ts'
import { addressText, asFour, maskLength, parseAddress, parseNetwork } from './address.ts'
import { durationText, parseDuration } from './duration.ts'
import { sprintf, valueText } from './format-value.ts'
import { bool, elementsOf, integer, NIL, NOTHING, numberOf, pair, plain, string, textOf, type Known } from './native-table.ts'
import { standardType } from './standard-types.ts'

const type = (path: string, name: string): GoType => standardType(path, name) ?? { kind: 'unknown', text: `${path}.${name}` }
const BYTE = basic('uint8')

/** An error value with a text. */
export function errorOf(message: string | undefined, text: string, at: Spot): Value {
  const named: GoType = { kind: 'named', importPath: 'errors', packageName: 'errors', name: 'errorString', args: [], under: () => ({ kind: 'struct', fields: [{ name: 's', embedded: false, type: () => basic('string') }] }), pkg: undefined, spec: undefined }
  const held: Value = message === undefined ? unknown(text, at) : string(message)
  const cell = { type: named, state: { value: { kind: 'struct' as const, type: named, fields: new Map([['s', { type: undefined, state: { value: held, at, trail: undefined, before: undefined } }]]) }, at, trail: undefined, before: undefined } }
  return { kind: 'pointer', type: { kind: 'pointer', elem: named }, cell }
}

function bytesValue(bytes: readonly number[], of: GoType): Value {
  return { kind: 'slice', type: of, cells: bytes.map((byte) => ({ type: BYTE, state: { value: integer(byte, BYTE), at: undefined, trail: undefined, before: undefined } })) }
}

function bytesOf(value: Value | undefined): number[] | undefined {
  const numbers = elementsOf(value)?.map(numberOf)
  return numbers?.every((number) => number !== undefined) === true ? numbers : undefined
}

const networkText = (receiver: Value | undefined): Value | undefined => {
  const struct = receiver?.kind === 'pointer' ? receiver.cell.state.value : receiver
  if (struct?.kind === 'nil') return string('<nil>')
  if (struct?.kind !== 'struct') return undefined
  const [ip, mask] = ['IP', 'Mask'].map((name) => bytesOf(struct.fields.get(name)?.state.value))
  const ones = mask === undefined ? undefined : maskLength(mask)
  if (ip === undefined || mask === undefined || ones === undefined) return undefined
  return ip.length === 0 ? string('<nil>') : string(`${addressText(ip)}/${ones}`)
}

const joinedText: Known = ({ args, at }, machine) => {
  const texts = args.map((value) => valueText(machine, plain(value), at))
  if (!texts.every((text) => text !== undefined)) return undefined
  let out = ''
  texts.forEach((text, index) => {
    // Sprint puts a space between two that are both no strings.
    out += (index > 0 && args[index]?.kind !== 'string' && args[index - 1]?.kind !== 'string' ? ' ' : '') + text
  })
  return string(out)
}

const formattedError: Known = ({ args: [format, ...rest], at, text }, machine) => {
  const pattern = textOf(format)
  return errorOf(pattern === undefined ? undefined : sprintf(machine, pattern, rest.map(plain), at), text, at)
}

const nothing: Known = () => NOTHING

/** Packages fmt, errors, time, net, sync, context and log, as far as their functions are pure or do nothing that shows. */
export const VALUE_FUNCTIONS: Readonly<Record<string, Known>> = {
  'fmt.Sprintf': ({ args: [format, ...rest], at }, machine) => {
    const pattern = textOf(format)
    const text = pattern === undefined ? undefined : sprintf(machine, pattern, rest.map(plain), at)
    return text === undefined ? undefined : string(text)
  },
  'fmt.Sprint': joinedText,
  'fmt.Errorf': formattedError,
  'errors.New': ({ args: [message], at, text }) => errorOf(textOf(message), text, at),
  'errors.errorString.Error': ({ receiver }) => (receiver?.kind === 'pointer' && receiver.cell.state.value.kind === 'struct' ? receiver.cell.state.value.fields.get('s')?.state.value : undefined),
  'fmt.Println': nothing,
  'fmt.Printf': nothing,
  'fmt.Fprintf': nothing,
  'fmt.Fprintln': nothing,
  'fmt.Fprint': nothing,
  'time.Duration.String': ({ receiver }) => (receiver?.kind === 'int' ? string(durationText(receiver.value)) : undefined),
  'time.Duration.Seconds': ({ receiver }) => (receiver?.kind === 'int' ? { kind: 'float', type: basic('float64'), value: Number(receiver.value) / 1e9 } : undefined),
  'time.Duration.Nanoseconds': ({ receiver }) => (receiver?.kind === 'int' ? integer(receiver.value, basic('int64')) : undefined),
  'time.ParseDuration': ({ args: [text] }) => {
    const parsed = textOf(text) === undefined ? undefined : parseDuration(textOf(text)!)
    return parsed === undefined ? undefined : pair(integer(parsed, type('time', 'Duration')), NIL)
  },
  'net.ParseIP': ({ args: [text] }) => {
    const given = textOf(text)
    if (given === undefined) return undefined
    const bytes = parseAddress(given)
    return bytes === undefined ? { kind: 'nil', type: type('net', 'IP') } : bytesValue(bytes, type('net', 'IP'))
  },
  'net.IPv4': ({ args }) => {
    const bytes = args.map(numberOf)
    return bytes.every((byte) => byte !== undefined) ? bytesValue([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...bytes], type('net', 'IP')) : undefined
  },
  'net.IP.String': ({ receiver }) => (bytesOf(receiver) === undefined ? undefined : string(addressText(bytesOf(receiver)!))),
  'net.IP.To4': ({ receiver }) => {
    const bytes = bytesOf(receiver)
    const four = bytes === undefined ? undefined : asFour(bytes)
    return bytes === undefined ? undefined : four === undefined ? { kind: 'nil', type: type('net', 'IP') } : bytesValue(four, type('net', 'IP'))
  },
  'net.IP.IsUnspecified': ({ receiver }) => (bytesOf(receiver) === undefined ? undefined : bool(/^(0\.0\.0\.0|::)$/.test(addressText(bytesOf(receiver)!)))),
  'net.IP.IsLoopback': ({ receiver }) => (bytesOf(receiver) === undefined ? undefined : bool(/^(127\.|::1$)/.test(addressText(bytesOf(receiver)!)))),
  'net.ParseCIDR': ({ args: [text], at }, machine) => {
    const parsed = textOf(text) === undefined ? undefined : parseNetwork(textOf(text)!)
    if (parsed === undefined) return undefined
    const network = type('net', 'IPNet')
    const fields = new Map([
      ['IP', newCell(machine, bytesValue(parsed.network, type('net', 'IP')), type('net', 'IP'), at)],
      ['Mask', newCell(machine, bytesValue(parsed.mask, type('net', 'IPMask')), type('net', 'IPMask'), at)],
    ])
    const cell = newCell(machine, { kind: 'struct', type: network, fields }, network, at)
    return pair(bytesValue(parsed.address, type('net', 'IP')), { kind: 'pointer', type: { kind: 'pointer', elem: network }, cell }, NIL)
  },
  'net.CIDRMask': ({ args }) => {
    const [ones, bits] = args.map(numberOf)
    if (ones === undefined || bits === undefined || (bits !== 32 && bits !== 128) || ones < 0 || ones > bits) return undefined
    return bytesValue(Array.from({ length: bits / 8 }, (_, index) => (0xff00 >> Math.min(8, Math.max(0, ones - index * 8))) & 0xff), type('net', 'IPMask'))
  },
  'net.IP.Mask': ({ receiver, args: [mask] }) => {
    const [bytes, ones] = [bytesOf(receiver), bytesOf(mask)]
    if (bytes === undefined || ones === undefined) return undefined
    const base = ones.length === 4 ? asFour(bytes) : bytes
    return base?.length === ones.length ? bytesValue(base.map((byte, index) => byte & (ones[index] ?? 0)), type('net', 'IP')) : undefined
  },
  'net.IPMask.String': ({ receiver }) => {
    const bytes = bytesOf(receiver)
    return bytes === undefined ? undefined : string(bytes.length === 0 ? '<nil>' : bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  },
  'net.IPNet.String': ({ receiver }) => networkText(receiver),
  'net.JoinHostPort': ({ args: [host, port] }) => {
    const [a, b] = [textOf(host), textOf(port)]
    return a === undefined || b === undefined ? undefined : string(a.includes(':') ? `[${a}]:${b}` : `${a}:${b}`)
  },
  'sync.Mutex.Lock': nothing,
  'sync.Mutex.Unlock': nothing,
  'sync.RWMutex.Lock': nothing,
  'sync.RWMutex.Unlock': nothing,
  'sync.RWMutex.RLock': nothing,
  'sync.RWMutex.RUnlock': nothing,
  'sync.Once.Do': ({ args: [run], at, text }, machine) => (run?.kind === 'func' ? (machine.call(run, [], at, text), NOTHING) : undefined),
  'sync/atomic.Value.Load': ({ receiver }) => atomicCell(receiver)?.state.value,
  'sync/atomic.Value.Store': ({ receiver, args: [value], at }, machine) => stored(machine, receiver, value, at),
  'sync/atomic.Bool.Load': ({ receiver }) => {
    const held = atomicCell(receiver)?.state.value
    return held?.kind === 'int' ? bool(held.value !== 0n) : held
  },
  'sync/atomic.Bool.Store': ({ receiver, args: [value], at }, machine) => stored(machine, receiver, value?.kind === 'bool' ? integer(value.value ? 1 : 0, basic('uint32')) : value, at),
}


function atomicCell(receiver: Value | undefined): ReturnType<typeof newCell> | undefined {
  const struct = receiver?.kind === 'pointer' ? receiver.cell.state.value : undefined
  return struct?.kind === 'struct' ? struct.fields.get('v') : undefined
}

function stored(machine: Machine, receiver: Value | undefined, value: Value | undefined, at: Spot): Value {
  const cell = atomicCell(receiver)
  if (cell === undefined || value === undefined) {
    if (receiver !== undefined) forgetReached(machine, receiver, 'Store', at)
  } else store(machine, cell, value, at)
  return NOTHING
}

