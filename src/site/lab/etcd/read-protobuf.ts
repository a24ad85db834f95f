/** A field of a Protocol Buffers message as it stands on the wire; what its bytes mean only a schema knows. */
export type WireField =
  | { readonly kind: 'varint'; readonly number: number; readonly value: bigint }
  | { readonly kind: 'fixed'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: 'bytes'; readonly number: number; readonly bytes: Uint8Array }

/**
 * Reads the fields of a message in their order, by the wire format's rules (protobuf.dev, "Encoding"); undefined for bytes that are no
 * message. Groups, long deprecated, count as none.
 */
export function readProtobuf(bytes: Uint8Array): WireField[] | undefined {
  const fields: WireField[] = []
  let at = 0
  const varint = (): bigint | undefined => {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) return undefined
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asUintN(64, value)
    }
    return undefined
  }
  const take = (length: number): Uint8Array | undefined => {
    if (length > bytes.length - at) return undefined
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const tag = varint()
    if (tag === undefined || tag >> 3n === 0n || tag > 0xffff_ffffn) return undefined
    const number = Number(tag >> 3n)
    const wireType = Number(tag & 7n)
    if (wireType === 0) {
      const value = varint()
      if (value === undefined) return undefined
      fields.push({ kind: 'varint', number, value })
      continue
    }
    const length = wireType === 1 ? 8 : wireType === 5 ? 4 : wireType === 2 ? lengthOf(varint()) : undefined
    const content = length === undefined ? undefined : take(length)
    if (content === undefined) return undefined
    fields.push({ kind: wireType === 2 ? 'bytes' : 'fixed', number, bytes: content })
  }
  return fields
}

const lengthOf = (value: bigint | undefined): number | undefined => (value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value))
