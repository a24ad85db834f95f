import { receiverType } from '../../golang/resolve/receiver.ts'
import { child, children, type Syntax } from '../../golang/resolve/syntax.ts'
import type { Decl, GoFile } from '../program/index.ts'
import { block, fileEnv, findLocal, type Env } from './env.ts'
import { ANY, basic, ERROR, underlying, typeText, type FieldType, type FuncType, type GoType, type NamedType } from './go-type.ts'
import { sourceText, spot, type Machine } from './machine.ts'

const BASICS = new Set('bool complex64 complex128 float32 float64 int int8 int16 int32 int64 string uint uint8 uint16 uint32 uint64 uintptr'.split(' '))

/** The type an expression denotes; `unknown` for what is not understood. */
export function typeFrom(machine: Machine, node: Syntax, env: Env): GoType {
  const inner = (kid: Syntax | undefined): GoType => (kid === undefined ? { kind: 'unknown', text: '?' } : typeFrom(machine, kid, env))
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
      return namedType(machine, node.text, env) ?? { kind: 'unknown', text: node.text }
    case 'qualified_type':
      return qualifiedType(machine, child(node, 'package')?.text ?? '', child(node, 'name')?.text ?? '', env)
    case 'selector_expression':
      return qualifiedType(machine, child(node, 'operand')?.text ?? '', child(node, 'field')?.text ?? '', env)
    case 'generic_type':
      return applied(machine, child(node, 'type'), child(node, 'type_arguments')?.kids ?? [], env)
    case 'type_instantiation_expression':
      return applied(machine, node.kids[0], node.kids.slice(1), env)
    case 'index_expression':
      return applied(machine, child(node, 'operand'), node.kids.slice(1), env)
    case 'pointer_type':
      return { kind: 'pointer', elem: inner(node.kids[0]) }
    case 'unary_expression':
      return { kind: 'pointer', elem: inner(child(node, 'operand')) }
    case 'slice_type':
      return { kind: 'slice', elem: inner(child(node, 'element')) }
    case 'channel_type':
      return { kind: 'chan', elem: inner(child(node, 'value')) }
    case 'map_type':
      return { kind: 'map', key: inner(child(node, 'key')), elem: inner(child(node, 'value')) }
    case 'array_type': {
      const length = child(node, 'length')
      const value = length === undefined ? undefined : machine.evaluate(length, env)
      return { kind: 'array', elem: inner(child(node, 'element')), length: value?.kind === 'int' ? Number(value.value) : -1 }
    }
    case 'implicit_length_array_type':
      return { kind: 'array', elem: inner(child(node, 'element')), length: -1 }
    case 'function_type':
    case 'func_literal':
    case 'function_declaration':
    case 'method_declaration':
      return signature(machine, node, env)
    case 'struct_type':
      return { kind: 'struct', fields: fieldsOf(machine, node, env) }
    case 'interface_type':
      return { kind: 'interface', methods: () => interfaceMethods(machine, node, env) }
    case 'parenthesized_type':
    case 'parenthesized_expression':
    case 'type_elem':
    case 'type_constraint':
    case 'negated_type':
    case 'literal_element':
      return inner(node.kids[0])
    default:
      return { kind: 'unknown', text: sourceText(node, env) }
  }
}

function namedType(machine: Machine, name: string, env: Env): GoType | undefined {
  const local = findLocal(env, name)
  if (local !== undefined) return local.kind === 'type' ? local.type : undefined
  const decl = machine.program.packageOf(env.file).find(name)
  if (decl !== undefined) return decl.kind === 'type' ? declaredType(machine, decl, []) : undefined
  return universeType(name)
}

/** A predeclared type. */
export function universeType(name: string): GoType | undefined {
  if (name === 'byte') return basic('uint8')
  if (name === 'rune') return basic('int32')
  if (name === 'error') return ERROR
  if (name === 'any' || name === 'comparable') return ANY
  return BASICS.has(name) ? basic(name) : undefined
}

function qualifiedType(machine: Machine, qualifier: string, name: string, env: Env): GoType {
  const importPath = findLocal(env, qualifier) === undefined ? machine.program.importNamed(qualifier, env.file) : undefined
  if (importPath === undefined) return { kind: 'unknown', text: `${qualifier}.${name}` }
  return typeOfPackage(machine, importPath, name, env.file, qualifier)
}

/** A type that a package exports. */
export function typeOfPackage(machine: Machine, importPath: string, name: string, from: GoFile | undefined, qualifier?: string): GoType {
  const known = machine.library.type(importPath, name)
  if (known !== undefined) return known
  const decl = machine.program.imported(importPath, from)?.find(name)
  if (decl?.kind === 'type') return declaredType(machine, decl, [])
  const text = `${qualifier ?? importPath.split('/').at(-1) ?? ''}.${name}`
  const key = `?${importPath}.${name}`
  let opaque = machine.types.get(key)
  if (opaque === undefined) {
    opaque = { kind: 'named', importPath, packageName: text.slice(0, -name.length - 1), name, args: [], under: () => ({ kind: 'unknown', text }), pkg: undefined, spec: undefined }
    machine.types.set(key, opaque)
  }
  return opaque
}

/** The type a declaration declares, with type arguments. */
export function declaredType(machine: Machine, { name, file, spec }: Extract<Decl, { kind: 'type' }>, args: readonly GoType[]): GoType {
  const key = `${file.path}#${name}[${args.map((arg) => typeText(arg, true)).join(',')}]`
  const known = machine.types.get(key)
  if (known !== undefined) return known
  const written = child(spec, 'type')
  const env = fileEnv(file)
  if (spec.type === 'type_alias') {
    if (written === undefined) return { kind: 'unknown', text: name }
    const type = typeFrom(machine, written, env)
    machine.types.set(key, type)
    return type
  }
  const list = child(spec, 'type_parameters')
  const scope = list === undefined ? env : withTypes(env, typeParameters(list), args)
  let under: GoType | undefined
  const type: NamedType = {
    kind: 'named',
    importPath: file.importPath,
    packageName: file.packageName,
    name,
    args,
    under: () => (under ??= written === undefined ? { kind: 'unknown', text: name } : underlying(typeFrom(machine, written, scope))),
    pkg: machine.program.packageOf(file),
    spec: { file, node: spec },
  }
  machine.types.set(key, type)
  return type
}

/** Names of a type parameter list. */
export function typeParameters(list: Syntax): string[] {
  return list.kids.flatMap((declaration) => children(declaration, 'name').map(({ text }) => text))
}

/** A block in which names stand for types. */
export function withTypes(outer: Env, names: readonly string[], args: readonly (GoType | undefined)[]): Env {
  const inner = block(outer)
  names.forEach((name, index) => {
    inner.names.set(name, { kind: 'type', type: args[index] ?? { kind: 'unknown', text: name } })
  })
  return inner
}

function applied(machine: Machine, base: Syntax | undefined, argNodes: readonly Syntax[], env: Env): GoType {
  const type = base === undefined ? undefined : typeFrom(machine, base, env)
  if (type?.kind !== 'named' || type.spec === undefined) return type ?? { kind: 'unknown', text: '?' }
  const args = argNodes.map((node) => typeFrom(machine, node, env))
  return declaredType(machine, { kind: 'type', name: type.name, file: type.spec.file, spec: type.spec.node }, args)
}

/** The type of a function from its syntax. */
export function signature(machine: Machine, node: Syntax, env: Env): FuncType {
  const list = (field: string): { types: GoType[]; variadic: boolean } => {
    const found = child(node, field)
    if (found === undefined) return { types: [], variadic: false }
    if (found.type !== 'parameter_list') return { types: [typeFrom(machine, found, env)], variadic: false }
    let variadic = false
    const types = found.kids.flatMap((parameter) => {
      const written = child(parameter, 'type')
      if (written === undefined) return []
      const type = typeFrom(machine, written, env)
      variadic = parameter.type === 'variadic_parameter_declaration'
      return Array.from({ length: Math.max(1, children(parameter, 'name').length) }, (): GoType => (variadic ? { kind: 'slice', elem: type } : type))
    })
    return { types, variadic }
  }
  const params = list('parameters')
  return { kind: 'func', params: params.types, variadic: params.variadic, results: list('result').types }
}

function fieldsOf(machine: Machine, node: Syntax, env: Env): FieldType[] {
  return (node.kids[0]?.kids ?? []).flatMap((declaration): FieldType[] => {
    const written = child(declaration, 'type')
    if (declaration.type !== 'field_declaration' || written === undefined) return []
    const names = children(declaration, 'name')
    const pointer = names.length === 0 && env.file.text[declaration.start] === '*'
    let type: GoType | undefined
    const read = (): GoType => (type ??= pointer ? { kind: 'pointer', elem: typeFrom(machine, written, env) } : typeFrom(machine, written, env))
    if (names.length === 0) return [{ name: embeddedName(written), embedded: true, type: read }]
    return names.map(({ text }) => ({ name: text, embedded: false, type: read }))
  })
}

function embeddedName(type: Syntax): string {
  const next = child(type, 'name') ?? child(type, 'type') ?? (type.type === 'pointer_type' ? type.kids[0] : undefined)
  return next === undefined ? type.text : embeddedName(next)
}

function interfaceMethods(machine: Machine, node: Syntax, env: Env): string[] {
  return node.kids.flatMap((element) => {
    if (element.type === 'method_elem') return [child(element, 'name')?.text ?? '']
    const [only] = element.kids
    if (element.type !== 'type_elem' || only === undefined) return []
    const under = underlying(typeFrom(machine, only, env))
    return under.kind === 'interface' ? under.methods() : []
  })
}

/** Reads a type where a value stands; for calls such as `new(T)`. */
export function typeOfExpression(machine: Machine, node: Syntax, env: Env): GoType {
  const value = node.type === 'identifier' || node.type === 'selector_expression' ? machine.evaluate(node, env) : undefined
  if (value?.kind === 'type') return value.type
  const type = typeFrom(machine, node, env)
  return type.kind === 'unknown' && value?.kind === 'unknown' ? { kind: 'unknown', text: spotText(node, env) } : type
}

function spotText(node: Syntax, env: Env): string {
  return env.file.text.slice(spot(node, env).offset, node.end)
}

/** Names of the type parameters that a method's receiver gives. */
export function receiverParameters(method: Syntax): string[] {
  return receiverType(method)?.parameters.map(({ text }) => text) ?? []
}
