import type { Binding } from './binding.ts'
import type { Verdict } from './verdict.ts'

/** A run of a file's text and what stands there instead. Offsets are UTF-16 code units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A file as it would be, and the verdicts that were written into it. */
export interface Rewritten {
  readonly text: string
  readonly applied: readonly Verdict[]
}

/**
 * Writes into a file what is certain of its bindings; every other byte stays. What does not read back as it was meant (a name
 * that Markdown would take for something else) is left as it was.
 *
 * @param verdicts those of the file, in the order in which `read` gives their bindings
 * @param read reads the bindings of a text
 */
export function rewrite(text: string, verdicts: readonly Verdict[], read: (text: string) => readonly Binding[]): Rewritten {
  let wanted = verdicts.filter((one) => editsFor(one, text).length > 0)
  for (;;) {
    const written = applyEdits(text, wanted.flatMap((one) => editsFor(one, text)))
    const now = read(written)
    const misread = wanted.filter((one) => !readsAs(now[verdicts.indexOf(one)], one))
    if (misread.length === 0 && now.length === verdicts.length) return { text: written, applied: wanted }
    wanted = misread.length === 0 ? [] : wanted.filter((one) => !misread.includes(one))
  }
}

function readsAs(now: Binding | undefined, { rewrite: meant }: Verdict): boolean {
  return now !== undefined && meant !== undefined && oneLine(now.text) === oneLine(meant.text) && (meant.nth === undefined || now.nth === meant.nth)
}

/** The edits that a verdict asks for; none where nothing is certain or its words cannot be found. */
export function editsFor({ binding: { spot, nth, use, text: written }, rewrite: meant }: Verdict, text: string): Edit[] {
  if (spot === undefined || meant === undefined) return []
  const edits: Edit[] = []
  if (oneLine(meant.text) !== oneLine(written)) {
    const value = quoted(oneLine(meant.text), spot.quote)
    if (value === undefined || /\n/.test(meant.text) && /`|\/\//.test(meant.text)) return []
    const margin = spot.quote === undefined ? 0 : 1
    // White space inside the quotes is the author's.
    const before = /^\s*/.exec(text.slice(spot.start, spot.end))?.[0].length ?? 0
    const after = /\s*$/.exec(text.slice(spot.start, spot.end))?.[0].length ?? 0
    if (before + after === 0) edits.push({ start: spot.start - margin, end: spot.end + margin, text: value })
    else return []
  }
  if (meant.nth !== undefined) {
    if (nth !== undefined || spot.more === undefined) return []
    edits.push({ start: spot.more, end: spot.more, text: ` ${use === 'note' ? 'nth' : `${use}-nth`}="${meant.nth}"` })
  }
  return edits
}

/** A value in the quotation marks it had; in others where it holds those; undefined where it holds both. */
function quoted(value: string, quote: '"' | "'" | undefined): string | undefined {
  if (quote === undefined) return /[\s"'[\]{}]/.test(value) ? undefined : value
  if (!value.includes(quote)) return `${quote}${value}${quote}`
  const other = quote === '"' ? "'" : '"'
  return value.includes(other) ? undefined : `${other}${value}${other}`
}

/** Replaces runs of a text that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const { start, end, text: instead } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + instead + result.slice(end)
  }
  return result
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()
