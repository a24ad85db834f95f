import { sure, type ValueEntity } from './entity.ts'
import { declare, type Scope } from './scope.ts'
import { child, children, type Syntax } from './syntax.ts'
import { bindParameters } from './type-parameters.ts'
import type { Type } from './types.ts'
import { visitType } from './visit-type.ts'

/** Declares a local variable and records its name. */
export function declareVariable(name: Syntax, type: () => Type, scope: Scope): Scope {
  return declareNamed(name, { type }, scope)
}

/** Declares a parameter, named result or receiver and records its name. */
export function declareParameter(name: Syntax, type: () => Type, scope: Scope): Scope {
  return declareNamed(name, { type, parameter: true }, scope)
}

function declareNamed(name: Syntax, more: Pick<ValueEntity, 'type' | 'parameter'>, scope: Scope): Scope {
  const entity: ValueEntity = { kind: 'var', name: name.text, symbol: name.text, place: { source: scope.file.source, offset: name.start }, ...more }
  scope.record?.(name, sure(entity))
  return declare(scope, entity)
}

/** Records a type parameter list; gives the scope behind it. */
export function visitTypeParameters(list: Syntax, outer: Scope): Scope {
  const { scope, parameters } = bindParameters(list, outer, [])
  const byOffset = new Map(parameters.map((entity) => [entity.place?.offset, entity]))
  for (const declaration of list.kids) {
    for (const name of children(declaration, 'name')) {
      const entity = byOffset.get(name.start)
      if (entity !== undefined) scope.record?.(name, sure(entity))
    }
    const constraint = child(declaration, 'type')
    if (constraint !== undefined) visitType(constraint, scope)
  }
  return { ...scope, block: outer.block }
}
