import { declare, type Found, type Reading } from './declare.ts'
import type { GoNode } from './go-node.ts'
import type { LocalDeclaration } from './local-declaration.ts'
import { oneLine } from './signature.ts'
import { typeNameNode } from './type-members.ts'

/** Reads a function or method declaration; undefined when it has no name, which only broken code has. */
export function readFunction(node: GoNode, reading: Reading): LocalDeclaration | undefined {
  const { text, scanned, positions, parsed } = reading
  const start = positions.start(node.startIndex)
  const parts = (parsed === 'condensed' ? fromScan(node, reading) : undefined) ?? fromTree(node, reading)
  if (parts === undefined) return undefined
  return declare(reading, {
    kind: parts.method ? 'method' : 'func',
    name: parts.name,
    nameStart: parts.nameStart,
    owner: parts.owner,
    start,
    end: parts.end,
    signature: oneLine(text, scanned.comments, start, parts.headEnd),
    docAt: [start],
    lineComment: false,
  })
}

type Parts = Pick<Found, 'name' | 'nameStart' | 'owner' | 'end'> & { readonly headEnd: number; readonly method: boolean }

/** The parts that the scan left out of what was parsed. */
function fromScan(node: GoNode, { text, scanned }: Reading): Parts | undefined {
  const head = scanned.functions.get(node.endIndex)
  if (head === undefined) return undefined
  const method = head.receiver !== -1
  return {
    name: text.slice(head.name, head.nameEnd),
    nameStart: head.name,
    method,
    owner: method ? text.slice(head.receiver, head.receiverEnd) : undefined,
    headEnd: head.headEnd,
    end: head.end,
  }
}

function fromTree(node: GoNode, { positions }: Reading): Parts | undefined {
  const nameNode = node.childForFieldName('name')
  if (nameNode === null || nameNode.isMissing) return undefined
  const end = positions.end(node.endIndex)
  const body = node.childForFieldName('body')
  // `func () f()` has a receiver list with nothing in it: Go's parser calls it a function.
  const receiver = node.childForFieldName('receiver')?.namedChildren.find(({ type }) => type === 'parameter_declaration')
  return {
    name: nameNode.text,
    nameStart: positions.start(nameNode.startIndex),
    method: receiver !== undefined,
    owner: receiver === undefined ? undefined : receiverType(receiver),
    headEnd: body === null ? end : positions.start(body.startIndex),
    end,
  }
}

/** `T` of `r *T[K, V]`; undefined for what is no named type, which only broken code has. */
function receiverType(receiver: GoNode): string | undefined {
  const type = receiver.childForFieldName('type')
  const name = type === null ? undefined : typeNameNode(type)
  return name?.type === 'type_identifier' ? name.text : undefined
}
