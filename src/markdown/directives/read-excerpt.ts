import type { ContainerDirective } from 'mdast-util-directive'
import type { Diagnostic } from '../../report/index.ts'
import type { AuthorPlace, ExcerptRequest, FragmentRequest, PartRequest } from '../../walkthrough/index.ts'
import { hadComment } from '../escape-html.ts'
import { placeOf, readAttributes } from './read-attributes.ts'

/** A `go` directive as read: what it asks for, its notes' nodes in the same order as the request's, what is wrong. */
export interface ReadExcerpt {
  /** Undefined when the directive cannot be understood at all. */
  readonly request: ExcerptRequest | undefined
  readonly noteNodes: readonly ContainerDirective[]
  readonly diagnostics: readonly Diagnostic[]
}

const ATTRIBUTES = ['symbol', 'show', 'from', 'from-nth', 'to', 'to-nth', 'id'] as const

/** Reads `::::go{symbol="…" show="…"}` and the notes in it. Resolves nothing. */
export function readExcerpt(directive: ContainerDirective, file: string): ReadExcerpt {
  const place = placeOf(directive, file)
  const { values, diagnostics: wrong } = readAttributes(directive, place, ATTRIBUTES, ['symbol'])
  const diagnostics = [...wrong]
  const noteNodes: ContainerDirective[] = []
  const notes: FragmentRequest[] = []
  for (const child of directive.children) {
    if (child.type !== 'containerDirective' || child.name !== 'note') {
      diagnostics.push(strayContent(placeOf(child, file), child.type === 'containerDirective' ? `a directive "${child.name}"` : `a ${child.type}`))
      continue
    }
    const notePlace = placeOf(child, file)
    const note = readAttributes(child, notePlace, ['at', 'nth'], ['at'])
    diagnostics.push(...note.diagnostics)
    if (note.values.at === undefined) continue
    if (child.children.length === 0) diagnostics.push(hadComment(child) ? unwrittenNote(notePlace) : emptyNote(notePlace))
    noteNodes.push(child)
    notes.push({ text: note.values.at, nth: readNth(note.values.nth, 'nth', notePlace, diagnostics), place: notePlace })
  }
  const { symbol } = values
  if (symbol === undefined || symbol.trim() === '') return { request: undefined, noteNodes, diagnostics }
  const part = readPart(values, place, diagnostics)
  return { request: { symbol: symbol.trim(), part, id: readId(values.id, place, diagnostics), notes, place }, noteNodes, diagnostics }
}

function readPart(
  values: Partial<Record<(typeof ATTRIBUTES)[number], string>>,
  place: AuthorPlace,
  diagnostics: Diagnostic[],
): PartRequest {
  const { show, from, to } = values
  if ((show !== undefined && (from ?? to) !== undefined) || (from === undefined && to !== undefined)) {
    diagnostics.push({
      code: 'part-unclear',
      severity: 'error',
      message: 'A part is chosen in one way: by show, or by from (with or without to).',
      ...place,
      expected: 'show="…", or from="…", or from="…" and to="…"',
      found: Object.keys(values).filter((name) => ['show', 'from', 'to'].includes(name)).join(' and '),
      fix: 'Keep one of them.',
    })
  }
  if (show !== undefined) {
    const keys = show.split(',').map((key) => key.trim()).filter((key) => key !== '')
    return keys.length === 1 && keys[0] === 'signature' ? { kind: 'signature' } : { kind: 'keys', keys }
  }
  if (from === undefined) return { kind: 'whole' }
  return {
    kind: 'run',
    from: { text: from, nth: readNth(values['from-nth'], 'from-nth', place, diagnostics), place },
    to: to === undefined ? undefined : { text: to, nth: readNth(values['to-nth'], 'to-nth', place, diagnostics), place },
  }
}

function readNth(text: string | undefined, name: string, place: AuthorPlace, diagnostics: Diagnostic[]): number | undefined {
  if (text === undefined) return undefined
  const nth = Number(text)
  if (Number.isInteger(nth) && nth > 0) return nth
  diagnostics.push({
    code: 'attribute-invalid',
    severity: 'error',
    message: `${name} says which of several places is meant.`,
    ...place,
    expected: 'a whole number from 1',
    found: text,
    fix: `Write ${name}="1", ${name}="2", …`,
  })
  return undefined
}

/** Ids are part of addresses: letters, digits, and what joins them. */
function readId(id: string | undefined, place: AuthorPlace, diagnostics: Diagnostic[]): string | undefined {
  if (id === undefined || /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(id)) return id
  diagnostics.push({
    code: 'attribute-invalid',
    severity: 'error',
    message: 'An id is part of the address of what has it.',
    ...place,
    expected: 'letters, digits, dashes, dots and underscores',
    found: id === '' ? 'an empty value' : id,
    fix: 'Write id="the-check", or leave it out.',
  })
  return undefined
}

function strayContent(place: AuthorPlace, found: string): Diagnostic {
  return {
    code: 'excerpt-content',
    severity: 'error',
    message: 'An excerpt holds notes and nothing else; this would not be shown.',
    ...place,
    expected: ':::note{at="…"}',
    found,
    fix: 'Move it out of the excerpt, or put it into a note. An outer directive needs more colons than the ones in it.',
  }
}

/** Whether a note holds a comment and no word: it has its place already, and waits for somebody to write it. */
export const isUnwritten = (note: ContainerDirective): boolean => note.children.length === 0 && hadComment(note)

function unwrittenNote(place: AuthorPlace): Diagnostic {
  return {
    code: 'note-unwritten',
    severity: 'warning',
    message: 'This note is still to be written.',
    ...place,
    expected: 'a sentence',
    found: 'a comment, which no reader sees',
    fix: 'Write it in place of the comment, or remove the note.',
  }
}

function emptyNote(place: AuthorPlace): Diagnostic {
  return {
    code: 'note-empty',
    severity: 'error',
    message: 'This note says nothing.',
    ...place,
    expected: 'a sentence',
    found: 'nothing',
    fix: 'Write it, or remove the note.',
  }
}
