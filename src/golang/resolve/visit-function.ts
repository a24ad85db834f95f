import { declareParameter, visitTypeParameters } from './declare-local.ts'
import { sure, type Entity } from './entity.ts'
import { declare, nested, type Scope } from './scope.ts'
import { receiverType } from './receiver.ts'
import { parameterType } from './signature-type.ts'
import { receiverParameters } from './type-parameters.ts'
import { typeOf } from './type-of.ts'
import { lazyType } from './lazy-type.ts'
import { visitBlock } from './visit-statement.ts'
import { visitParameter, visitType } from './visit-type.ts'
import { child, children, type Syntax } from './syntax.ts'
import { UNKNOWN, type Type } from './types.ts'

/** Records a function declaration, method declaration or function literal, without its name, body included. */
export function visitFunction(node: Syntax, outer: Scope): void {
  let scope = nested(outer)
  const parameters = child(node, 'type_parameters')
  if (parameters !== undefined) scope = visitTypeParameters(parameters, scope)
  // Parameters are in scope in the body only: the receiver's name too is not yet known to the types of the others.
  let signature = scope
  if (node.type === 'method_declaration') ({ types: signature, body: scope } = visitReceiver(node, scope))
  for (const list of [child(node, 'parameters'), child(node, 'result')]) {
    if (list === undefined) continue
    if (list.type !== 'parameter_list') visitType(list, signature)
    else for (const declaration of list.kids) scope = declareParameters(declaration, signature, scope)
  }
  const body = child(node, 'body')
  if (body !== undefined) visitBlock(body, { ...scope, labels: labelsOf(body, scope) })
}

/** Records the receiver: its type's arguments are declarations. Gives the scopes behind it: of the signature's types, and of the body. */
function visitReceiver(method: Syntax, outer: Scope): { types: Scope; body: Scope } {
  const receiver = receiverType(method)
  const declaration = child(method, 'receiver')?.kids[0]
  let scope = outer
  if (receiver !== undefined) {
    const { source, table } = outer.file
    outer.record?.(receiver.name, table.find(receiver.name.text, source))
    for (const [index, entity] of receiverParameters(receiver, outer, []).entries()) {
      outer.record?.(receiver.parameters[index]!, sure(entity))
      scope = declare(scope, entity)
    }
  } else if (declaration !== undefined) {
    visitParameter(declaration, outer)
    return { types: outer, body: outer }
  }
  const types = scope
  for (const name of declaration === undefined ? [] : children(declaration, 'name')) {
    const type = lazyType((): Type => (declaration === undefined ? undefined : parameterType(declaration, types, typeOf)) ?? UNKNOWN)
    scope = declareParameter(name, type, scope)
  }
  return { types, body: scope }
}

function declareParameters(declaration: Syntax, typeScope: Scope, into: Scope): Scope {
  let scope = into
  const type = lazyType((): Type => parameterType(declaration, typeScope, typeOf) ?? UNKNOWN)
  for (const name of children(declaration, 'name')) scope = declareParameter(name, type, scope)
  const written = child(declaration, 'type')
  if (written !== undefined) visitType(written, typeScope)
  return scope
}

/** The labels of a function body; those of functions inside it are theirs. */
function labelsOf(body: Syntax, scope: Scope): ReadonlyMap<string, Entity> | undefined {
  let labels: Map<string, Entity> | undefined
  const open = [body]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'func_literal') continue
    const name = node.type === 'labeled_statement' ? child(node, 'label') : undefined
    if (name !== undefined) {
      const place = { source: scope.file.source, offset: name.start }
      labels ??= new Map()
      labels.set(name.text, { kind: 'label', name: name.text, symbol: name.text, place })
    }
    for (const kid of node.kids) open.push(kid)
  }
  return labels
}
