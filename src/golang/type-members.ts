import type { GoNode } from './go-node.ts'
import type { Found, Reading } from './read-declarations.ts'
import { oneLine, typeOnOneLine } from './signature.ts'

/** Members, and the constructs whose inside belongs to no member: signatures, constraints, type arguments, expressions. */
const MEMBERS = ['field_declaration', 'method_elem']
const OPAQUE = ['function_type', 'type_elem', 'type_arguments', 'composite_literal', 'func_literal', 'argument_list']

interface Enclosing {
  readonly owners: readonly string[]
  readonly end: number
}

/**
 * Fields and interface methods of a type expression, nested struct and interface types included: a field of a struct
 * written inside the field `F` of `T` is owned by `T.F`, through pointers, slices, arrays, maps and channels. What stands
 * in function signatures, constraints, type arguments and array lengths is no member.
 */
export function* typeMembers(type: GoNode, typeName: string, reading: Reading): Generator<Found> {
  if (type.type === 'type_identifier' || type.type === 'qualified_type') return
  const open: Enclosing[] = [{ owners: [typeName], end: type.endIndex }]
  let opaqueUntil = 0
  for (const node of type.descendantsOfType([...MEMBERS, ...OPAQUE])) {
    if (node.startIndex < opaqueUntil) continue
    if (!MEMBERS.includes(node.type)) {
      opaqueUntil = node.endIndex
      continue
    }
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= node.startIndex) open.pop()
    const owners = open.at(-1)?.owners ?? [typeName]
    const names: string[] = []
    for (const owner of owners) {
      for (const found of node.type === 'method_elem' ? method(node, owner, reading) : fields(node, owner, reading)) {
        names.push(`${owner}.${found.name}`)
        yield found
      }
    }
    if (node.type === 'method_elem') opaqueUntil = node.endIndex
    else open.push({ owners: names.length > 0 ? names.slice(0, 1) : owners, end: node.endIndex })
  }
}

function* method(node: GoNode, owner: string, reading: Reading): Generator<Found> {
  const nameNode = node.childForFieldName('name')
  if (nameNode === null || nameNode.isMissing) return
  const { text, scanned } = reading
  const place = placeOf(node, reading)
  const signature = oneLine(text, scanned.comments, place.start, place.end)
  yield { kind: 'imethod', name: nameNode.text, owner, nameNode, signature, docAt: [place.start], lineComment: true, ...place }
}

function* fields(node: GoNode, owner: string, reading: Reading): Generator<Found> {
  const type = node.childForFieldName('type')
  if (type === null) return
  const { text, scanned, positions } = reading
  const place = placeOf(node, reading)
  const common = { kind: 'field', owner, docAt: [place.start], lineComment: true, ...place } as const
  const typeEnd = positions.end(type.endIndex)
  const shownType = (from: number): string => typeOnOneLine(text, scanned.comments, from, typeEnd)
  let named = false
  for (const nameNode of node.namedChildren) {
    if (nameNode.type !== 'field_identifier') continue
    named = true
    yield { ...common, name: nameNode.text, nameNode, signature: `${nameNode.text} ${shownType(positions.start(type.startIndex))}` }
  }
  if (named) return
  const nameNode = typeNameNode(type)
  yield { ...common, name: nameNode.text, nameNode, signature: shownType(place.start), embedded: true }
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

function placeOf(node: GoNode, { positions }: Reading): { start: number; end: number } {
  return { start: positions.start(node.startIndex), end: positions.end(node.endIndex) }
}
