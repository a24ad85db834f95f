import { NOTHING, type Entity, type Found, type MethodEntity, type ValueEntity } from './entity.ts'
import { isBuiltWith } from './built-with.ts'
import type { SourceFile } from './source-file.ts'
import { isExported } from './file-context.ts'
import { typeOf, underlying } from './type-of.ts'
import { basic, sameEntity, UNKNOWN, type InterfaceType, type NamedType, type StructType, type Type } from './types.ts'

/** What a selector leads to: its meaning, and the type of the selected field or method. */
export interface MemberFound {
  readonly found: Found
  readonly type: Type
}

const NO_MEMBER: MemberFound = { found: NOTHING, type: UNKNOWN }
const DEEPEST_EMBEDDING = 64

/**
 * The field or method `name` of a type: the one at the shallowest depth (Go spec, "Selectors"). It is sure only when
 * everything at that depth and above is known.
 */
export function memberOf(type: Type, name: string, asker: SourceFile): MemberFound {
  const start = type.kind === 'pointer' ? type.elem : underlyingPointer(type)
  let level: Type[] = [start]
  const seen: NamedType[] = []
  let hidden = false
  for (let depth = 0; depth < DEEPEST_EMBEDDING && level.length > 0; depth++) {
    const hits: MemberFound[] = []
    const next: Type[] = []
    let unknownHere = false
    for (const at of level) {
      if (at.kind === 'named') {
        if (seen.some((before) => sameEntity(before.entity, at.entity))) continue
        seen.push(at)
        // Declared again for the system that the asking file is for, it may have other members.
        if (at.entity.place !== undefined && !isBuiltWith(at.entity.place.source, asker)) hidden = true
        const method = declaredMethod(at, name, asker)
        if (method !== undefined) {
          hits.push(method)
          continue
        }
        if (at.entity.table?.broken(asker) === true) unknownHere = true
      }
      const under = at.kind === 'param' ? constraintOf(at) : underlying(at)
      switch (under.kind) {
        case 'struct':
          for (const { entity, embedded } of under.fields()) {
            if (entity.name === name && accessible(entity, asker)) hits.push({ found: one(entity), type: entity.type() })
            else if (embedded) next.push(dereferenced(entity.type()))
          }
          break
        case 'interface': {
          const method = interfaceMethod(under, name, asker)
          if (method === 'unknown') unknownHere = true
          else if (method !== undefined) hits.push({ found: one(method), type: method.type() })
          else if (at.kind === 'param') {
            const core = coreType(at)
            if (core !== undefined && core.kind !== 'interface') next.push(dereferenced(core))
          }
          break
        }
        case 'unknown':
          unknownHere = true
          break
        default:
          break
      }
    }
    const [hit, ...others] = hits
    if (hit !== undefined) {
      if (others.length > 0) return { found: { kind: 'several', entities: hits.flatMap(({ found }) => entitiesOf(found)) }, type: UNKNOWN }
      // Something unknown on the way may have the name nearer.
      return hidden ? { found: unsure(hit.found), type: UNKNOWN } : hit
    }
    hidden ||= unknownHere
    level = next
  }
  return NO_MEMBER
}

function underlyingPointer(type: Type): Type {
  if (type.kind !== 'named') return type
  const under = underlying(type)
  return under.kind === 'pointer' ? under.elem : type
}

function dereferenced(type: Type): Type {
  return type.kind === 'pointer' ? type.elem : type
}

function one(entity: Entity): Found {
  return { kind: 'one', entity, sure: true }
}

function unsure(found: Found): Found {
  return found.kind === 'one' ? { ...found, sure: false } : found
}

function entitiesOf(found: Found): readonly Entity[] {
  return found.kind === 'one' ? [found.entity] : found.kind === 'several' ? found.entities : []
}

/**
 * Names that are not exported belong to their package: another package's of the same spelling is a different one, and so is
 * that of the tests beside a package.
 */
function accessible(entity: ValueEntity, asker: SourceFile): boolean {
  const source = entity.place?.source
  return source === undefined || isExported(entity.name) || (source.root === asker.root && source.folder === asker.folder && source.packageName === asker.packageName)
}

function declaredMethod({ entity, args }: NamedType, name: string, asker: SourceFile): MemberFound | undefined {
  const found = entity.table?.method(entity.name, name, asker)
  if (found === undefined || found.kind === 'none') return undefined
  if (found.kind !== 'one') return { found, type: UNKNOWN }
  const method = found.entity as MethodEntity
  if (!accessible(method, asker)) return undefined
  return { found, type: method.typeFor(args) }
}

/** A method that several embedded interfaces declare alike is that of the first, its own embedded ones before the next: as in Go's type checker. */
function interfaceMethod(type: InterfaceType, name: string, asker: SourceFile): ValueEntity | 'unknown' | undefined {
  const seen = new Set<InterfaceType>()
  const open: InterfaceType[] = [type]
  let unknown = false
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const method of at.methods()) if (method.name === name && accessible(method, asker)) return method
    const embedded: InterfaceType[] = []
    for (const [term, ...others] of at.embeds()) {
      if (term === undefined || others.length > 0) continue
      const under = underlying(term)
      if (under.kind === 'interface') embedded.push(under)
      else if (under.kind === 'unknown') unknown = true
    }
    open.push(...embedded.reverse())
  }
  return unknown ? 'unknown' : undefined
}

/** The interface that constrains a type parameter. */
export function constraintOf(type: Type): Type {
  if (type.kind !== 'param' || type.entity.constraint === undefined) return UNKNOWN
  return underlying(typeOf(type.entity.constraint, type.entity.scope))
}

/** The one type that all types of a type parameter are made of (Go spec, "Core types"); other types' underlying type. */
export function coreType(type: Type): Type | undefined {
  if (type.kind !== 'param') {
    const under = underlying(type)
    return under.kind === 'interface' ? termsCore(under, 0) ?? under : under
  }
  const constraint = constraintOf(type)
  return constraint.kind === 'interface' ? termsCore(constraint, 0) : undefined
}

/** The type of an element that an index gives. */
export function elementOf(type: Type): Type {
  const core = coreType(type)
  switch (core?.kind) {
    case 'pointer': {
      const array = coreType(core.elem)
      return array?.kind === 'array' ? array.elem : UNKNOWN
    }
    case 'slice':
    case 'array':
    case 'map':
      return core.elem
    case 'basic':
      return core.name === 'string' ? basic('uint8') : UNKNOWN
    default:
      return UNKNOWN
  }
}

function termsCore(type: InterfaceType, depth: number): Type | undefined {
  if (depth > 8) return undefined
  for (const terms of type.embeds()) {
    const cores = terms.map((term) => {
      const under = underlying(term)
      return under.kind === 'interface' ? termsCore(under, depth + 1) : under
    })
    const [first] = cores
    if (first !== undefined && cores.every((core) => core !== undefined && sameShape(first, core))) return first
  }
  return undefined
}

function sameShape(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'basic' && b.kind === 'basic') return a.name === b.name
  if (a.kind === 'struct' && b.kind === 'struct') return fieldNames(a) === fieldNames(b)
  return a === b || ('elem' in a && 'elem' in b && JSON.stringify(kindsOf(a)) === JSON.stringify(kindsOf(b)))
}

function fieldNames(type: StructType): string {
  return type.fields().map(({ entity }) => entity.name).join()
}

function kindsOf(type: Type): unknown {
  if ('elem' in type) return [type.kind, kindsOf(type.elem)]
  return type.kind === 'basic' ? type.name : type.kind === 'named' || type.kind === 'param' ? type.entity.symbol : type.kind
}
