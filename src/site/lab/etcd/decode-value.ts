import { decodeMessage, json, type Decoded } from './decode-message.ts'
import { kinds } from './kubernetes-messages.ts'
import { readProtobuf, type WireField } from './read-protobuf.ts'

/** What a value of etcd turned out to be. */
export type EtcdValue =
  /** Kubernetes' own: an envelope that names the type, around a message. */
  | { readonly kind: 'protobuf'; readonly apiVersion: string; readonly objectKind: string; readonly known: boolean; readonly object: Decoded | undefined }
  /** Custom resources, and whatever `--storage-media-type` says so. */
  | { readonly kind: 'json'; readonly apiVersion: string; readonly objectKind: string; readonly object: Decoded }
  /** Encrypted by the API server; the prefix names the provider. */
  | { readonly kind: 'encrypted'; readonly provider: string }
  | { readonly kind: 'bytes' }

/** "k8s" and a zero: the prefix of `runtime.Unknown` in storage (apimachinery, serializer/protobuf). */
const MAGIC = [0x6b, 0x38, 0x73, 0x00]

/** Tells what a value is, and decodes it as far as it is known. Never throws. */
export function decodeValue(value: Uint8Array): EtcdValue {
  if (MAGIC.every((byte, index) => value[index] === byte)) return decodeEnvelope(value.subarray(MAGIC.length))
  const encrypted = /^k8s:enc:[\w.-]+:[\w.-]+:/.exec(new TextDecoder().decode(value.subarray(0, 128)))
  if (encrypted) return { kind: 'encrypted', provider: encrypted[0].slice(0, -1) }
  const object = json(value)
  if (object === undefined || typeof object !== 'object' || object === null || Array.isArray(object)) return { kind: 'bytes' }
  const { apiVersion, kind } = object
  return { kind: 'json', apiVersion: typeof apiVersion === 'string' ? apiVersion : '', objectKind: typeof kind === 'string' ? kind : '', object }
}

/** `runtime.Unknown`: the type in field 1 (`apiVersion`, `kind`), the object in field 2. */
function decodeEnvelope(bytes: Uint8Array): EtcdValue {
  const fields = readProtobuf(bytes) ?? []
  const type = lastBytes(fields, 1)
  const { apiVersion, kind } = (type && decodeMessage(type, { 1: 'apiVersion', 2: 'kind' })) ?? {}
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return { kind: 'bytes' }
  const raw = lastBytes(fields, 2)
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const names = kinds[`${group}/${kind}`]
  const object = raw && decodeMessage(raw, { 1: 'metadata:ObjectMeta', ...names })
  return { kind: 'protobuf', apiVersion, objectKind: kind, known: names !== undefined, object }
}

/** Where a field stands twice, the last one counts. */
function lastBytes(fields: readonly WireField[], number: number): Uint8Array | undefined {
  const field = fields.findLast((one) => one.number === number)
  return field?.kind === 'bytes' ? field.bytes : undefined
}
