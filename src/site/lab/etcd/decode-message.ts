import { messages } from './kubernetes-messages.ts'
import { readProtobuf, type WireField } from './read-protobuf.ts'

/** A decoded value, ready to be shown as JSON. */
export type Decoded = string | number | boolean | null | Decoded[] | { [name: string]: Decoded }

/** Bytes shown of a field nobody knows. */
const SHOWN_BYTES = 32

/**
 * A message by the names of its fields. Fields without a name appear as `field 7`, with what the wire says of them.
 *
 * @param names by number, as in `kubernetes-messages.ts`
 * @returns undefined for bytes that are no message
 */
export function decodeMessage(bytes: Uint8Array, names: Readonly<Record<number, string>>): { [name: string]: Decoded } | undefined {
  const fields = readProtobuf(bytes)
  if (fields === undefined) return undefined
  const decoded: { [name: string]: Decoded } = {}
  for (const field of fields) {
    const [, name = `field ${field.number}`, several, type] = /^(\w+)(\[\])?(?::(\w+))?$/.exec(names[field.number] ?? '') ?? []
    const known = names[field.number] !== undefined
    if (type === 'map') {
      decoded[name] = { ...(decoded[name] as object), ...mapEntry(field) }
      continue
    }
    const value = known ? decodeField(field, type) : unknownField(field)
    const before = decoded[name]
    if (several !== undefined) decoded[name] = [...(Array.isArray(before) ? before : []), value]
    else decoded[name] = !known && before !== undefined ? [...(Array.isArray(before) ? before : [before]), value] : value
  }
  return decoded
}

function decodeField(field: WireField, type: string | undefined): Decoded {
  if (field.kind === 'varint') {
    if (type === 'bool') return field.value !== 0n
    return type === 'int' ? signed(field.value) : unknownField(field)
  }
  if (field.kind === 'fixed') return unknownField(field)
  switch (type) {
    case undefined:
      return new TextDecoder().decode(field.bytes)
    case 'time':
      return time(field.bytes) ?? unknownField(field)
    case 'base64':
      return `base64: ${btoa(String.fromCharCode(...field.bytes.subarray(0, 96)))}${field.bytes.length > 96 ? `… (${field.bytes.length} bytes)` : ''}`
    case 'json':
      return json(field.bytes) ?? new TextDecoder().decode(field.bytes)
    default:
      return decodeMessage(field.bytes, messages[type] ?? {}) ?? unknownField(field)
  }
}

function mapEntry(field: WireField): { [name: string]: Decoded } {
  const entry = field.kind === 'bytes' ? decodeMessage(field.bytes, { 1: 'key', 2: 'value' }) : undefined
  const { key, value } = entry ?? {}
  return entry === undefined ? {} : { [typeof key === 'string' ? key : '']: value ?? '' }
}

/** Seconds since 1970 and nanoseconds; an empty message is Go's zero time, which Kubernetes writes as null. */
function time(bytes: Uint8Array): Decoded | undefined {
  const parts = decodeMessage(bytes, { 1: 'seconds:int', 2: 'nanos:int' })
  if (parts === undefined) return undefined
  const { seconds } = parts
  if (typeof seconds !== 'number') return null
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000', '')
}

/** The value of JSON text; undefined for other bytes. */
export function json(bytes: Uint8Array): Decoded | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Decoded
  } catch {
    return undefined
  }
}

/** As JSON's numbers are exact up to 2⁵³ only, larger ones are shown as text. */
function signed(value: bigint): Decoded {
  const number = BigInt.asIntN(64, value)
  return number >= BigInt(Number.MIN_SAFE_INTEGER) && number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : String(number)
}

function unknownField(field: WireField): Decoded {
  if (field.kind === 'varint') return signed(field.value)
  const hex = [...field.bytes.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `${field.bytes.length} bytes: ${hex}${field.bytes.length > SHOWN_BYTES ? ' …' : ''}`
}
