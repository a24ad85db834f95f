import type { Entity, MethodEntity, TypeEntity, ValueEntity } from './entity.ts'
import type { FileContext } from './file-context.ts'
import { lazyType } from './lazy-type.ts'
import { topScope, type Scope } from './scope.ts'
import { receiverTypeName } from './receiver.ts'
import { methodType, signatureOf } from './signature-type.ts'
import { child, children, type Syntax } from './syntax.ts'
import { typeOf } from './type-of.ts'
import { defaultType, UNKNOWN, type Type } from './types.ts'
import { valueTypes } from './value-types.ts'

/** What a file declares at package level. */
export interface Declared {
  readonly entities: readonly Entity[]
  readonly methods: readonly { readonly owner: string; readonly method: MethodEntity }[]
}

/** Reads the package-level declarations of a file; types and values are looked at later. */
export function declareFile(file: Syntax, context: FileContext): Declared {
  const scope = topScope(context)
  const { importPath } = context.source
  const entities: Entity[] = []
  const methods: { owner: string; method: MethodEntity }[] = []
  for (const node of file.kids) {
    switch (node.type) {
      case 'function_declaration': {
        const name = child(node, 'name')
        if (name !== undefined) entities.push(functionEntity(node, name, scope, `${importPath}.${name.text}`))
        break
      }
      case 'method_declaration': {
        const name = child(node, 'name')
        const owner = receiverTypeName(node)?.text
        if (name !== undefined && owner !== undefined) methods.push({ owner, method: methodEntity(node, name, owner, scope) })
        break
      }
      case 'type_declaration':
        for (const spec of node.kids) {
          const name = child(spec, 'name')
          if (name !== undefined) entities.push(typeEntity(spec, name, scope, `${importPath}.${name.text}`, true))
        }
        break
      case 'const_declaration':
      case 'var_declaration':
        for (const spec of valueSpecs(node)) entities.push(...specEntities(spec, scope, `${importPath}.`))
    }
  }
  return { entities, methods }
}

/** A `var` or `const` spec; a constant's type and values are those of the spec before when it writes none. */
export interface ValueSpec {
  readonly kind: 'var' | 'const'
  readonly names: readonly Syntax[]
  readonly type: Syntax | undefined
  readonly values: readonly Syntax[]
  /** Whether type and values stand in this very spec. */
  readonly written: boolean
}

/** The specs of a `var` or `const` declaration. */
export function valueSpecs(declaration: Syntax): ValueSpec[] {
  const kind = declaration.type === 'var_declaration' ? 'var' : 'const'
  const nodes = declaration.kids.flatMap((kid) => (kid.type === 'var_spec_list' ? kid.kids : [kid]))
  const specs: ValueSpec[] = []
  for (const node of nodes) {
    if (node.type !== `${kind}_spec`) continue
    const names = children(node, 'name')
    const type = child(node, 'type')
    const values = child(node, 'value')?.kids ?? []
    const before = specs.at(-1)
    if (kind === 'const' && type === undefined && values.length === 0 && before !== undefined) {
      specs.push({ kind, names, type: before.type, values: before.values, written: false })
    } else specs.push({ kind, names, type, values, written: true })
  }
  return specs
}

/** The entities of a spec. `scope` is that of its type and values, `prefix` goes before each symbol. */
export function specEntities(spec: ValueSpec, scope: Scope, prefix: string): ValueEntity[] {
  const { kind, names, type, values } = spec
  const all = lazyList(() => valueTypes(values, names.length, scope))
  return names.map((name, index) => ({
    kind,
    name: name.text,
    symbol: prefix + name.text,
    place: { source: scope.file.source, offset: name.start },
    type: lazyType(() => {
      if (type !== undefined) return typeOf(type, scope)
      if (kind === 'const' && values.length !== names.length) return typeOfConstant(values[index], scope)
      const found = all()[index] ?? UNKNOWN
      return kind === 'var' ? defaultType(found) : found
    }),
  }))
}

function typeOfConstant(value: Syntax | undefined, scope: Scope): Type {
  return value === undefined ? UNKNOWN : (valueTypes([value], 1, scope)[0] ?? UNKNOWN)
}

function lazyList(compute: () => readonly Type[]): () => readonly Type[] {
  let list: readonly Type[] | undefined
  return () => {
    if (list !== undefined) return list
    list = []
    list = compute()
    return list
  }
}

/** The entity of a `type` spec. Methods are only looked for when it stands at package level. */
export function typeEntity(spec: Syntax, name: Syntax, scope: Scope, symbol: string, top: boolean): TypeEntity {
  return {
    kind: 'type',
    name: name.text,
    symbol,
    place: { source: scope.file.source, offset: name.start },
    alias: spec.type === 'type_alias',
    node: child(spec, 'type'),
    parameters: child(spec, 'type_parameters'),
    scope,
    table: top ? scope.file.table : undefined,
  }
}

/** The entity of a function declaration. */
export function functionEntity(node: Syntax, name: Syntax, scope: Scope, symbol: string): ValueEntity {
  const place = { source: scope.file.source, offset: name.start }
  return { kind: 'func', name: name.text, symbol, place, type: lazyType(() => signatureOf(node, scope, typeOf)) }
}

/** The entity of a method declaration. */
export function methodEntity(node: Syntax, name: Syntax, owner: string, scope: Scope): MethodEntity {
  const { source } = scope.file
  const type = lazyType(() => methodType(node, scope, [], typeOf))
  return {
    kind: 'method',
    name: name.text,
    symbol: `${source.importPath}.${owner}.${name.text}`,
    place: { source, offset: name.start },
    type,
    typeFor: (args) => (args.length === 0 ? type() : methodType(node, scope, args, typeOf)),
  }
}
