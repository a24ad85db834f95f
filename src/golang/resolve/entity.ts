import type { PackageTable } from './package-table.ts'
import type { SourceFile } from './source-file.ts'
import type { Scope } from './scope.ts'
import type { Syntax } from './syntax.ts'
import type { Type } from './types.ts'

/** Where something is declared. The offset counts UTF-16 code units of the file. */
export interface Place {
  readonly source: SourceFile
  readonly offset: number
}

interface Common {
  readonly name: string
  /** `importPath.Name`, `importPath.Type.Member`, an import path for a package, or a local's bare name. */
  readonly symbol: string
  /** Undefined for what the language itself declares, and where no source is at hand. */
  readonly place: Place | undefined
}

/** A package as an import of one file names it; its place is the import. */
export interface PackageEntity extends Common {
  readonly kind: 'package'
  readonly importPath: string
  /** What it declares; undefined when its source is not at hand. */
  table(): PackageTable | undefined
}

/** A declared type: defined or alias, local or of a package. */
export interface TypeEntity extends Common {
  readonly kind: 'type'
  readonly alias: boolean
  /** The type expression it stands for. */
  readonly node: Syntax | undefined
  /** Its type parameter list. */
  readonly parameters: Syntax | undefined
  readonly scope: Scope
  /** The package whose methods it may have; undefined for a local type. */
  readonly table: PackageTable | undefined
}

/** A type parameter, bound to an argument or free. */
export interface TypeParameterEntity extends Common {
  readonly kind: 'typeparam'
  readonly bound: Type | undefined
  readonly constraint: Syntax | undefined
  readonly scope: Scope
}

/** A variable, constant, function, field or method. Its type is found when first asked for. */
export interface ValueEntity extends Common {
  readonly kind: 'var' | 'const' | 'func' | 'field' | 'method'
  /** A parameter, named result or receiver. */
  readonly parameter?: true
  type(): Type
}

/** A method, whose type depends on the type arguments of the receiver. */
export interface MethodEntity extends Common {
  readonly kind: 'method'
  typeFor(receiverArguments: readonly Type[]): Type
  type(): Type
}

/** A label, or a name of a package whose source is not at hand. */
export interface PlainEntity extends Common {
  readonly kind: 'label' | 'external'
}

/** A name of the universe block or of package unsafe. */
export interface BuiltinEntity extends Common {
  readonly kind: 'builtin'
  /** A type, a value of this type, or something called. */
  readonly role: 'type' | 'value' | 'function'
  readonly type: Type
}

/** Whatever an identifier can stand for. */
export type Entity = PackageEntity | TypeEntity | TypeParameterEntity | ValueEntity | PlainEntity | BuiltinEntity

/** What a name was found to mean. Only `one` that is `sure` may be called resolved. */
export type Found =
  | { readonly kind: 'one'; readonly entity: Entity; readonly sure: boolean }
  | { readonly kind: 'several'; readonly entities: readonly Entity[] }
  | { readonly kind: 'none' }

/** Nothing at all. */
export const NOTHING: Found = { kind: 'none' }

/** Exactly this. */
export function sure(entity: Entity): Found {
  return { kind: 'one', entity, sure: true }
}
