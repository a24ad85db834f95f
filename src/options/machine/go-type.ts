import type { GoFile, GoPackage } from '../program/index.ts'
import type { Syntax } from '../../golang/resolve/syntax.ts'

/** A Go type. What stands behind a name is looked at when first asked for. */
export type GoType =
  | { readonly kind: 'basic'; readonly name: string }
  | NamedType
  | { readonly kind: 'pointer' | 'slice' | 'chan'; readonly elem: GoType }
  | { readonly kind: 'array'; readonly elem: GoType; readonly length: number }
  | { readonly kind: 'map'; readonly key: GoType; readonly elem: GoType }
  | FuncType
  | { readonly kind: 'struct'; readonly fields: readonly FieldType[] }
  | InterfaceType
  | { readonly kind: 'unknown'; readonly text: string }

/** A function's parameters, without receiver, and results. */
export interface FuncType {
  readonly kind: 'func'
  readonly params: readonly GoType[]
  readonly variadic: boolean
  readonly results: readonly GoType[]
}

/** An interface type: names of its methods, those of embedded interfaces included. */
export interface InterfaceType {
  readonly kind: 'interface'
  methods(): readonly string[]
}

/** A field of a struct type. */
export interface FieldType {
  readonly name: string
  readonly embedded: boolean
  readonly type: () => GoType
}

/** A defined type. */
export interface NamedType {
  readonly kind: 'named'
  readonly importPath: string
  readonly packageName: string
  readonly name: string
  readonly args: readonly GoType[]
  readonly under: () => GoType
  /** Package that declares its methods; undefined where its source is not at hand. */
  readonly pkg: GoPackage | undefined
  readonly spec: { readonly file: GoFile; readonly node: Syntax } | undefined
}

export const basic = (name: string): GoType => ({ kind: 'basic', name })
export const BOOL = basic('bool')
export const INT = basic('int')
export const STRING = basic('string')
export const UNTYPED_INT = basic('untyped int')
export const UNTYPED_FLOAT = basic('untyped float')
export const UNTYPED_RUNE = basic('untyped rune')
export const UNTYPED_STRING = basic('untyped string')
export const UNTYPED_BOOL = basic('untyped bool')
export const ANY: InterfaceType = { kind: 'interface', methods: () => [] }
export const ERROR: NamedType = {
  kind: 'named',
  importPath: '',
  packageName: '',
  name: 'error',
  args: [],
  under: () => ({ kind: 'interface', methods: () => ['Error'] }),
  pkg: undefined,
  spec: undefined,
}

/** What a type is made of. */
export function underlying(type: GoType): GoType {
  let at = type
  for (let depth = 0; at.kind === 'named' && depth < 50; depth++) at = at.under()
  return at
}

/** A type as Go's reflection prints it: `map[string]*options.Etcd`. */
export function typeText(type: GoType, full = false): string {
  const text = (inner: GoType): string => typeText(inner, full)
  switch (type.kind) {
    case 'basic':
      return DEFAULT_OF_UNTYPED[type.name] ?? type.name
    case 'named': {
      const prefix = full ? type.importPath : type.packageName
      const args = type.args.length === 0 ? '' : `[${type.args.map((arg) => typeText(arg, true)).join(',')}]`
      return `${prefix === '' ? '' : `${prefix}.`}${type.name}${args}`
    }
    case 'pointer':
      return `*${text(type.elem)}`
    case 'slice':
      return `[]${text(type.elem)}`
    case 'chan':
      return `chan ${text(type.elem)}`
    case 'array':
      return `[${type.length}]${text(type.elem)}`
    case 'map':
      return `map[${text(type.key)}]${text(type.elem)}`
    case 'func': {
      const params = type.params.map((param, index) =>
        type.variadic && index === type.params.length - 1 && param.kind === 'slice' ? `...${text(param.elem)}` : text(param),
      )
      const results = type.results.map(text)
      return `func(${params.join(', ')})${results.length === 0 ? '' : results.length === 1 ? ` ${results[0] ?? ''}` : ` (${results.join(', ')})`}`
    }
    case 'struct':
      return type.fields.length === 0 ? 'struct {}' : `struct { ${type.fields.map((field) => `${field.embedded ? '' : `${field.name} `}${text(field.type())}`).join('; ')} }`
    case 'interface':
      return type.methods().length === 0 ? 'interface {}' : `interface { ${type.methods().join('; ')} }`
    case 'unknown':
      return type.text
  }
}

const DEFAULT_OF_UNTYPED: Readonly<Record<string, string>> = {
  'untyped int': 'int',
  'untyped float': 'float64',
  'untyped rune': 'int32',
  'untyped string': 'string',
  'untyped bool': 'bool',
}

/** The type a constant gets where none is given (Go spec, "Constants"). */
export function defaultType(type: GoType): GoType {
  const name = type.kind === 'basic' ? DEFAULT_OF_UNTYPED[type.name] : undefined
  return name === undefined ? type : basic(name)
}

/** Whether it is the type of a constant without one. */
export function isUntyped(type: GoType): boolean {
  return type.kind === 'basic' && type.name.startsWith('untyped ')
}

/** Whether two types are the same. */
export function sameType(a: GoType, b: GoType): boolean {
  if (a === b) return true
  if (a.kind !== b.kind) return false
  if (a.kind === 'named' && b.kind === 'named') return a.name === b.name && a.importPath === b.importPath && a.args.length === b.args.length && a.args.every((arg, index) => sameType(arg, b.args[index]!))
  return typeText(a, true) === typeText(b, true)
}

/** `importPath.Name` of a defined type; undefined for others. */
export function symbolOf(type: GoType): string | undefined {
  return type.kind === 'named' ? (type.importPath === '' ? type.name : `${type.importPath}.${type.name}`) : undefined
}
