import { declare, type Found, type Reading } from './declare.ts'
import type { GoNode } from './go-node.ts'
import type { LocalDeclaration } from './local-declaration.ts'
import { afterSpace, identifierAt, namesAt } from './names-at.ts'
import type { PlacedNode } from './nodes-within.ts'
import { oneLine, typeOnOneLine } from './signature.ts'
import { typeMembers } from './type-members.ts'

const SPECS: Record<string, readonly string[]> = {
  type: ['type_spec', 'type_alias'],
  const: ['const_spec'],
  var: ['var_spec'],
}

type Common = Pick<Found, 'start' | 'end' | 'owner' | 'docAt' | 'lineComment'> & { startLine: number; group: LocalDeclaration['group'] }

/** Reads a `type`, `const` or `var` declaration; `inner` are the nodes in it, those of its types' members among them. */
export function readSpecs(node: GoNode, keyword: 'type' | 'const' | 'var', inner: readonly PlacedNode[], reading: Reading, into: LocalDeclaration[]): void {
  const { text, positions } = reading
  const keywordStart = positions.start(node.startIndex)
  const end = positions.end(node.endIndex)
  const specs = inner.filter(isOuter(SPECS[keyword] ?? []))
  const opening = afterSpace(text, keywordStart + keyword.length)
  const grouped = text.charCodeAt(opening) === 40 && text.charCodeAt(end - 1) === 41
  const group = grouped ? { startLine: positions.line(keywordStart), endLine: positions.line(end - 1) } : undefined
  for (const [index, spec] of specs.entries()) {
    const specStart = positions.start(spec.start)
    const docAt = grouped && specs.length > 1 ? [specStart] : [specStart, keywordStart]
    const common = {
      start: grouped ? specStart : keywordStart,
      startLine: positions.line(specStart),
      end: positions.end(spec.end),
      owner: undefined,
      docAt: grouped ? docAt : [keywordStart, specStart],
      group: group === undefined ? undefined : { ...group, index },
      lineComment: true,
    }
    if (keyword === 'type') readTypeSpec(spec, specStart, common, inner, reading, into)
    else readValueSpec(spec, specStart, keyword, common, reading, into)
  }
}

/** Passes nodes of these types that lie in no other one of them. */
function isOuter(types: readonly string[]): (node: PlacedNode) => boolean {
  let covered = -1
  return ({ type, start, end }) => {
    if (start < covered || !types.includes(type)) return false
    covered = end
    return true
  }
}

function readValueSpec(spec: PlacedNode, specStart: number, kind: 'const' | 'var', common: Common, reading: Reading, into: LocalDeclaration[]): void {
  const { text, scanned, positions } = reading
  const { names, next } = namesAt(text, specStart)
  // Only a type or a value can follow the names.
  const type = next >= common.end || text[next] === '=' ? null : spec.node.childForFieldName('type')
  const shown = type === null ? '' : ` ${typeOnOneLine(text, scanned.comments, positions.start(type.startIndex), positions.end(type.endIndex))}`
  for (const { name, start } of names) {
    into.push(declare(reading, { ...common, kind, name, nameStart: start, signature: `${kind} ${name}${shown}` }))
  }
}

function readTypeSpec(spec: PlacedNode, nameStart: number, common: Common, inner: readonly PlacedNode[], reading: Reading, into: LocalDeclaration[]): void {
  const { text, scanned, positions } = reading
  const name = identifierAt(text, nameStart)
  const type = spec.node.childForFieldName('type')
  if (name === '' || type === null) return
  const kind = type.type
  const composite = kind === 'struct_type' || kind === 'interface_type'
  const typeStart = positions.start(type.startIndex)
  const signature = composite
    ? `type ${oneLine(text, scanned.comments, nameStart, typeStart)} ${kind.slice(0, kind.indexOf('_'))}`
    : `type ${typeOnOneLine(text, scanned.comments, nameStart, common.end)}`
  into.push(declare(reading, { ...common, kind: 'type', name, nameStart, signature }))
  if (kind === 'type_identifier' || kind === 'qualified_type') return
  const parts = inner.filter(({ start }) => start >= type.startIndex && start < spec.end)
  for (const member of typeMembers(parts, name, reading)) into.push(declare(reading, member))
}
