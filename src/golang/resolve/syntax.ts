import type { GoNode, GoTree } from '../go-node.ts'
import { nameParameters } from './name-parameters.ts'

/**
 * A piece of Go syntax as plain data, copied out of the parser's tree once: nodes of the `tree-sitter-go` grammar without
 * punctuation and comments. Offsets count UTF-16 code units of the file.
 */
export interface Syntax {
  readonly type: string
  /** Field of the parent it stands in; undefined when it has none. */
  readonly field: string | undefined
  readonly start: number
  readonly end: number
  /** The text of a leaf; empty for everything else. */
  readonly text: string
  readonly kids: readonly Syntax[]
}

/** What both runtimes' cursors have in common. */
interface Cursor {
  readonly nodeType: string
  readonly nodeIsNamed: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly currentFieldName: string | null
  gotoFirstChild(): boolean
  gotoNextSibling(): boolean
  gotoParent(): boolean
  delete?(): void
}

/** From offsets of the parsed text to offsets of the file. */
export interface OffsetMap {
  start(offset: number): number
  end(offset: number): number
}

const NO_KIDS: readonly Syntax[] = []

/** Identifiers, in all the places where the grammar gives them a type of their own. */
export const IDENTIFIERS: ReadonlySet<string> = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'package_identifier',
  'label_name',
  'blank_identifier',
  'nil',
  'true',
  'false',
  'iota',
])

/** Nodes without anything inside that says something to a resolver. */
const OPAQUE: ReadonlySet<string> = new Set([
  ...IDENTIFIERS,
  'interpreted_string_literal',
  'raw_string_literal',
  'rune_literal',
  'int_literal',
  'float_literal',
  'imaginary_literal',
])

/** Nodes whose operator, though no more than punctuation, counts. */
const WITH_OPERATOR: ReadonlySet<string> = new Set(['binary_expression', 'unary_expression'])

interface Open {
  type: string
  field: string | undefined
  start: number
  end: number
  kids: Syntax[]
}

/** Copies a tree, of whatever depth, without recursion. */
export function copySyntax(tree: GoTree, text: string, offsets: OffsetMap): Syntax {
  const cursor = (tree.rootNode as GoNode & { walk(): Cursor }).walk()
  const open: Open[] = []
  let root: Syntax | undefined
  const close = (): void => {
    const done = open.pop()
    if (done === undefined) return
    if (done.type === 'parameter_list') nameParameters(done.kids)
    const start = offsets.start(done.start)
    const end = offsets.end(done.end)
    const node: Syntax = {
      type: done.type,
      field: done.field,
      start,
      end,
      text: done.kids.length === 0 && end - start < LONGEST_LEAF ? text.slice(start, end) : '',
      kids: done.kids.length === 0 ? NO_KIDS : done.kids,
    }
    const parent = open.at(-1)
    if (parent === undefined) root = node
    else parent.kids.push(node)
  }
  for (;;) {
    // Every question to the cursor costs about as much as a node: most punctuation is passed over with one.
    const named = cursor.nodeIsNamed
    if (named || WITH_OPERATOR.has(open.at(-1)?.type ?? '')) {
      const field = cursor.currentFieldName ?? undefined
      const type = named || field === 'operator' ? cursor.nodeType : 'comment'
      if (type !== 'comment') {
        open.push({ type, field, start: cursor.startIndex, end: cursor.endIndex, kids: [] })
        if (!OPAQUE.has(type) && cursor.gotoFirstChild()) continue
        close()
      }
    }
    let left = false
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        left = true
        break
      }
      close()
    }
    if (left) break
  }
  while (open.length > 0) close()
  cursor.delete?.()
  return root ?? { type: 'source_file', field: undefined, start: 0, end: 0, text: '', kids: [] }
}

const LONGEST_LEAF = 4096

/** The child in a field; undefined when there is none. */
export function child(node: Syntax, field: string): Syntax | undefined {
  for (const kid of node.kids) if (kid.field === field) return kid
  return undefined
}

/** The children in a field, in order. */
export function children(node: Syntax, field: string): Syntax[] {
  return node.kids.filter((kid) => kid.field === field)
}

/** Every identifier below a node in order of the text, without recursion. */
export function* identifiersIn(node: Syntax): Generator<Syntax> {
  const open = [node]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (IDENTIFIERS.has(at.type)) yield at
    for (let index = at.kids.length - 1; index >= 0; index--) open.push(at.kids[index]!)
  }
}
