import { z } from 'zod'
import { excerptKey } from '../walkthrough/keys.ts'
import { fingerprintOf } from '../walkthrough/lock.ts'
import type { PartRequest } from '../walkthrough/request.ts'
import { CERTAIN } from './similarity.ts'
import type { Report } from './report.ts'
import { STATUSES, type Verdict } from './verdict.ts'

const status = z.enum(STATUSES)
const placeSchema = z.strictObject({ symbol: z.string().optional(), kind: z.string().optional(), file: z.string(), lines: z.tuple([z.int(), z.int()]) })

const factSchema = z.strictObject({
  status,
  /** The code is another there; undefined where there is none to compare. */
  codeSame: z.boolean().optional(),
  after: placeSchema.optional(),
  /** What it is called there, as one would write it. */
  name: z.string().optional(),
  /** Where code stands that is much like what is gone. */
  like: z.strictObject({ file: z.string(), line: z.int() }).optional(),
  /** The kind of declaration it became, where that is another. */
  became: z.string().optional(),
})

/**
 * What a page tells about another version: names, places and statuses of what its excerpts show. It holds no code, and so may
 * be kept with the project whatever the licence of the source.
 */
export const differencesSchema = z.strictObject({
  format: z.literal(1),
  from: z.strictObject({ version: z.string(), commit: z.string() }),
  to: z.strictObject({ tag: z.string(), commit: z.string() }),
  /** By full symbol and, for a run of statements, the fingerprint of what bounds it. */
  excerpts: z.record(z.string(), factSchema),
  /** By full symbol, then the fingerprint of the code that a note is about. */
  notes: z.record(z.string(), z.record(z.string(), factSchema)),
})

export type Differences = z.infer<typeof differencesSchema>
/** What is known about one excerpt or note in the other version. */
export type DifferenceFact = z.infer<typeof factSchema>

/** Path of the stored differences of a walkthrough with one other version, relative to the project's root. */
export const differencesFile = (walkthrough: string, tag: string): string => `content/differences/${walkthrough}.${tag.replace(/[^\w.-]+/g, '-')}.json`

/** The facts of a report that pages tell. */
export function differencesOf({ verdicts, from, pin }: Report, commit: string, to: { tag: string; commit: string } = pin ?? { tag: '', commit: '' }): Differences {
  const excerpts: Record<string, DifferenceFact> = {}
  const notes: Record<string, Record<string, DifferenceFact>> = {}
  for (const verdict of verdicts) {
    const { binding, before } = verdict
    const { symbol } = before ?? {}
    if (symbol === undefined) continue
    if (binding.use === 'excerpt' && binding.part !== undefined) excerpts[partKey(symbol, binding.part)] = factOf(verdict)
    if (binding.use === 'note') (notes[symbol] ??= {})[noteKey(binding)] = factOf(verdict)
  }
  return { format: 1, from: { version: from, commit }, to, excerpts: sorted(excerpts), notes: sorted(Object.fromEntries(Object.entries(notes).map(([symbol, facts]) => [symbol, sorted(facts)]))) }
}

function factOf({ status: is, codeSame, before, after, binding, candidates }: Verdict): DifferenceFact {
  const { symbol = '', kind } = after ?? {}
  // As one writes it: with the package's name, not with the way to it.
  const name = binding.use === 'excerpt' && is === 'renamed' ? symbol.slice(symbol.lastIndexOf('/') + 1) : undefined
  const [likeliest] = candidates
  const like = is === 'gone' && likeliest !== undefined && likeliest.score >= CERTAIN ? { file: likeliest.file, line: likeliest.line } : undefined
  return {
    status: is,
    ...(codeSame === undefined ? {} : { codeSame }),
    ...(after === undefined ? {} : { after: { ...(after.symbol === undefined ? {} : { symbol: after.symbol }), ...(after.kind === undefined ? {} : { kind: after.kind }), file: after.file, lines: [...after.lines] as [number, number] } }),
    ...(name === undefined ? {} : { name }),
    ...(like === undefined ? {} : { like }),
    ...(binding.use !== 'excerpt' || kind === undefined || kind === before?.kind ? {} : { became: kind }),
  }
}

const sorted = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/** The stored facts about an excerpt and its notes. */
export function factsAbout({ excerpts, notes }: Differences, symbol: string, part: PartRequest, fragments: readonly { text: string; nth: number | undefined }[]) {
  const facts = Object.hasOwn(notes, symbol) ? notes[symbol] : undefined
  return {
    excerpt: Object.hasOwn(excerpts, partKey(symbol, part)) ? excerpts[partKey(symbol, part)] : undefined,
    notes: fragments.map((fragment) => facts?.[noteKey(fragment)]),
  }
}

/** Names a part without the code that bounds it. */
function partKey(symbol: string, part: PartRequest): string {
  const key = excerptKey(symbol, part)
  return part.kind === 'run' ? `${symbol} ${fingerprintOf(key.slice(symbol.length))}` : key
}

const noteKey = ({ text, nth }: { readonly text: string; readonly nth: number | undefined }): string => `${fingerprintOf(text)}${nth === undefined ? '' : ` #${nth}`}`

/** The facts as text: one excerpt or note a line, so that reviews stay readable. */
export function formatDifferences({ format, from, to, excerpts, notes }: Differences): string {
  const block = (record: Record<string, unknown>, indent: string): string =>
    Object.keys(record).length === 0 ? '{}' : `{\n${Object.entries(record).map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n${indent}}`
  const bySymbol = Object.entries(notes).map(([symbol, facts]) => `    ${JSON.stringify(symbol)}: ${block(facts, '    ')}`)
  return `{
  "format": ${format},
  "from": ${JSON.stringify(from)},
  "to": ${JSON.stringify(to)},
  "excerpts": ${block(excerpts, '  ')},
  "notes": ${bySymbol.length === 0 ? '{}' : `{\n${bySymbol.join(',\n')}\n  }`}
}
`
}
