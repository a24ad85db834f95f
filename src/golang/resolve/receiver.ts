import { child, type Syntax } from './syntax.ts'

/** The identifier that names the receiver's type: `T` of `*T[K]`. */
export function receiverTypeName(method: Syntax): Syntax | undefined {
  return receiverType(method)?.name
}

/** The receiver's type name and its type parameters' names. */
export function receiverType(method: Syntax): { name: Syntax; parameters: readonly Syntax[] } | undefined {
  const receiver = child(method, 'receiver')?.kids[0]
  let node = receiver === undefined ? undefined : child(receiver, 'type')
  while (node !== undefined && (node.type === 'pointer_type' || node.type === 'parenthesized_type')) node = node.kids[0]
  if (node === undefined) return undefined
  if (node.type !== 'generic_type') return node.type === 'type_identifier' ? { name: node, parameters: [] } : undefined
  const name = child(node, 'type')
  const parameters = child(node, 'type_arguments')?.kids.flatMap(({ kids }) => kids) ?? []
  return name === undefined ? undefined : { name, parameters }
}
