import { createHash } from 'node:crypto'
import { z } from 'zod'
import { normalizeGo } from './find-fragment.ts'

const line = z.int().positive()
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/)
/** First and last line, one-based. */
const linePair = z.tuple([line, line])

const declarationSchema = z.strictObject({
  kind: z.string(),
  file: z.string(),
  lines: linePair,
  /** Last line of the head: the signature, up to the opening brace. */
  headEnd: line,
  signature: fingerprint,
})

const anchorSchema = z.strictObject({
  /** startLine, startColumn, endLine, endColumn; columns one-based in UTF-16 code units. */
  range: z.tuple([line, line, line, line]),
  /** Lines of the statement, field or spec the code stands in. */
  unit: linePair,
  fingerprint,
})

const excerptSchema = z.strictObject({ shown: z.array(linePair), fingerprint })

const hopSchema = z.strictObject({
  from: z.int().nonnegative(),
  file: z.string(),
  line,
  status: z.enum(['resolved', 'candidate']),
  through: z.string().optional(),
  /** Handed over as a value instead of being called. */
  how: z.literal('value').optional(),
  /** Full symbol of the function between caller and callee. */
  via: z.string().optional(),
})

/** What the lock file of a walkthrough holds: places and fingerprints of everything its chapters are bound to. No code. */
export const lockSchema = z.strictObject({
  format: z.literal(1),
  source: z.strictObject({ repository: z.string(), tag: z.string(), commit: z.string() }),
  topLevel: z.array(z.string()),
  /** By full symbol. */
  declarations: z.record(z.string(), declarationSchema),
  /** Short symbols as authors write them → full ones. */
  symbols: z.record(z.string(), z.string()),
  /** By `excerptKey`. */
  excerpts: z.record(z.string(), excerptSchema),
  /** By full symbol, then `fragmentKey`. */
  anchors: z.record(z.string(), z.record(z.string(), anchorSchema)),
  flags: z.record(z.string(), z.strictObject({ file: z.string(), line })),
  files: z.array(z.string()),
  /** By stop, in the order of the path; the first has none. */
  hops: z.record(z.string(), hopSchema),
})

export type Lock = z.infer<typeof lockSchema>
export type DeclarationRecord = z.infer<typeof declarationSchema>
export type AnchorRecord = z.infer<typeof anchorSchema>
export type ExcerptRecord = z.infer<typeof excerptSchema>
export type HopRecord = z.infer<typeof hopSchema>

/** A lock that knows nothing yet. */
export const emptyLock = (source: Lock['source']): Lock => ({
  format: 1,
  source,
  topLevel: [],
  declarations: {},
  symbols: {},
  excerpts: {},
  anchors: {},
  flags: {},
  files: [],
  hops: {},
})

/** Hash of a piece of Go that does not change when only white space, line breaks or comments do. */
export function fingerprintOf(code: string): string {
  return createHash('sha256').update(normalizeGo(code)).digest('hex').slice(0, 16)
}

/** The lock as text: keys sorted, one entry a line where it is short, so that merges and reviews stay readable. */
export function formatLock(lock: Lock): string {
  return `${write(lock, '')}\n`
}

function write(value: unknown, indent: string): string {
  const flat = JSON.stringify(value)
  if (value === null || typeof value !== 'object') return flat
  const isLeaf = Object.values(value).every((inner) => inner === null || typeof inner !== 'object' || Array.isArray(inner))
  if (flat.length <= 160 && isLeaf && indent.length > 0 && Object.keys(value).length > 0) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  if (indent.length > 0) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)}`).join(',\n')}\n${indent}}`
}
