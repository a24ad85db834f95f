import { declareFile, type Declared } from './declare-file.ts'
import type { Entity, MethodEntity } from './entity.ts'
import { fileContext, type FileContext } from './file-context.ts'
import type { PackageTable } from './package-table.ts'
import type { OutlineName, OutlinePart } from './scan-outline.ts'
import { topScope } from './scope.ts'
import type { SourceFile } from './source-file.ts'
import type { Syntax } from './syntax.ts'
import { UNKNOWN } from './types.ts'
import type { World } from './world.ts'

/** Something declared at package level; what it is is read when first asked for. */
export interface Declaring {
  readonly source: SourceFile
  readonly name: string
  /** Type that a method belongs to; undefined for everything else. */
  readonly owner: string | undefined
  /** Whether it is a type that stands for another. */
  isAlias(): boolean
  entity(): Entity
}

/** What a file declares at package level. */
export interface FileDeclarations {
  readonly context: FileContext
  readonly declared: readonly Declaring[]
  /** It cannot be read whole: what is not here may be declared nevertheless. */
  readonly broken: boolean
}

/** Finds what a file declares; parses only what is asked for, and all of it only where there is no telling otherwise. */
export function fileDeclarations(source: SourceFile, table: PackageTable, world: World): FileDeclarations {
  const { outline } = source
  return outline === undefined ? fromSyntax(source, table, world) : fromOutline(outline, source, table, world)
}

function fromOutline(outline: readonly OutlinePart[], source: SourceFile, table: PackageTable, world: World): FileDeclarations {
  const imports = (): Syntax[] => outline.filter(({ kind }) => kind === 'import').flatMap((part) => importSpecs(world.part(source, part).syntax))
  const context = fileContext(source, table, world, imports)
  const declared: Declaring[] = []
  for (const part of outline) {
    let read: ReadonlyMap<number, Entity> | undefined
    const readPart = (): ReadonlyMap<number, Entity> => {
      const { syntax, broken } = world.part(source, part)
      return broken ? new Map<number, Entity>() : byOffset(declareFile(syntax, context))
    }
    for (const name of part.names) {
      const entity = (): Entity => (read ??= readPart()).get(name.offset) ?? unreadable(part, name, context)
      const isAlias = (): boolean => part.kind === 'type' && isAliasAt(source.text, name.offset + name.text.length)
      declared.push({ source, name: name.text, owner: part.owner, isAlias, entity })
    }
  }
  return { context, declared, broken: false }
}

function fromSyntax(source: SourceFile, table: PackageTable, world: World): FileDeclarations {
  const { syntax, broken } = world.whole(source)
  const context = fileContext(source, table, world, () => importSpecs(syntax))
  const { entities, methods } = declareFile(syntax, context)
  const declared = [
    ...entities.map((entity): Declaring => ({ source, name: entity.name, owner: undefined, isAlias: () => entity.kind === 'type' && entity.alias, entity: () => entity })),
    ...methods.map(({ owner, method }): Declaring => ({ source, name: method.name, owner, isAlias: () => false, entity: () => method })),
  ]
  return { context, declared, broken }
}

/** Whether an `=` stands behind the name of a type. */
function isAliasAt(text: string, end: number): boolean {
  EQUALS.lastIndex = end
  return EQUALS.test(text)
}

const EQUALS = /(?:\s|\/\*[^]*?\*\/)*=/y

function byOffset({ entities, methods }: Declared): ReadonlyMap<number, Entity> {
  const all = [...entities, ...methods.map(({ method }) => method)]
  return new Map(all.map((entity) => [entity.place!.offset, entity]))
}

/** Import specs of a file. */
function importSpecs(file: Syntax): Syntax[] {
  return file.kids
    .filter(({ type }) => type === 'import_declaration')
    .flatMap(({ kids }) => kids.flatMap((kid) => (kid.type === 'import_spec_list' ? kid.kids : [kid])))
    .filter(({ type }) => type === 'import_spec')
}

/** What is known by its head alone, because the rest is not well-formed. */
function unreadable({ kind, owner }: OutlinePart, { text: name, offset }: OutlineName, context: FileContext): Entity {
  const { source } = context
  const symbol = owner === undefined ? `${source.importPath}.${name}` : `${source.importPath}.${owner}.${name}`
  const common = { name, symbol, place: { source, offset }, type: () => UNKNOWN }
  if (kind === 'type') return { ...common, kind, alias: false, node: undefined, parameters: undefined, scope: topScope(context), table: context.table }
  if (owner === undefined) return { ...common, kind: kind === 'import' ? 'var' : kind }
  const method: MethodEntity = { ...common, kind: 'method', typeFor: () => UNKNOWN }
  return method
}
