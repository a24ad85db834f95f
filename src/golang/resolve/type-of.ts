import type { Entity, Found, TypeEntity, ValueEntity } from './entity.ts'
import { find } from './find-name.ts'
import { quiet, type Scope } from './scope.ts'
import { signatureOf } from './signature-type.ts'
import { child, children, type Syntax } from './syntax.ts'
import { bindParameters } from './type-parameters.ts'
import { UNKNOWN, type Field, type InterfaceType, type NamedType, type StructType, type Type } from './types.ts'
import { enter, leave } from './world.ts'

/**
 * The type that a type expression denotes. `owner` is the symbol of what it belongs to: fields written inside are called
 * after it. Never records anything.
 */
export function typeOf(node: Syntax, scope: Scope, owner?: string): Type {
  const { world } = scope.file
  if (!enter(world)) return UNKNOWN
  try {
    return read(node, quiet(scope), owner)
  } finally {
    leave(world)
  }
}

function read(node: Syntax, scope: Scope, owner: string | undefined): Type {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'qualified_type':
    case 'selector_expression':
      return typeOfFound(find(node, scope), [])
    case 'generic_type': {
      const base = child(node, 'type')
      const args = (child(node, 'type_arguments')?.kids ?? []).map((argument) => typeOf(argument.kids[0] ?? argument, scope))
      return base === undefined ? UNKNOWN : typeOfFound(find(base, scope), args)
    }
    case 'index_expression': {
      const base = child(node, 'operand')
      const argument = child(node, 'index')
      return base === undefined || argument === undefined ? UNKNOWN : typeOfFound(find(base, scope), [typeOf(argument, scope)])
    }
    case 'type_instantiation_expression': {
      const [base, ...args] = node.kids
      return base === undefined ? UNKNOWN : instantiatedType(base, args, scope)
    }
    case 'pointer_type':
      return { kind: 'pointer', elem: inner(node.kids[0], scope, owner) }
    case 'unary_expression':
      return { kind: 'pointer', elem: inner(child(node, 'operand'), scope, owner) }
    case 'slice_type':
      return { kind: 'slice', elem: inner(child(node, 'element'), scope, owner) }
    case 'array_type':
    case 'implicit_length_array_type':
      return { kind: 'array', elem: inner(child(node, 'element'), scope, owner) }
    case 'channel_type':
      return { kind: 'chan', elem: inner(child(node, 'value'), scope, owner) }
    case 'map_type':
      return { kind: 'map', key: inner(child(node, 'key'), scope, owner), elem: inner(child(node, 'value'), scope, owner) }
    case 'struct_type':
      return structType(node, scope, owner)
    case 'interface_type':
      return interfaceType(node, scope, owner)
    case 'function_type':
      return signatureOf(node, scope, typeOf)
    case 'parenthesized_type':
    case 'parenthesized_expression':
    case 'negated_type':
    case 'type_elem':
      return inner(node.kids[0], scope, owner)
    case 'type_constraint': {
      // `[T ~int | string]` stands for an interface of that one element; a constraint by name for itself.
      const [only, ...others] = node.kids
      if (only === undefined) return UNKNOWN
      const plain = others.length === 0 && only.type !== 'negated_type'
      const type = typeOf(only, scope, owner)
      if (plain && (type.kind === 'interface' || (type.kind === 'named' && underlying(type).kind === 'interface'))) return type
      return { kind: 'interface', methods: () => [], embeds: () => [node.kids.map((term) => typeOf(term, scope))] }
    }
    default:
      return UNKNOWN
  }
}

/** `T[K, V]`. The grammar takes `*T[K, V]` for `(*T)[K, V]`. */
function instantiatedType(base: Syntax, args: readonly Syntax[], scope: Scope): Type {
  const [pointed] = base.type === 'pointer_type' ? base.kids : []
  if (pointed !== undefined) return { kind: 'pointer', elem: instantiatedType(pointed, args, scope) }
  return typeOfFound(find(base, scope), args.map((argument) => typeOf(argument, scope)))
}

function inner(node: Syntax | undefined, scope: Scope, owner: string | undefined): Type {
  return node === undefined ? UNKNOWN : typeOf(node, scope, owner)
}

/** The type a name stands for, with type arguments. */
export function typeOfFound(found: Found, args: readonly Type[]): Type {
  return found.kind === 'one' && found.sure ? typeOfEntity(found.entity, args) : UNKNOWN
}

/** The type an entity stands for; unknown for what is no type. */
export function typeOfEntity(entity: Entity, args: readonly Type[]): Type {
  if (entity.kind === 'builtin') return entity.role === 'type' ? entity.type : UNKNOWN
  if (entity.kind === 'typeparam') return entity.bound ?? { kind: 'param', entity }
  if (entity.kind !== 'type') return UNKNOWN
  if (entity.alias) return aliased(entity, args)
  if (args.length > 0) return { kind: 'named', entity, args, under: undefined }
  let named = plainNamed.get(entity)
  if (named === undefined) plainNamed.set(entity, (named = { kind: 'named', entity, args: [], under: undefined }))
  return named
}

const plainNamed = new WeakMap<TypeEntity, NamedType>()
const aliasesBusy = new Set<TypeEntity>()
const aliasTargets = new WeakMap<TypeEntity, Type>()

function aliased(entity: TypeEntity, args: readonly Type[]): Type {
  const known = args.length === 0 ? aliasTargets.get(entity) : undefined
  if (known !== undefined) return known
  if (entity.node === undefined || aliasesBusy.has(entity)) return UNKNOWN
  aliasesBusy.add(entity)
  try {
    const type = typeOf(entity.node, scopeFor(entity, args), ownerOf(entity))
    if (args.length === 0) aliasTargets.set(entity, type)
    return type
  } finally {
    aliasesBusy.delete(entity)
  }
}

/** Members of a type of a package are called after it; those of a local type by their names alone. */
function ownerOf({ table, symbol }: TypeEntity): string | undefined {
  return table === undefined ? undefined : symbol
}

function scopeFor({ parameters, scope }: TypeEntity, args: readonly Type[]): Scope {
  return parameters === undefined ? scope : bindParameters(parameters, scope, args).scope
}

/** What a defined type is made of; other types as they are (Go spec, "Underlying types"). */
export function underlying(type: Type): Type {
  if (type.kind !== 'named') return type
  if (type.under === 'busy') return UNKNOWN
  if (type.under !== undefined) return type.under
  const { entity, args } = type
  if (entity.node === undefined) return UNKNOWN
  type.under = 'busy'
  let under: Type = UNKNOWN
  try {
    under = underlying(typeOf(entity.node, scopeFor(entity, args), ownerOf(entity)))
  } finally {
    type.under = under
  }
  return under
}

function structType(node: Syntax, scope: Scope, owner: string | undefined): StructType {
  let fields: readonly Field[] | undefined
  return { kind: 'struct', fields: () => (fields ??= readFields(node, scope, owner)) }
}

/** The fields of a struct type expression, in order. */
export function readFields(node: Syntax, scope: Scope, owner: string | undefined): Field[] {
  const fields: Field[] = []
  for (const declaration of node.kids[0]?.kids ?? []) {
    const type = child(declaration, 'type')
    if (declaration.type !== 'field_declaration' || type === undefined) continue
    const names = children(declaration, 'name')
    const symbolOf = (name: string): string => (owner === undefined ? name : `${owner}.${name}`)
    const { source } = scope.file
    let read: Type | undefined
    for (const name of names) {
      const written = (): Type => (read ??= typeOf(type, scope, symbolOf(names[0]!.text)))
      fields.push({ embedded: false, entity: { kind: 'field', name: name.text, symbol: symbolOf(name.text), place: { source, offset: name.start }, type: written } })
    }
    if (names.length > 0) continue
    const name = typeName(type).text
    const pointer = source.text[declaration.start] === '*'
    const written = (): Type => (read ??= pointer ? { kind: 'pointer', elem: typeOf(type, scope) } : typeOf(type, scope))
    // As in Go's own type checker, an embedded field stands where its type expression starts.
    fields.push({ embedded: true, entity: { kind: 'field', name, symbol: symbolOf(name), place: { source, offset: declaration.start }, type: written } })
  }
  return fields
}

/** The identifier that names a type: `T` of `*pkg.T[K]`. */
function typeName(type: Syntax): Syntax {
  let node = type
  for (;;) {
    const next = node.type === 'generic_type' ? child(node, 'type') : node.type === 'qualified_type' ? child(node, 'name') : undefined
    const within = next ?? (node.type === 'pointer_type' || node.type === 'parenthesized_type' ? node.kids[0] : undefined)
    if (within === undefined) return node
    node = within
  }
}

function interfaceType(node: Syntax, scope: Scope, owner: string | undefined): InterfaceType {
  let methods: ValueEntity[] | undefined
  let embeds: Type[][] | undefined
  return {
    kind: 'interface',
    methods: () => (methods ??= node.kids.flatMap((element) => interfaceMethod(element, scope, owner))),
    embeds: () =>
      (embeds ??= node.kids
        .filter(({ type }) => type === 'type_elem')
        .map(({ kids }) => kids.map((term) => typeOf(term, scope)))),
  }
}

/** The entity of a method of an interface type. */
function interfaceMethod(element: Syntax, scope: Scope, owner: string | undefined): ValueEntity[] {
  const name = element.type === 'method_elem' ? child(element, 'name') : undefined
  if (name === undefined) return []
  const symbol = owner === undefined ? name.text : `${owner}.${name.text}`
  const place = { source: scope.file.source, offset: name.start }
  return [{ kind: 'method', name: name.text, symbol, place, type: () => signatureOf(element, scope, typeOf) }]
}
