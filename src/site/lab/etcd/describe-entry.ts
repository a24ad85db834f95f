import { decodeValue } from './decode-value.ts'
import type { EtcdEntry } from './read-dump.ts'

/** What stands beside a key: its type where the value tells it, and its size in bytes. */
export function describeEntry({ value }: EtcdEntry): { readonly type: string; readonly bytes: number } {
  const decoded = decodeValue(value)
  const named = decoded.kind === 'protobuf' || decoded.kind === 'json' ? [decoded.apiVersion, decoded.objectKind].filter((part) => part !== '').join(' ') : ''
  return { type: named, bytes: value.length }
}
