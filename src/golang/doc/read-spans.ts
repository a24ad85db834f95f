/** A run of lines of one kind; `end` is exclusive. */
export interface Span {
  readonly kind: 'paragraph' | 'heading' | 'old-heading' | 'code' | 'list'
  readonly start: number
  readonly end: number
}

/** A bullet or a number in front of an item's text. */
const MARKER = /^[ \t]*(?:[*+\-•]|(\d+)[.)])[ \t]+(?=\S)/

/** Number (undefined for a bullet) and text of a line that begins an item of a list; undefined for any other line. */
export function readItemLine(line: string): { readonly number: string | undefined; readonly text: string } | undefined {
  const match = MARKER.exec(line)
  return match === null ? undefined : { number: match[1], text: line.slice(match[0].length) }
}

const isItem = (line: string | undefined): boolean => line !== undefined && MARKER.test(line)
const isIndented = (line: string | undefined): boolean => line !== undefined && /^[ \t]/.test(line)
const isBlank = (line: string | undefined): boolean => line === undefined || line === ''

/**
 * Splits a comment into runs of lines.
 *
 * Follows Go's rules (https://go.dev/doc/comment): indented lines are a list when the first begins an item, else code; a
 * heading is `# Text` alone, or in older comments a short line of its own between two paragraphs. As `gofmt` does, code and
 * lists whose first line somebody forgot to indent are understood.
 */
export function readSpans(lines: readonly string[]): Span[] {
  const spans: Span[] = []
  let at = 0
  /** Lines before this one count as indented. */
  let forced = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1
      continue
    }
    if (at < forced || isIndented(lines[at])) {
      const end = indentedEnd(lines, at, forced)
      spans.push({ kind: isItem(lines[at]) ? 'list' : 'code', start: at, end })
      at = end
      continue
    }
    const { end, next } = unindentedEnd(lines, at)
    if (next > end) forced = next
    if (end > at) spans.push({ kind: kindOf(lines, at, end), start: at, end })
    at = end
  }
  return spans.map((span, index) => settleHeading(span, index, spans))
}

function indentedEnd(lines: readonly string[], start: number, forced: number): number {
  let end = start + 1
  let bareItems = isItem(lines[start]) && start < forced
  while (end < lines.length && (isBlank(lines[end]) || end < forced || isIndented(lines[end]) || (bareItems && isItem(lines[end])))) {
    if (isBlank(lines[end])) bareItems = false
    end += 1
  }
  while (end > start && isBlank(lines[end - 1])) end -= 1
  // A pasted function whose closing brace was left at the margin.
  return lines[end]?.startsWith('}') === true ? end + 1 : end
}

/** Where a paragraph ends; lines from there to `next` belong to the indented ones that follow. */
function unindentedEnd(lines: readonly string[], start: number): { end: number; next: number } {
  let next = start + 1
  while (next < lines.length && !isBlank(lines[next]) && !isIndented(lines[next])) next += 1
  let end = next
  if (next < lines.length && !isBlank(lines[next]) && !isItem(lines[next])) {
    if (isItem(lines[end - 1])) while (end > start && isItem(lines[end - 1])) end -= 1
    else if (/[{\\]$/.test(lines[end - 1] ?? '')) end -= 1
  }
  return { end, next }
}

function kindOf(lines: readonly string[], start: number, end: number): Span['kind'] {
  const line = lines[start] ?? ''
  if (end - start !== 1) return 'paragraph'
  if (/^#[ \t]+\S/.test(line)) return 'heading'
  return looksLikeHeading(line) && start > 0 ? 'old-heading' : 'paragraph'
}

/** An old heading stands between two paragraphs; elsewhere it is one itself. */
function settleHeading(span: Span, index: number, spans: readonly Span[]): Span {
  if (span.kind !== 'old-heading') return span
  const follows = spans[index + 1]?.kind
  return { ...span, kind: index > 0 && (follows === 'paragraph') ? 'heading' : 'paragraph' }
}

/** A capital first, a letter or digit last, and no punctuation but commas, brackets and what stands inside words. */
function looksLikeHeading(line: string): boolean {
  if (!/^\p{Lu}/u.test(line) || !/[\p{L}\p{Nd}]$/u.test(line)) return false
  if (/[;:!?+*/=[\]{}_^°&§~%#@<">\\]/.test(line)) return false
  return line.split("'").slice(1).every((rest) => /^s(?: |$)/.test(rest)) && !/\.(?: |$)/.test(line)
}
