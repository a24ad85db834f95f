import type { GoNode, GoTree } from '../go-node.ts'
import { endOfWord } from '../scan-function.ts'
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
  /** Of the grammar: the same in both runtimes. */
  readonly nodeTypeId: number
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

/** Nodes whose children stand in no field: they need not be asked for it. */
export const WITHOUT_FIELDS: ReadonlySet<string> = new Set([
  'source_file',
  'block',
  'statement_list',
  'expression_list',
  'argument_list',
  'parameter_list',
  'literal_value',
  'literal_element',
  'return_statement',
  'pointer_type',
  'field_declaration_list',
  'expression_statement',
  'parenthesized_expression',
  'const_declaration',
  'type_declaration',
  'variadic_argument',
])

/** What the grammar says of a type of node. */
interface NodeKind {
  readonly type: string
  /** It is no punctuation, and no comment. */
  readonly counts: boolean
  readonly identifier: boolean
  readonly opaque: boolean
  /** Punctuation standing in it may count. */
  readonly withOperator: boolean
  readonly withFields: boolean
}

/** By the grammar's number of the type: to ask a cursor for that costs less than to ask for the name. */
const kinds = new Map<number, NodeKind>()

function kindOf(cursor: Cursor): NodeKind {
  const id = cursor.nodeTypeId
  const known = kinds.get(id)
  if (known !== undefined) return known
  const type = interned(cursor.nodeType)
  const kind: NodeKind = {
    type,
    counts: cursor.nodeIsNamed && type !== 'comment',
    identifier: IDENTIFIERS.has(type),
    opaque: OPAQUE.has(type),
    withOperator: WITH_OPERATOR.has(type),
    withFields: !WITHOUT_FIELDS.has(type),
  }
  kinds.set(id, kind)
  return kind
}

const fieldNames = new Map<string, string>()

function fieldOf(cursor: Cursor): string | undefined {
  const name = cursor.currentFieldName
  if (name === null) return undefined
  let known = fieldNames.get(name)
  if (known === undefined) fieldNames.set(name, (known = interned(name)))
  return known
}

/** The engine's own copy of a name: then to compare it with one in the program is to compare two addresses. */
function interned(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name
}

/** A node whose children are being read. */
interface Open {
  readonly node: Syntax
  readonly kids: Syntax[]
  readonly kind: NodeKind
  /** In the parsed text. */
  readonly end: number
}

/** A copied tree, and its identifiers in order of the text. */
export interface CopiedSyntax {
  readonly syntax: Syntax
  readonly identifiers: readonly Syntax[]
}

/** Copies a tree, of whatever depth, without recursion. Every question to the cursor costs as much as a node. */
export function copySyntax(tree: GoTree, text: string, offsets: OffsetMap): CopiedSyntax {
  const cursor = (tree.rootNode as GoNode & { walk(): Cursor }).walk()
  // Only where something is missing do nodes stand that have no text; and behind the end of a node, some that are inside.
  const sound = !tree.rootNode.hasError
  const open: Open[] = []
  let around: Open | undefined
  const identifiers: Syntax[] = []
  let root: Syntax | undefined
  for (;;) {
    const kind = kindOf(cursor)
    const field = (kind.counts && around?.kind.withFields !== false) || around?.kind.withOperator === true ? fieldOf(cursor) : undefined
    let last = false
    if (kind.counts || field === 'operator') {
      const start = cursor.startIndex
      const from = offsets.start(start)
      const end = sound && kind.identifier ? start + endOfWord(text, from) - from : cursor.endIndex
      const to = offsets.end(end)
      const kids: Syntax[] = []
      const inside = !kind.opaque && cursor.gotoFirstChild()
      const node: Syntax = { type: kind.type, field, start: from, end: to, text: '', kids: inside ? kids : NO_KIDS }
      if (around === undefined) root = node
      else around.kids.push(node)
      if (inside) {
        open.push((around = { node, kids, kind, end }))
        continue
      }
      setText(node, text)
      if (kind.identifier) identifiers.push(node)
      last = sound && around?.end === end
    }
    let left = false
    while (last || !cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        left = true
        break
      }
      const done = open.pop()
      around = open.at(-1)
      if (done === undefined) continue
      if (done.kids.length === 0) setText(done.node, text)
      else if (done.kind.type === 'parameter_list') nameParameters(done.kids)
      last = sound && around?.end === done.end
    }
    if (left) break
  }
  cursor.delete?.()
  return { syntax: root ?? { type: 'source_file', field: undefined, start: 0, end: 0, text: '', kids: [] }, identifiers }
}

function setText(node: Syntax, text: string): void {
  const { start, end } = node
  if (end - start < LONGEST_LEAF) (node as { text: string }).text = text.slice(start, end)
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

/** Whether a node is an identifier that stands in the text; the parser makes some up to go on. */
export function isIdentifier({ type, start, end }: Syntax): boolean {
  return end > start && IDENTIFIERS.has(type)
}
