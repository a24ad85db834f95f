import type { GoNode } from './go-node.ts'
import type { DeclarationKind, Import } from './declaration.ts'
import type { LocalDeclaration } from './local-declaration.ts'
import type { Positions } from './positions.ts'
import type { ScannedSource } from './scan-source.ts'
import { docCommentBefore, lineCommentAfter } from './doc-comment.ts'
import { oneLine, typeOnOneLine } from './signature.ts'
import { typeMembers, typeNameNode } from './type-members.ts'

/** A text being read: the original one, what the scan found in it, and how the tree's offsets relate to it. */
export interface Reading {
  readonly text: string
  readonly scanned: ScannedSource
  readonly positions: Positions
}

/** What a tree declares at package level, in order of the text. */
export interface ReadDeclarations {
  readonly packageName: string
  /** Offset in the text of the package clause; undefined when there is none. */
  readonly packageStart: number | undefined
  readonly imports: Import[]
  readonly declarations: LocalDeclaration[]
}

/** What a declaration is made from; the rest follows from the text. */
export interface Found {
  readonly kind: DeclarationKind
  readonly name: string
  readonly owner: string | undefined
  readonly nameNode: GoNode
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
  /** Line to give where it is not that of `start`. */
  readonly startLine?: number
  readonly signature: string
  readonly docAt: readonly number[]
  readonly embedded?: boolean
  readonly group?: LocalDeclaration['group']
  readonly lineComment: boolean
}

const TOP_LEVEL = [
  'package_clause',
  'import_spec',
  'function_declaration',
  'method_declaration',
  'type_declaration',
  'const_declaration',
  'var_declaration',
]

/**
 * Reads the declarations of a tree. Where the tree has errors, declarations that the parser could still make out inside
 * them are read too.
 */
export function readDeclarations(root: GoNode, reading: Reading): ReadDeclarations {
  const imports: Import[] = []
  const declarations: LocalDeclaration[] = []
  let packageName = ''
  let packageStart: number | undefined
  for (const node of topLevelNodes(root)) {
    switch (node.type) {
      case 'package_clause':
        packageStart ??= reading.positions.start(node.startIndex)
        packageName ||= node.namedChildren.find(({ type }) => type === 'package_identifier')?.text ?? ''
        break
      case 'import_declaration':
        for (const spec of node.descendantsOfType('import_spec')) readImport(spec, reading, imports)
        break
      case 'import_spec':
        readImport(node, reading, imports)
        break
      case 'function_declaration':
      case 'method_declaration':
        readFunction(node, reading, declarations)
        break
      case 'type_declaration':
      case 'const_declaration':
      case 'var_declaration':
        readSpecs(node, reading, declarations)
        break
    }
  }
  return { packageName, packageStart, imports, declarations }
}

function topLevelNodes(root: GoNode): GoNode[] {
  if (!root.hasError) return root.namedChildren
  const nodes: GoNode[] = []
  let covered = 0
  for (const node of root.descendantsOfType(TOP_LEVEL)) {
    if (node.startIndex < covered) continue // local to a function body
    covered = node.endIndex
    nodes.push(node)
  }
  return nodes
}

function readImport(spec: GoNode, { text, positions }: Reading, into: Import[]): void {
  const literal = spec.childForFieldName('path')
  if (literal === null) return
  const line = positions.line(positions.start(spec.startIndex))
  const path = text.slice(positions.start(literal.startIndex) + 1, positions.end(literal.endIndex) - 1)
  into.push({ path, alias: literal.startIndex === spec.startIndex ? undefined : spec.childForFieldName('name')?.text, line })
}

function readFunction(node: GoNode, reading: Reading, into: LocalDeclaration[]): void {
  const nameNode = node.childForFieldName('name')
  if (nameNode === null || nameNode.isMissing) return
  const { text, scanned, positions } = reading
  const start = positions.start(node.startIndex)
  const end = positions.end(node.endIndex)
  const body = node.childForFieldName('body')
  const headEnd = body === null ? end : positions.start(body.startIndex)
  // `func () f()` has a receiver list with nothing in it: Go's parser calls it a function.
  const receiver = node.childForFieldName('receiver')?.namedChildren.find(({ type }) => type === 'parameter_declaration')
  const method = receiver !== undefined
  into.push(
    declare(reading, {
      kind: method ? 'method' : 'func',
      name: nameNode.text,
      owner: method ? receiverType(receiver) : undefined,
      nameNode,
      start,
      end,
      signature: oneLine(text, scanned.comments, start, headEnd),
      docAt: [start],
      lineComment: false,
    }),
  )
}

/** `T` of `r *T[K, V]`; undefined for what is no named type, which only broken code has. */
function receiverType(receiver: GoNode): string | undefined {
  const type = receiver.childForFieldName('type')
  const name = type === null ? undefined : typeNameNode(type)
  return name?.type === 'type_identifier' ? name.text : undefined
}

function readSpecs(node: GoNode, reading: Reading, into: LocalDeclaration[]): void {
  const { text, positions } = reading
  const keywordStart = positions.start(node.startIndex)
  const inner = node.namedChildren.find(({ type }) => type === 'var_spec_list')
  const specs = (inner ?? node).namedChildren.filter(({ type }) => /^(type_spec|type_alias|const_spec|var_spec)$/.test(type))
  const keyword = node.type.slice(0, node.type.indexOf('_'))
  const grouped = /^\s*(\(|\/)/.test(text.slice(keywordStart + keyword.length, positions.end(node.endIndex)).slice(0, 200)) &&
    text.charCodeAt(positions.end(node.endIndex) - 1) === 41 && isGroup(node, inner)
  const group = grouped
    ? { startLine: positions.line(keywordStart), endLine: positions.line(positions.end(node.endIndex) - 1) }
    : undefined
  for (const [index, spec] of specs.entries()) {
    const specStart = positions.start(spec.startIndex)
    const start = grouped ? specStart : keywordStart
    const docAt = grouped && specs.length > 1 ? [specStart] : [specStart, keywordStart]
    const common = {
      start,
      startLine: positions.line(specStart),
      end: positions.end(spec.endIndex),
      owner: undefined,
      docAt: grouped ? docAt : [keywordStart, specStart],
      group: group === undefined ? undefined : { ...group, index },
      lineComment: true,
    }
    if (keyword === 'type') readTypeSpec(spec, common, reading, into)
    else readValueSpec(spec, keyword === 'const' ? 'const' : 'var', common, reading, into)
  }
}

function isGroup(node: GoNode, inner: GoNode | undefined): boolean {
  return inner !== undefined || node.children.some(({ type }) => type === '(')
}

type Common = Pick<Found, 'start' | 'end' | 'owner' | 'docAt' | 'lineComment'> & { startLine: number; group: LocalDeclaration['group'] }

function readValueSpec(spec: GoNode, kind: 'const' | 'var', common: Common, reading: Reading, into: LocalDeclaration[]): void {
  const { text, scanned, positions } = reading
  const type = spec.childForFieldName('type')
  const shown = type === null ? '' : ` ${typeOnOneLine(text, scanned.comments, positions.start(type.startIndex), positions.end(type.endIndex))}`
  for (const nameNode of spec.namedChildren) {
    if (nameNode.type !== 'identifier') continue
    const name = nameNode.text
    into.push(declare(reading, { ...common, kind, name, nameNode, signature: `${kind} ${name}${shown}` }))
  }
}

function readTypeSpec(spec: GoNode, common: Common, reading: Reading, into: LocalDeclaration[]): void {
  const nameNode = spec.childForFieldName('name')
  const type = spec.childForFieldName('type')
  if (nameNode === null || nameNode.isMissing || type === null) return
  const { text, scanned, positions } = reading
  const name = nameNode.text
  const nameStart = positions.start(nameNode.startIndex)
  const composite = type.type === 'struct_type' || type.type === 'interface_type'
  const typeStart = positions.start(type.startIndex)
  const signature = composite
    ? `type ${oneLine(text, scanned.comments, nameStart, typeStart)} ${type.type.slice(0, type.type.indexOf('_'))}`
    : `type ${typeOnOneLine(text, scanned.comments, nameStart, common.end)}`
  into.push(declare(reading, { ...common, kind: 'type', name, nameNode, signature }))
  for (const member of typeMembers(type, name, reading)) into.push(declare(reading, member))
}

function declare(reading: Reading, found: Found): LocalDeclaration {
  const { text, scanned, positions } = reading
  const nameStart = positions.start(found.nameNode.startIndex)
  let doc = ''
  for (const at of found.docAt) if (doc === '') doc = docCommentBefore(text, scanned.comments, at)
  return {
    kind: found.kind,
    name: found.name,
    owner: found.owner,
    startLine: found.startLine ?? positions.line(found.start),
    endLine: positions.line(found.end - 1),
    startOffset: found.start,
    endOffset: found.end,
    nameLine: positions.line(nameStart),
    nameColumn: positions.column(nameStart),
    signature: found.signature,
    doc,
    comment: found.lineComment ? lineCommentAfter(text, scanned.comments, found.end) : '',
    embedded: found.embedded ?? false,
    group: found.group,
  }
}
