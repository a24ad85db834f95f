import type { Found, Reading } from './declare.ts'
import type { GoNode } from './go-node.ts'
import { identifierAt, namesAt } from './names-at.ts'
import type { PlacedNode } from './nodes-within.ts'
import { oneLine, typeOnOneLine } from './signature.ts'

/** Members, and the constructs whose inside belongs to no member: signatures, constraints, type arguments, expressions. */
const MEMBERS = ['field_declaration', 'method_elem']
const OPAQUE = ['function_type', 'type_elem', 'type_arguments', 'composite_literal', 'func_literal', 'argument_list']

/** Types of the nodes that `typeMembers` wants to know of. */
export const MEMBER_NODES: readonly string[] = [...MEMBERS, ...OPAQUE]

interface Enclosing {
  readonly owners: readonly string[]
  readonly end: number
}

/**
 * Fields and interface methods of a type expression, nested struct and interface types included: a field of a struct
 * written inside the field `F` of `T` is owned by `T.F`, through pointers, slices, arrays, maps and channels. What stands
 * in function signatures, constraints, type arguments and array lengths is no member.
 *
 * `inner` are the nodes in the type expression, in order of the text; those of other types than `MEMBER_NODES` do not matter.
 */
export function* typeMembers(inner: readonly PlacedNode[], typeName: string, reading: Reading): Generator<Found> {
  const open: Enclosing[] = [{ owners: [typeName], end: Infinity }]
  let opaqueUntil = 0
  for (const node of inner) {
    if (node.start < opaqueUntil || !MEMBER_NODES.includes(node.type)) continue
    if (!MEMBERS.includes(node.type)) {
      opaqueUntil = node.end
      continue
    }
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= node.start) open.pop()
    const owners = open.at(-1)?.owners ?? [typeName]
    const names: string[] = []
    for (const owner of owners) {
      for (const found of node.type === 'method_elem' ? method(node, owner, reading) : fields(node, owner, reading)) {
        names.push(`${owner}.${found.name}`)
        yield found
      }
    }
    if (node.type === 'method_elem') opaqueUntil = node.end
    else open.push({ owners: names.length > 0 ? names.slice(0, 1) : owners, end: node.end })
  }
}

function* method(node: PlacedNode, owner: string, { text, scanned, positions }: Reading): Generator<Found> {
  const start = positions.start(node.start)
  const end = positions.end(node.end)
  const name = identifierAt(text, start)
  if (name === '') return
  const signature = oneLine(text, scanned.comments, start, end)
  yield { kind: 'imethod', name, nameStart: start, owner, signature, docAt: [start], lineComment: true, start, end }
}

function* fields(field: PlacedNode, owner: string, { text, scanned, positions }: Reading): Generator<Found> {
  const start = positions.start(field.start)
  const end = positions.end(field.end)
  const common = { kind: 'field', owner, docAt: [start], lineComment: true, start, end } as const
  const typeEnd = isQuote(text, end - 1) ? endOfType(field, positions) : end
  const shownType = (from: number): string => typeOnOneLine(text, scanned.comments, from, typeEnd)
  const { names, next } = namesAt(text, start)
  if (isEmbedded(field, text, names.length, next, typeEnd)) {
    const { name, nameStart } = embeddedName(field, positions)
    if (name !== '') yield { ...common, name, nameStart, signature: shownType(start), embedded: true }
    return
  }
  for (const { name, start: nameStart } of names) {
    yield { ...common, name, nameStart, signature: `${name} ${shownType(next)}` }
  }
}

/** Whether a field has no name but its type's. Only `A [N]T` and `A[T]` cannot be told apart by the token behind the name. */
function isEmbedded({ node }: PlacedNode, text: string, names: number, next: number, end: number): boolean {
  if (names !== 1) return names === 0
  if (next >= end || text[next] === '.') return true
  return text[next] === '[' && node.childForFieldName('name') === null
}

function embeddedName({ node }: PlacedNode, positions: Reading['positions']): { name: string; nameStart: number } {
  const type = node.childForFieldName('type')
  if (type === null) return { name: '', nameStart: 0 }
  const nameNode = typeNameNode(type)
  return { name: nameNode.text, nameStart: positions.start(nameNode.startIndex) }
}

/** Where the type of a field with a tag ends. */
function endOfType({ node, end }: PlacedNode, positions: Reading['positions']): number {
  return positions.end(node.childForFieldName('type')?.endIndex ?? end)
}

function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 96 || code === 34
}

/** The identifier that names a type: `T` of `*pkg.T[K]`; an embedded field is called so too (Go spec, "Struct types"). */
export function typeNameNode(type: GoNode): GoNode {
  let node = type
  for (;;) {
    const inner: GoNode | null =
      node.type === 'generic_type'
        ? node.childForFieldName('type')
        : node.type === 'qualified_type'
          ? node.childForFieldName('name')
          : node.type === 'pointer_type' || node.type === 'parenthesized_type'
            ? (node.namedChildren.find(({ type: kind }) => kind !== 'comment') ?? null)
            : null
    if (inner === null) return node
    node = inner
  }
}
