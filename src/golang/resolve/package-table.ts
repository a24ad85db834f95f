import { NOTHING, type Entity, type Found, type MethodEntity } from './entity.ts'
import { declareFile } from './declare-file.ts'
import { fileContext, type FileContext } from './file-context.ts'
import type { SourceFile } from './source-file.ts'
import type { Syntax } from './syntax.ts'
import type { World } from './world.ts'

/** The package block of one package, test files and files for other systems included. */
export interface PackageTable {
  readonly importPath: string
  readonly name: string
  /** Some file of it cannot be read whole: what is not found may be there nevertheless. */
  broken(): boolean
  /** What a name at package level means to a file. */
  find(name: string, asker: SourceFile): Found
  /** The method a type declares, as a file sees it. */
  method(typeName: string, name: string, asker: SourceFile): Found
  contextOf(source: SourceFile): FileContext | undefined
}

interface Contents {
  readonly names: ReadonlyMap<string, Entity[]>
  readonly methods: ReadonlyMap<string, MethodEntity[]>
  readonly contexts: ReadonlyMap<SourceFile, FileContext>
  readonly broken: boolean
}

/** The table of the files that share one package clause in one folder. Files are parsed when first asked for. */
export function packageTable(importPath: string, name: string, files: readonly SourceFile[], world: World): PackageTable {
  let contents: Contents | undefined
  const read = (): Contents => (contents ??= readContents(table, files, world))
  const table: PackageTable = {
    importPath,
    name,
    broken: () => read().broken,
    find: (wanted, asker) => select(read().names.get(wanted), asker),
    method: (typeName, wanted, asker) => select(read().methods.get(`${typeName}.${wanted}`), asker),
    contextOf: (source) => read().contexts.get(source),
  }
  return table
}

function readContents(table: PackageTable, files: readonly SourceFile[], world: World): Contents {
  const names = new Map<string, Entity[]>()
  const methods = new Map<string, MethodEntity[]>()
  const contexts = new Map<SourceFile, FileContext>()
  let broken = false
  for (const source of files) {
    const parsed = world.declarations(source)
    broken ||= parsed.broken
    const context = fileContext(source, table, world, importSpecs(parsed.syntax))
    contexts.set(source, context)
    const declared = declareFile(parsed.syntax, context)
    for (const entity of declared.entities) add(names, entity.name, entity)
    for (const { owner, method } of declared.methods) add(methods, `${owner}.${method.name}`, method)
  }
  return { names, methods, contexts, broken }
}

/** Import specs of a file. */
function importSpecs(file: Syntax): Syntax[] {
  return file.kids
    .filter(({ type }) => type === 'import_declaration')
    .flatMap(({ kids }) => kids.flatMap((kid) => (kid.type === 'import_spec_list' ? kid.kids : [kid])))
    .filter(({ type }) => type === 'import_spec')
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/**
 * What of several declarations of one name a file sees: those of test files only from tests beside them, those for other
 * systems only from a file for another system; and then nothing that has a constraint is sure.
 */
function select(entities: readonly Entity[] | undefined, asker: SourceFile): Found {
  if (entities === undefined) return NOTHING
  const seen = entities.filter(({ place }) => !place!.source.test || (asker.test && isBeside(place!.source, asker)))
  const own = asker.built ? [] : seen.filter(({ place }) => place!.source === asker)
  const built = asker.built ? seen.filter(({ place }) => place!.source.built) : own.length > 0 ? own : seen
  const [entity, ...others] = built
  if (entity === undefined) return NOTHING
  if (others.length > 0) return { kind: 'several', entities: built }
  return { kind: 'one', entity, sure: asker.built || own.length > 0 || entity.place!.source.constraint === undefined }
}

function isBeside(a: SourceFile, b: SourceFile): boolean {
  return a.root === b.root && a.folder === b.folder
}
