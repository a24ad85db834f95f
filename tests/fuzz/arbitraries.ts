import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

const scenarios = join(import.meta.dirname, '../markdown/scenarios')
const tree = join(import.meta.dirname, '../markdown/tree')

/** Real chapters, right and wrong ones. */
const chapters = readdirSync(scenarios).map((name) => readFileSync(join(scenarios, name, 'chapter.md'), 'utf8'))
/** Real Go. */
export const goFile = readFileSync(join(tree, 'app/command.go'), 'utf8')

const colons = fc.integer({ min: 1, max: 7 }).map((count) => ':'.repeat(count))
const name = fc.constantFrom('go', 'note', 'trail', 'tree', 'step', 'error', 'diagram', 'packages', 'flags', 'variables', 'checks', 'tip', 'sym', 'flag', 'file', 'gopher', 'go-', 'Go', '')
const attribute = fc.constantFrom('symbol', 'show', 'from', 'to', 'at', 'nth', 'from-nth', 'id', 'as', 'name', 'when', 'tools', 'x', '__proto__', 'constructor', 'data-x')
const value = fc.oneof(
  fc.constantFrom('app.Check', 'app.NewCommand', 'main.main', 'app.Options.Flags', 'return nil', 'RunE', 'signature', '2', '-1', '0', '1e9', '', ' ', 'Check(o)', '"', '}', '<b>', '&lt;', '{{LAB_DIR}}', 'toString', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const quoted = fc.tuple(fc.constantFrom('"', "'", '', '`'), value).map(([quote, text]) => `${quote}${text}${quote}`)
const attributes = fc.array(fc.tuple(attribute, quoted), { maxLength: 4 }).map((list) => list.map(([key, text]) => `${key}=${text}`).join(' '))
const label = fc.oneof(fc.constant(''), fc.constantFrom('[app.Check]', '[]', '[[a]', '[:sym[app.Boil]]', '[--degrees]', '[*a*]'))
const directive = fc
  .tuple(colons, name, label, fc.oneof({ weight: 4, arbitrary: attributes.map((text) => `{${text}}`) }, { weight: 1, arbitrary: attributes.map((text) => `{${text}`) }, fc.constant('')))
  .map((parts) => parts.join(''))

/** One line as an author, or an accident, may leave it. */
const line = fc.oneof(
  { weight: 5, arbitrary: directive },
  { weight: 4, arbitrary: colons },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('```go', '```', '~~~', '````', '# A', '## A', '---', '***', '- a', '1. a', '> a', '| a |', '|---|', '<div>', '<!--', '-->', '<script>', '[a]: /b', '[^1]: x', '\t', '    code', '\\', '![a](b)', '[a](../b/)', '&#0;', '\u0000', '$$', 'title: x', 'import x from "y"'),
  fc.tuple(fc.constantFrom('`', '*', '[', '(', '<', ':sym[', ':x[', '> ', '- ', '\\', '|', '_', '!['), fc.integer({ min: 1, max: 60 })).map(([piece, count]) => piece.repeat(count)),
  fc.integer({ min: 1000, max: 20_000 }).map((count) => 'long '.repeat(count / 5)),
)
const prefix = fc.constantFrom('', '', '', '', '  ', '> ', '- ', '    ', '1. ', '\t')
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n')

const written = fc.array(fc.tuple(prefix, line, lineEnd), { maxLength: 30 }).map((lines) => lines.map((parts) => parts.join('')).join(''))

/** Containers in containers, closed in order or not. */
const nested = fc.tuple(fc.integer({ min: 1, max: 40 }), name, attributes, fc.boolean()).map(([depth, which, text, closes]) => {
  const open = Array.from({ length: depth }, (_, at) => `${':'.repeat(depth + 3 - at)}${which}{${text}}`)
  const close = closes ? Array.from({ length: depth }, (_, at) => ':'.repeat(4 + at)) : []
  return [...open, 'inside', ...close].join('\n')
})

/** A text with pieces taken out, doubled, moved, or put in. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ kind: fc.constantFrom('delete', 'double', 'insert', 'swap'), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }), to: fc.nat(), text: fc.oneof(line, fc.string({ unit: 'binary', maxLength: 6 })) })
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 8 })).map(([text, edits]) =>
    edits.reduce((now, { kind, at, length, to, text: more }) => {
      const start = now.length === 0 ? 0 : at % now.length
      const piece = now.slice(start, start + length)
      const rest = now.slice(0, start) + now.slice(start + length)
      const other = rest.length === 0 ? 0 : to % rest.length
      if (kind === 'delete') return rest
      if (kind === 'double') return now.slice(0, start) + piece + now.slice(start)
      if (kind === 'insert') return now.slice(0, start) + more + now.slice(start)
      return rest.slice(0, other) + piece + rest.slice(other)
    }, text),
  )
}

/** Chapters of every sort: assembled from lines, deeply nested, real ones gone wrong. */
export const chapter = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: nested }, { weight: 4, arbitrary: mutated(chapters) })
