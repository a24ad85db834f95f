import { readFileSync } from 'node:fs'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { CodeRange, ExcerptView, NoteView, Segment } from '../../src/walkthrough/excerpt.ts'

const fixture = readFileSync(new URL('./fixtures/harbour.go', import.meta.url), 'utf8').split('\n')

/** A note for a test: the code it points at (found as plain text, over several lines if need be) and what it says. */
export interface TestNote {
  readonly at: string | undefined
  readonly says: string | readonly ElementContent[]
  readonly changed?: boolean
}

/** A view of the fixture from the line that begins with `head` through the next `}` at the margin. */
export function excerptOf(
  head: string,
  options: {
    readonly id?: string
    readonly label?: string
    readonly shown?: readonly (readonly [number, number])[]
    readonly notes?: readonly TestNote[]
    readonly withoutCode?: boolean
    readonly local?: boolean
  } = {},
): { view: ExcerptView; bodies: ElementContent[][]; code: readonly string[] } {
  const { id = 'x', label = 'harbour.NewOpenCommand', notes = [], withoutCode = false, local = false } = options
  const start = fixture.findIndex((line) => line.startsWith(head))
  if (start < 0) throw new Error(`no line of the fixture begins with ${head}`)
  const code = fixture.slice(start, fixture.indexOf('}', start) + 1)
  const startLine = start + 1
  const endLine = startLine + code.length - 1
  const base = 'https://code.example/harbour/blob/0123abc/cmd/harbour/app/harbour.go'
  const view: ExcerptView = {
    id,
    symbol: `example.org/${label}`,
    label,
    file: 'cmd/harbour/app/harbour.go',
    startLine,
    endLine,
    url: local ? undefined : `${base}#L${startLine}-L${endLine}`,
    lineUrl: local ? undefined : `${base}#L{line}`,
    segments: segmentsOf(startLine, endLine, options.shown ?? [[startLine, endLine]]),
    code: withoutCode ? undefined : code,
    notes: notes.map((note, index): NoteView => {
      const range = note.at === undefined ? undefined : find(code, startLine, note.at)
      return {
        number: index + 1,
        id: `${id}-note-${index + 1}`,
        range,
        url: range && !local ? `${base}#L${range.startLine}-L${range.endLine}` : undefined,
        changed: note.changed ?? false,
      }
    }),
  }
  return { view, code, bodies: notes.map(({ says }) => (typeof says === 'string' ? [h('p', says)] : [...says])) }
}

/** The range of a text within lines; throws where it isn't there, so that a test never tests nothing. */
export function find(code: readonly string[], startLine: number, text: string): CodeRange {
  const whole = code.join('\n')
  const offset = whole.indexOf(text)
  if (offset < 0) throw new Error(`not in the fixture: ${text}`)
  const place = (at: number): { line: number; column: number } => {
    const before = whole.slice(0, at).split('\n')
    return { line: startLine + before.length - 1, column: (before.at(-1) ?? '').length + 1 }
  }
  const from = place(offset)
  const to = place(offset + text.length)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

function segmentsOf(start: number, end: number, shown: readonly (readonly [number, number])[]): Segment[] {
  const segments: Segment[] = []
  let next = start
  for (const [startLine, endLine] of shown) {
    if (startLine < next || endLine > end) throw new Error(`lines ${startLine}–${endLine} are not in order within ${start}–${end}`)
    if (startLine > next) segments.push({ kind: 'elided', startLine: next, endLine: startLine - 1 })
    segments.push({ kind: 'shown', startLine, endLine })
    next = endLine + 1
  }
  if (next <= end) segments.push({ kind: 'elided', startLine: next, endLine: end })
  return segments
}
