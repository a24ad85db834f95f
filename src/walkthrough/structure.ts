import type { GoNode } from '../golang/index.ts'
import type { LineRange } from './segment-lines.ts'

/** A piece of the file by offsets, UTF-16 code units from the file's start. */
export interface OffsetRange {
  readonly startOffset: number
  readonly endOffset: number
}

/** Nodes of the Go grammar whose children are what a reader calls "a line": statements, fields, specs, elements. */
const LISTS = new Set([
  'source_file',
  'block',
  'statement_list',
  'expression_case',
  'default_case',
  'type_case',
  'communication_case',
  'expression_switch_statement',
  'type_switch_statement',
  'select_statement',
  'field_declaration_list',
  'interface_type',
  'literal_value',
  'const_declaration',
  'var_declaration',
  'var_spec_list',
  'type_declaration',
  'import_spec_list',
])

/** The smallest named node that covers the range, starting from `root`, which must cover it. */
export function coveringNode(root: GoNode, range: OffsetRange): GoNode {
  return pathTo(root, range).at(-1) as GoNode
}

/**
 * The statement, field, spec or element a piece of code stands in; for code that spans several of them, all of
 * them. Never reaches outside `root`.
 */
export function unitAround(root: GoNode, range: OffsetRange): OffsetRange {
  const path = pathTo(root, range)
  const cover = path.at(-1) as GoNode
  if (LISTS.has(cover.type)) {
    const touched = cover.namedChildren.filter(
      (child) => child.startIndex < range.endOffset && child.endIndex > range.startOffset,
    )
    const first = touched.at(0)
    const last = touched.at(-1)
    if (first !== undefined && last !== undefined) {
      return {
        startOffset: Math.min(first.startIndex, range.startOffset),
        endOffset: Math.max(last.endIndex, range.endOffset),
      }
    }
    return range
  }
  for (let i = path.length - 1; i > 0; i -= 1) {
    if (LISTS.has((path[i - 1] as GoNode).type)) return offsets(path[i] as GoNode)
  }
  return offsets(root)
}

/** The values keyed `key` in composite literals inside `root`, with their key: `RunE: func(…) {…}`. */
export function keyedElements(root: GoNode, key: string): GoNode[] {
  return root.descendantsOfType('keyed_element').filter((element) => element.namedChildren[0]?.text === key)
}

/** Every key of a composite literal inside `root`, in order, each once. */
export function elementKeys(root: GoNode): string[] {
  const keys = root.descendantsOfType('keyed_element').map((element) => element.namedChildren[0]?.text ?? '')
  return [...new Set(keys)].filter((key) => /^[\p{L}_]/u.test(key))
}

/** Offset just behind the head of a declaration: the opening brace of its body, or its end where it has none. */
export function headEnd(declaration: GoNode): number {
  const body =
    declaration.childForFieldName('body') ??
    declaration.descendantsOfType(['field_declaration_list', 'interface_type', 'literal_value'])[0]
  if (body === undefined) return declaration.endIndex
  const brace = body.text.indexOf('{')
  return brace === -1 ? declaration.endIndex : body.startIndex + brace + 1
}

/** Lines of a piece of a text, one-based and inclusive. */
export function linesOf(text: string, { startOffset, endOffset }: OffsetRange): LineRange {
  const first = lineAt(text, startOffset)
  return [first, first + countBreaks(text, startOffset, Math.max(startOffset, endOffset - 1))]
}

/** One-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return 1 + countBreaks(text, 0, offset)
}

/** One-based column of an offset, in UTF-16 code units. */
export function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1) + 1
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function pathTo(root: GoNode, range: OffsetRange): GoNode[] {
  const path = [root]
  for (;;) {
    const inner = (path.at(-1) as GoNode).namedChildren.find(
      (child) => child.startIndex <= range.startOffset && child.endIndex >= range.endOffset,
    )
    if (inner === undefined) return path
    path.push(inner)
  }
}

const offsets = (node: GoNode): OffsetRange => ({ startOffset: node.startIndex, endOffset: node.endIndex })
