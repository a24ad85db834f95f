import type { Entity, MethodEntity, TypeEntity, TypeParameterEntity, ValueEntity } from './entity.ts'

/** A type as far as it is known. What stands behind a name is looked at only when asked for. */
export type Type =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'basic'; readonly name: string; readonly untyped: boolean }
  | NamedType
  | { readonly kind: 'param'; readonly entity: TypeParameterEntity }
  | { readonly kind: 'pointer' | 'slice' | 'array' | 'chan'; readonly elem: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly elem: Type }
  | StructType
  | InterfaceType
  | FuncType
  | { readonly kind: 'tuple'; readonly types: readonly Type[] }

/** A defined type with its type arguments. */
export interface NamedType {
  readonly kind: 'named'
  readonly entity: TypeEntity
  readonly args: readonly Type[]
  /** Filled in when first asked for; `busy` while that goes on. */
  under: Type | 'busy' | undefined
}

/** A field of a struct type. */
export interface Field {
  readonly entity: ValueEntity
  readonly embedded: boolean
}

/** A struct type; its fields are read when first asked for. */
export interface StructType {
  readonly kind: 'struct'
  fields(): readonly Field[]
}

/** An interface type: methods of its own, and what it embeds. */
export interface InterfaceType {
  readonly kind: 'interface'
  methods(): readonly ValueEntity[]
  /** Embedded elements, each a union of terms. */
  embeds(): readonly (readonly Type[])[]
}

/** A function type. `generic` is there as long as it is not instantiated. */
export interface FuncType {
  readonly kind: 'func'
  readonly params: readonly Type[]
  readonly variadic: boolean
  readonly results: readonly Type[]
  readonly generic?: Generic
}

/** What a generic function needs to become a plain one. */
export interface Generic {
  readonly parameters: readonly TypeParameterEntity[]
  /** The function with its parameters bound as far as given. One that stays free is constrained by what the others are bound to. */
  instantiate(args: readonly (Type | undefined)[]): FuncType
}

/** Field or method of a type. `sure: false` when something not at hand could have the same name nearer. */
export interface Member {
  readonly entity: ValueEntity | MethodEntity
  readonly type: Type
}

export const UNKNOWN: Type = { kind: 'unknown' }

/** A predeclared type. */
export function basic(name: string): Type {
  return { kind: 'basic', name, untyped: false }
}

/** The type of a constant without one. */
export function untyped(name: string): Type {
  return { kind: 'basic', name, untyped: true }
}

/** The types of several values as one. */
export function tuple(types: readonly Type[]): Type {
  return types.length === 1 ? types[0]! : { kind: 'tuple', types }
}

const DEFAULTS: Readonly<Record<string, string>> = { rune: 'int32', float: 'float64', complex: 'complex128' }

/** The type a variable gets from a value of this type (Go spec, "Constants"). */
export function defaultType(type: Type): Type {
  return type.kind === 'basic' && type.untyped ? basic(DEFAULTS[type.name] ?? type.name) : type
}

/** Whether two types are the same, as far as that can be told. */
export function identical(a: Type, b: Type, depth = 0): boolean {
  if (a === b) return true
  if (depth > 20) return false
  const next = (x: Type, y: Type): boolean => identical(x, y, depth + 1)
  const all = (x: readonly Type[], y: readonly Type[]): boolean => x.length === y.length && x.every((type, index) => next(type, y[index]!))
  switch (a.kind) {
    case 'basic':
      return b.kind === 'basic' && a.name === b.name && a.untyped === b.untyped
    case 'named':
      return b.kind === 'named' && sameEntity(a.entity, b.entity) && all(a.args, b.args)
    case 'param':
      return b.kind === 'param' && sameEntity(a.entity, b.entity)
    case 'pointer':
    case 'slice':
    case 'array':
    case 'chan':
      return b.kind === a.kind && next(a.elem, b.elem)
    case 'map':
      return b.kind === 'map' && next(a.key, b.key) && next(a.elem, b.elem)
    case 'func':
      return b.kind === 'func' && a.variadic === b.variadic && all(a.params, b.params) && all(a.results, b.results)
    default:
      return false
  }
}

/** Whether two entities are one declaration. */
export function sameEntity(a: Entity, b: Entity): boolean {
  if (a === b) return true
  return a.place !== undefined && b.place !== undefined && a.place.offset === b.place.offset && a.place.source === b.place.source
}
