import type { TypeParameterEntity } from './entity.ts'
import { receiverType } from './declare-file.ts'
import { declare, nested, quiet, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import { typeOf } from './type-of.ts'
import type { FuncType, Type } from './types.ts'

/** The type of a function declaration, literal or type, generic when it has type parameters. */
export function signatureOf(node: Syntax, outer: Scope): FuncType {
  const list = child(node, 'type_parameters')
  const scope = quiet(outer)
  if (list === undefined) return plainSignature(node, scope)
  const free = bindParameters(list, scope, [])
  return {
    ...plainSignature(node, free.scope),
    generic: {
      parameters: free.parameters,
      instantiate: (args) => plainSignature(node, bindParameters(list, scope, args).scope),
    },
  }
}

/** The type of a method without its receiver, for the type arguments of the receiver's type. */
export function methodType(node: Syntax, scope: Scope, args: readonly Type[]): FuncType {
  return plainSignature(node, receiverScope(node, quiet(scope), args))
}

/** The scope with the type parameters that a method's receiver names; free where no argument is given. */
export function receiverScope(method: Syntax, outer: Scope, args: readonly Type[]): Scope {
  const receiver = receiverType(method)
  if (receiver === undefined || receiver.parameters.length === 0) return outer
  let scope = nested(outer)
  const declared = outer.file.table.find(receiver.name.text, outer.file.source)
  const list = declared.kind === 'one' && declared.entity.kind === 'type' ? declared.entity.parameters : undefined
  const constraints = list === undefined ? [] : namesOf(list)
  receiver.parameters.forEach((name, index) => {
    scope = declare(scope, parameter(name, constraints[index]?.constraint, scope, args[index]))
  })
  return scope
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

function plainSignature(node: Syntax, scope: Scope): FuncType {
  const params: Type[] = []
  let variadic = false
  for (const declaration of child(node, 'parameters')?.kids ?? []) {
    const type = parameterType(declaration, scope)
    if (type === undefined) continue
    variadic = declaration.type === 'variadic_parameter_declaration'
    for (let count = Math.max(1, children(declaration, 'name').length); count > 0; count--) params.push(type)
  }
  return { kind: 'func', params, variadic, results: resultTypes(child(node, 'result'), scope) }
}

/** The type of what a parameter declares: of a variadic one, a slice. */
export function parameterType(declaration: Syntax, scope: Scope): Type | undefined {
  const type = child(declaration, 'type')
  if (type === undefined) return undefined
  const written = typeOf(type, scope)
  return declaration.type === 'variadic_parameter_declaration' ? { kind: 'slice', elem: written } : written
}

function resultTypes(result: Syntax | undefined, scope: Scope): Type[] {
  if (result === undefined) return []
  if (result.type !== 'parameter_list') return [typeOf(result, scope)]
  return result.kids.flatMap((declaration) => {
    const type = parameterType(declaration, scope)
    return type === undefined ? [] : Array.from({ length: Math.max(1, children(declaration, 'name').length) }, () => type)
  })
}
