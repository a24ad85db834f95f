import { constraintOf, coreType } from './members.ts'
import { underlying } from './type-of.ts'
import { defaultType, sameEntity, type FuncType, type Type } from './types.ts'
import type { TypeParameterEntity } from './entity.ts'

/** Type arguments found so far, by place in the list of parameters. */
type Bound = (Type | undefined)[]

/**
 * A generic function made plain: with the type arguments written, and the rest from the values it is called with (Go spec,
 * "Type inference"). What cannot be found stays free.
 */
export function instantiated(type: FuncType, written: readonly Type[], values: readonly Type[] | undefined): FuncType {
  const { generic } = type
  if (generic === undefined) return type
  const bound: Bound = generic.parameters.map((_, index) => written[index])
  if (values !== undefined) {
    const each = (use: (param: Type, value: Type) => void): void => {
      values.forEach((value, index) => {
        const param = parameterFor(type, index)
        if (param !== undefined) use(param, value)
      })
    }
    const isUntyped = (value: Type): boolean => value.kind === 'basic' && value.untyped
    each((param, value) => !isUntyped(value) && unify(param, value, generic.parameters, bound, 0))
    fromConstraints(generic.parameters, bound)
    each((param, value) => {
      if (isUntyped(value) && param.kind === 'param') unify(param, defaultType(value), generic.parameters, bound, 0)
    })
  }
  fromConstraints(generic.parameters, bound)
  if (bound.every((one) => one === undefined)) return type
  return generic.instantiate(bound)
}

/** The parameter that takes the value at a place of an argument list. */
export function parameterFor({ params, variadic }: FuncType, index: number): Type | undefined {
  const last = params.length - 1
  if (!variadic || index < last) return params[index]
  const list = params[last]
  return list?.kind === 'slice' ? list.elem : list
}

function fromConstraints(parameters: readonly TypeParameterEntity[], bound: Bound): void {
  for (let round = 0; round < parameters.length; round++) {
    for (const [index, entity] of parameters.entries()) {
      const free: Type = { kind: 'param', entity }
      const core = constraintOf(free).kind === 'interface' ? coreType(free) : undefined
      if (core === undefined) continue
      const known = bound[index]
      if (known !== undefined) unify(core, underlying(known), parameters, bound, 0)
    }
  }
}

function unify(param: Type, value: Type, parameters: readonly TypeParameterEntity[], bound: Bound, depth: number): void {
  if (depth > 20 || value.kind === 'unknown') return
  const next = (a: Type | undefined, b: Type | undefined): void => {
    if (a !== undefined && b !== undefined) unify(a, b, parameters, bound, depth + 1)
  }
  if (param.kind === 'param') {
    const at = parameters.findIndex((entity) => sameEntity(entity, param.entity))
    if (at !== -1 && bound[at] === undefined) bound[at] = value
    return
  }
  if (param.kind === 'named') {
    // What has no name is compared with what the name stands for.
    if (value.kind !== 'named') next(underlying(param), value)
    else if (sameEntity(param.entity, value.entity)) param.args.forEach((arg, index) => next(arg, value.args[index]))
    return
  }
  const made = value.kind === 'named' ? underlying(value) : value
  switch (param.kind) {
    case 'pointer':
    case 'slice':
    case 'array':
    case 'chan':
      if (made.kind === param.kind) next(param.elem, made.elem)
      return
    case 'map':
      if (made.kind === 'map') {
        next(param.key, made.key)
        next(param.elem, made.elem)
      }
      return
    case 'func':
      if (made.kind === 'func') {
        param.params.forEach((one, index) => next(one, made.params[index]))
        param.results.forEach((one, index) => next(one, made.results[index]))
      }
      return
    default:
      return
  }
}
