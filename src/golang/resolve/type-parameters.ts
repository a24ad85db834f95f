import type { TypeParameterEntity } from './entity.ts'
import { receiverType, type ReceiverType } from './receiver.ts'
import { declare, nested, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import type { Type } from './types.ts'

/** The scope with the type parameters that a method's receiver names; free where no argument is given. */
export function receiverScope(method: Syntax, outer: Scope, args: readonly Type[]): Scope {
  const receiver = receiverType(method)
  if (receiver === undefined || receiver.parameters.length === 0) return outer
  return receiverParameters(receiver, outer, args).reduce(declare, nested(outer))
}

/** The type parameters that a receiver names, in order, constrained as those of its type; bound as far as arguments are given. */
export function receiverParameters(receiver: ReceiverType, outer: Scope, args: readonly Type[]): TypeParameterEntity[] {
  const declared = outer.file.table.find(receiver.name.text, outer.file.source)
  const type = declared.kind === 'one' && declared.entity.kind === 'type' ? declared.entity : undefined
  const list = type?.parameters
  const constraints = list === undefined ? [] : namesOf(list)
  const parameters = receiver.parameters.map((name, index) => parameter(name, constraints[index]?.constraint, outer, args[index]))
  if (type !== undefined && list !== undefined) {
    // What constrains them speaks of the type's own names, where the type is declared: in another file, as may be.
    const { scope } = bindParameters(list, type.scope, parameters.map((entity) => entity.bound ?? { kind: 'param', entity }))
    for (const entity of parameters) Object.assign(entity, { scope })
  }
  return parameters
}

/** The scope with the type parameters of a list, bound to arguments as far as given. */
export function bindParameters(
  list: Syntax,
  outer: Scope,
  args: readonly (Type | undefined)[],
): { scope: Scope; parameters: readonly TypeParameterEntity[] } {
  let scope = nested(outer)
  const names = namesOf(list)
  const parameters: TypeParameterEntity[] = []
  names.forEach(({ name, constraint }, index) => {
    // A constraint may speak of any parameter of its list, so it is looked at in the scope of all.
    const entity = parameter(name, constraint, scope, args[index])
    parameters.push(entity)
    scope = declare(scope, entity)
  })
  for (const entity of parameters) Object.assign(entity, { scope })
  return { scope, parameters }
}

function parameter(name: Syntax, constraint: Syntax | undefined, scope: Scope, bound: Type | undefined): TypeParameterEntity {
  const place = { source: scope.file.source, offset: name.start }
  return { kind: 'typeparam', name: name.text, symbol: name.text, place, bound, constraint, scope }
}

function namesOf(list: Syntax): { name: Syntax; constraint: Syntax | undefined }[] {
  return list.kids.flatMap((declaration) => {
    const constraint = child(declaration, 'type')
    return children(declaration, 'name').map((name) => ({ name, constraint }))
  })
}
