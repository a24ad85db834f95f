import type { Nodes, Parents, Root, Text } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Diagnostic } from '../report/index.ts'
import type { AuthorPlace } from '../walkthrough/index.ts'
import { placeOf } from './directives/read-attributes.ts'

/**
 * What Markdown accepts in silence although its author meant something else: a container that is never closed, colons that
 * close nothing, a directive whose braces don't close and that is text therefore, code in a note, names given twice.
 *
 * @param names of directives, which nobody writes behind two colons by chance
 */
export function checkSyntax(tree: Root, text: string, file: string, names: readonly string[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const lines = text.split(LINE_END)
  const lookalike = new RegExp(`^[ \\t]*:{2,}(?:(?:${names.join('|')})\\b|[a-z][\\w-]*[\\[{]).*`, 'm')
  const ids = new Map<string, AuthorPlace>()
  const headings = new Map<string, AuthorPlace>()
  visit(tree, (node, _index, parent) => {
    const place = placeOf(node, file)
    if (node.type === 'containerDirective' && !isClosed(node, lines)) diagnostics.push(unclosed(node, place))
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      if (parent !== undefined && isInNote(parent) && (node.name === 'go' || node.attributes?.['at'] !== undefined)) diagnostics.push(inNote(node, place))
      const id = node.name === 'go' ? node.attributes?.['id'] : undefined
      if (id) once(ids, id, place, (first) => diagnostics.push(idTwice(id, place, first)))
    }
    if (node.type === 'containerDirective' && node.name === 'go') diagnostics.push(...notesTwice(node, file))
    if (node.type === 'heading') {
      const slug = slugOf(toString(node))
      if (slug !== '') once(headings, slug, place, (first) => diagnostics.push(headingTwice(slug, toString(node), place, first)))
    }
    if (node.type === 'text') diagnostics.push(...leftovers(node, file, lookalike))
  })
  for (const [id, place] of ids) {
    const heading = headings.get(id)
    if (heading !== undefined) diagnostics.push(idTwice(id, place, heading))
  }
  return diagnostics
}

/** As CommonMark has it ("line ending"). */
const LINE_END = /\r\n?|\n/

/** Parents are marked on the way down: a note bound to code, and everything in it. */
const notes = new WeakSet<Nodes>()

function isInNote(parent: Parents): boolean {
  const within = notes.has(parent) || (parent.type === 'containerDirective' && parent.name === 'note' && parent.attributes?.['at'] !== undefined)
  if (within) for (const child of parent.children) notes.add(child)
  return within
}

/** A container whose closing colons are missing swallows the rest of the page; Markdown itself accepts that. */
function isClosed(node: ContainerDirective, lines: readonly string[]): boolean {
  const last = node.position?.end.line
  return last === undefined || /^\s*(?:>\s*)*:{3,}\s*$/.test(lines[last - 1] ?? ':::')
}

/** Lines of plain text that were meant as directives. */
function leftovers(node: Text, file: string, lookalike: RegExp): Diagnostic[] {
  if (!node.value.includes('::')) return []
  const start = placeOf(node, file)
  return node.value.split(LINE_END).flatMap((line, at) => {
    const place = at === 0 ? start : { ...start, line: start.line + at, column: 1 }
    if (/^\s*:{3,}\s*$/.test(line)) return [strayClose(place, line.trim())]
    return lookalike.test(line) ? [unread(place, line.trim())] : []
  })
}

function notesTwice(go: ContainerDirective, file: string): Diagnostic[] {
  const seen = new Map<string, AuthorPlace>()
  return go.children.flatMap((child) => {
    if (child.type !== 'containerDirective' || child.name !== 'note') return []
    const { at, nth } = child.attributes ?? {}
    const place = placeOf(child, file)
    const twice: Diagnostic[] = []
    if (at) once(seen, JSON.stringify([at.replace(/\s+/g, ' ').trim(), nth ?? '']), place, (first) => twice.push(noteTwice(at, place, first)))
    return twice
  })
}

function once(seen: Map<string, AuthorPlace>, key: string, place: AuthorPlace, again: (first: AuthorPlace) => void): void {
  const first = seen.get(key)
  if (first === undefined) seen.set(key, place)
  else again(first)
}

/** A heading's fragment as code hosts and Starlight make it, as far as telling equal ones needs. */
const slugOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')

const unclosed = ({ name }: ContainerDirective, place: AuthorPlace): Diagnostic => ({
  code: 'directive-unclosed', severity: 'error', ...place, found: name,
  message: `The directive "${name}" is never closed.`,
  expected: 'a line with as many colons as it begins with',
  fix: 'Add the closing line where it should end.',
})

const strayClose = (place: AuthorPlace, found: string): Diagnostic => ({
  code: 'directive-stray-close', severity: 'error', ...place, found,
  message: 'These colons close nothing, and readers would see them.',
  expected: 'an open directive with at most as many colons',
  fix: 'Remove them, or give the directive they belong to more colons than the ones in it.',
})

const unread = (place: AuthorPlace, found: string): Diagnostic => ({
  code: 'directive-unread', severity: 'error', ...place, found: found.length > 80 ? `${found.slice(0, 79)}…` : found,
  message: 'This looks like a directive, and is read as plain text.',
  expected: 'on a line of its own: ::name{attribute="value"}',
  fix: 'Close its quotes, brackets and braces on the same line, and let nothing else stand there.',
})

const inNote = ({ name }: ContainerDirective | LeafDirective, place: AuthorPlace): Diagnostic => ({
  code: 'directive-in-note', severity: 'error', ...place, found: name,
  message: `A note is no place for the directive "${name}".`,
  expected: 'text, lists, and roles such as :sym[…]',
  fix: 'Close the note before it.',
})

const idTwice = (id: string, place: AuthorPlace, first: AuthorPlace): Diagnostic => ({
  code: 'id-duplicate', severity: 'error', ...place, found: id,
  message: `The page has another "${id}", so links to it would lead to one of the two.`,
  expected: `an id that line ${first.line} does not have`,
  fix: 'Give one of them another id.',
})

const noteTwice = (at: string, place: AuthorPlace, first: AuthorPlace): Diagnostic => ({
  code: 'note-duplicate', severity: 'warning', ...place, found: at,
  message: `This excerpt has a note on the same code already, on line ${first.line}.`,
  expected: 'one note for each piece of code',
  fix: 'Make one note of the two, or bind one to another piece.',
})

const headingTwice = (slug: string, text: string, place: AuthorPlace, first: AuthorPlace): Diagnostic => ({
  code: 'heading-duplicate', severity: 'warning', ...place, found: text,
  message: `The page has this heading already, on line ${first.line}: links to #${slug} lead there.`,
  expected: 'headings that differ',
  fix: 'Word one of them differently.',
})
