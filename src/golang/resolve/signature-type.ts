import { quiet, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import { bindParameters, receiverScope } from './type-parameters.ts'
import type { FuncType, Type } from './types.ts'

/** Reads a type expression: `typeOf`, which needs signatures itself. */
export type TypeReader = (node: Syntax, scope: Scope) => Type

/** The type of a function declaration, literal or type, generic when it has type parameters. */
export function signatureOf(node: Syntax, outer: Scope, read: TypeReader): FuncType {
  const list = child(node, 'type_parameters')
  const scope = quiet(outer)
  if (list === undefined) return plainSignature(node, scope, read)
  const free = bindParameters(list, scope, [])
  return {
    ...plainSignature(node, free.scope, read),
    generic: {
      parameters: free.parameters,
      instantiate: (args) => plainSignature(node, bindParameters(list, scope, args).scope, read),
    },
  }
}

/** The type of a method without its receiver, for the type arguments of the receiver's type. */
export function methodType(node: Syntax, scope: Scope, args: readonly Type[], read: TypeReader): FuncType {
  return plainSignature(node, receiverScope(node, quiet(scope), args), read)
}

function plainSignature(node: Syntax, scope: Scope, read: TypeReader): FuncType {
  const params: Type[] = []
  let variadic = false
  for (const declaration of child(node, 'parameters')?.kids ?? []) {
    const type = parameterType(declaration, scope, read)
    if (type === undefined) continue
    variadic = declaration.type === 'variadic_parameter_declaration'
    for (let count = Math.max(1, children(declaration, 'name').length); count > 0; count--) params.push(type)
  }
  return { kind: 'func', params, variadic, results: resultTypes(child(node, 'result'), scope, read) }
}

/** The type of what a parameter declares: of a variadic one, a slice. */
export function parameterType(declaration: Syntax, scope: Scope, read: TypeReader): Type | undefined {
  const type = child(declaration, 'type')
  if (type === undefined) return undefined
  const written = read(type, scope)
  return declaration.type === 'variadic_parameter_declaration' ? { kind: 'slice', elem: written } : written
}

function resultTypes(result: Syntax | undefined, scope: Scope, read: TypeReader): Type[] {
  if (result === undefined) return []
  if (result.type !== 'parameter_list') return [read(result, scope)]
  return result.kids.flatMap((declaration) => {
    const type = parameterType(declaration, scope, read)
    return type === undefined ? [] : Array.from({ length: Math.max(1, children(declaration, 'name').length) }, () => type)
  })
}
