import { sure, type Found, type ValueEntity } from './entity.ts'
import { find, qualified } from './find-name.ts'
import { lookup, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import { UNKNOWN } from './types.ts'
import { enter, leave } from './world.ts'

/** Records every identifier of a type expression. `owner` is the symbol that fields and methods written in it belong to. */
export function visitType(node: Syntax, scope: Scope, owner?: string): void {
  if (scope.record === undefined) return
  const { world } = scope.file
  if (!enter(world)) return
  try {
    visit(node, scope, owner)
  } finally {
    leave(world)
  }
}

function visit(node: Syntax, scope: Scope, owner: string | undefined): void {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'qualified_type':
    case 'selector_expression':
      visitName(node, scope)
      return
    case 'generic_type':
      for (const kid of node.kids) visitType(kid, scope)
      return
    case 'array_type': {
      scope.file.world.operand(child(node, 'length'), scope)
      const element = child(node, 'element')
      if (element !== undefined) visitType(element, scope, owner)
      return
    }
    case 'struct_type':
      for (const field of node.kids[0]?.kids ?? []) visitField(field, scope, owner)
      return
    case 'interface_type':
      for (const element of node.kids) {
        if (element.type === 'method_elem') visitMethod(element, scope, owner)
        else visitType(element, scope)
      }
      return
    case 'function_type':
      visitSignature(node, scope)
      return
    case 'index_expression':
    case 'type_instantiation_expression':
    case 'type_arguments':
    case 'type_constraint':
    case 'type_elem':
    case 'negated_type':
      for (const kid of node.kids) visitType(kid, scope)
      return
    case 'unary_expression': {
      const inner = child(node, 'operand')
      if (inner !== undefined) visitType(inner, scope, owner)
      return
    }
    default:
      for (const kid of node.kids) visitType(kid, scope, owner)
  }
}

function visitName(node: Syntax, scope: Scope): void {
  const { qualifier, name } = qualified(node)
  if (qualifier !== undefined) scope.record?.(qualifier, lookup(scope, qualifier.text))
  if (name !== undefined && name.text !== '_') scope.record?.(name, find(node, scope))
}

function visitField(field: Syntax, scope: Scope, owner: string | undefined): void {
  const type = child(field, 'type')
  const names = children(field, 'name')
  for (const name of names) scope.record?.(name, itself('field', name, scope, owner))
  const first = names[0]
  if (type !== undefined) visitType(type, scope, first === undefined || owner === undefined ? undefined : `${owner}.${first.text}`)
}

function visitMethod(element: Syntax, scope: Scope, owner: string | undefined): void {
  const name = child(element, 'name')
  if (name !== undefined) scope.record?.(name, itself('method', name, scope, owner))
  visitSignature(element, scope)
}

/** Records the parameters and results of a signature that has no body. */
function visitSignature(node: Syntax, scope: Scope): void {
  for (const list of [child(node, 'parameters'), child(node, 'result')]) {
    if (list === undefined) continue
    if (list.type !== 'parameter_list') visitType(list, scope)
    else for (const declaration of list.kids) visitParameter(declaration, scope)
  }
}

/** Records the names and the type of a parameter declaration. */
export function visitParameter(declaration: Syntax, scope: Scope): void {
  for (const name of children(declaration, 'name')) scope.record?.(name, itself('var', name, scope, undefined, true))
  const type = child(declaration, 'type')
  if (type !== undefined) visitType(type, scope)
}

/** A declaration found where it stands. */
export function itself(kind: ValueEntity['kind'], name: Syntax, scope: Scope, owner: string | undefined, parameter?: true): Found {
  const symbol = owner === undefined ? name.text : `${owner}.${name.text}`
  const place = { source: scope.file.source, offset: name.start }
  return sure({ kind, name: name.text, symbol, place, type: () => UNKNOWN, ...(parameter === undefined ? {} : { parameter }) })
}
