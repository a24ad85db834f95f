import { child, type Syntax } from './syntax.ts'

/** The identifier that names the receiver's type: `T` of `*T[K]`. */
export function receiverTypeName(method: Syntax): Syntax | undefined {
  return receiverType(method)?.name
}

/** A receiver's type name, and the names it gives to the type's parameters. */
export interface ReceiverType {
  readonly name: Syntax
  readonly parameters: readonly Syntax[]
}

/** The type of a method's receiver; undefined for what is no named type, which only broken code has. */
export function receiverType(method: Syntax): ReceiverType | undefined {
  const receiver = child(method, 'receiver')?.kids[0]
  let node = receiver === undefined ? undefined : child(receiver, 'type')
  while (node !== undefined && (node.type === 'pointer_type' || node.type === 'parenthesized_type')) node = node.kids[0]
  if (node === undefined) return undefined
  if (node.type !== 'generic_type') return node.type === 'type_identifier' ? { name: node, parameters: [] } : undefined
  const name = child(node, 'type')
  const parameters = child(node, 'type_arguments')?.kids.flatMap(({ kids }) => kids) ?? []
  return name === undefined ? undefined : { name, parameters }
}
