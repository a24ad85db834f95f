/** A key of etcd with its value, as bytes. */
export interface EtcdEntry {
  /** Keys of the API server are text. */
  readonly key: string
  readonly value: Uint8Array
  /** Store revisions at which it was made and last written. */
  readonly created: number
  readonly modified: number
  /** How often it has been written. */
  readonly version: number
}

/** Why a text is no dump, as a code for which the page has words. */
export type DumpProblem = 'not-json' | 'no-keys'

/**
 * Reads what `etcdctl get --prefix -w json` prints, or etcd's own JSON gateway: base64 for keys and values, numbers as numbers or as
 * strings. Sorted by key.
 */
export function readDump(text: string): { readonly kind: 'dump'; readonly entries: readonly EtcdEntry[] } | { readonly kind: 'problem'; readonly problem: DumpProblem } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'problem', problem: 'not-json' }
  }
  const kvs = isRecord(json) ? json['kvs'] : undefined
  if (!Array.isArray(kvs)) return { kind: 'problem', problem: 'no-keys' }
  try {
    const entries = kvs.filter(isRecord).map(readEntry)
    return { kind: 'dump', entries: entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) }
  } catch {
    return { kind: 'problem', problem: 'no-keys' }
  }
}

function readEntry(kv: Record<string, unknown>): EtcdEntry {
  return {
    key: new TextDecoder().decode(bytes(kv['key'])),
    value: bytes(kv['value']),
    created: Number(kv['create_revision'] ?? 0),
    modified: Number(kv['mod_revision'] ?? 0),
    version: Number(kv['version'] ?? 0),
  }
}

/**
 * The bytes of a base64 text; none of what is no text.
 *
 * @throws DOMException for text that is no base64
 */
function bytes(base64: unknown): Uint8Array {
  if (typeof base64 !== 'string') return new Uint8Array()
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
