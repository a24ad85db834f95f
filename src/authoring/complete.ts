import { directiveParameters, roles, symbolParameters } from './directive-parameters.ts'
import type { LineAnchor } from './list-anchors.ts'
import { quoteAttribute } from './write-directive.ts'

/** Something that could stand where somebody is typing. */
export interface Completion {
  readonly label: string
  /** Replaces the characters of the line from `start` to `end`. */
  readonly insert: string
  /** Zero-based, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** A word on what it is. */
  readonly detail: string
}

/** What is known of the walkthrough a chapter belongs to. */
export interface Knowledge {
  /** Symbols as an author writes them, each with its kind. */
  readonly symbols: () => Iterable<{ readonly name: string; readonly detail: string }>
  /** Flags with their dashes. */
  readonly flags: () => Iterable<string>
  /** Paths relative to the tree's root. */
  readonly files: () => Iterable<string>
  /** Lines of a declaration that a note can hold on to; empty for a name that means nothing. */
  readonly anchors: (symbol: string) => readonly LineAnchor[]
  /** Parameters of the lab's commands. */
  readonly parameters: readonly string[]
}

/**
 * What could stand at a place in a chapter: names of directives and their parameters, symbols, flags and files, anchors of the
 * excerpt around a note, parameters of the lab. Empty anywhere else.
 *
 * @param lines of the chapter
 * @param line zero-based, as is `column`, which counts UTF-16 code units
 */
export function complete(lines: readonly string[], line: number, column: number, known: Knowledge): Completion[] {
  const text = lines[line] ?? ''
  const before = text.slice(0, column)
  const offer = (typed: string, items: Iterable<{ label: string; insert?: string; detail: string }>, start = column - typed.length): Completion[] =>
    [...items].map(({ label, insert = label, detail }) => ({ label, insert, detail, start, end: column }))

  const parameter = /\{\{(\w*)$/.exec(before)
  if (parameter !== null) return offer(parameter[1] ?? '', known.parameters.map((label) => ({ label, detail: 'parameter of the lab' })))

  const role = /:(sym|flag|file)\[([^\]]*)$/.exec(before)
  if (role !== null) return offer(role[2] ?? '', namesFor(role[1] ?? '', known))

  const value = /^\s*:{2,}(\w+)\{(?:.*\s)?([\w-]+)=(["'])([^"']*)$/.exec(before)
  if (value !== null) {
    const [, directive = '', name = '', , typed = ''] = value
    if (symbolParameters[directive]?.includes(name) === true) return offer(typed, symbols(known))
    if (directive === 'note' && name === 'at') return anchorsHere(lines, line, column, typed, text, known)
    return []
  }
  const attribute = /^\s*:{2,}(\w+)\{(?:[^}]*\s)?([\w-]*)$/.exec(before)
  if (attribute !== null) {
    const [, directive = '', typed = ''] = attribute
    const taken = new Set([...text.matchAll(/([\w-]+)=/g)].map(([, name]) => name))
    const names = (directiveParameters[directive] ?? []).filter((name) => !taken.has(name))
    return offer(typed, names.map((label) => ({ label, insert: `${label}="`, detail: `of ${directive}` })))
  }
  const directive = /^\s*:{2,}(\w*)$/.exec(before)
  if (directive !== null) return offer(directive[1] ?? '', Object.keys(directiveParameters).map((label) => ({ label, detail: 'directive' })))
  const roleName = /(?:^|[\s(])(:)(\w*)$/.exec(before)
  return roleName === null ? [] : offer(roleName[2] ?? '', roles.map((label) => ({ label, insert: `${label}[`, detail: 'names a piece of code' })))
}

function* symbols({ symbols: all }: Knowledge): Generator<{ label: string; detail: string }> {
  for (const { name, detail } of all()) yield { label: name, detail }
}

function* namesFor(role: string, known: Knowledge): Generator<{ label: string; detail: string }> {
  if (role === 'sym') yield* symbols(known)
  else for (const label of role === 'flag' ? known.flags() : known.files()) yield { label, detail: role }
}

/** The whole value is replaced, with its quotation marks: which of them it needs depends on the code. */
function anchorsHere(lines: readonly string[], line: number, column: number, typed: string, text: string, known: Knowledge): Completion[] {
  const opening = lines.slice(0, line).findLast((one) => /^\s*:{3,}go\{/.test(one))
  const symbol = /\bsymbol=(?:"([^"]*)"|'([^']*)')/.exec(opening ?? '')
  const start = column - typed.length - 1
  const end = text[column] === text[start] ? column + 1 : column
  return known.anchors(symbol?.[1] ?? symbol?.[2] ?? '').map(({ line: number, code, anchor }) => ({
    label: code,
    insert: `${quoteAttribute(anchor.text)}${anchor.nth === undefined ? '' : ` nth="${anchor.nth}"`}`,
    start,
    end,
    detail: `line ${number}`,
  }))
}
