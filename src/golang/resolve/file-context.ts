import { NOTHING, sure, type Entity, type Found, type PackageEntity } from './entity.ts'
import type { PackageTable } from './package-table.ts'
import type { SourceFile } from './source-file.ts'
import { child, type Syntax } from './syntax.ts'
import { UNIVERSE } from './universe.ts'
import type { World } from './world.ts'

/** What one file sees at its top: its imports, its package, the universe. */
export interface FileContext {
  readonly source: SourceFile
  readonly world: World
  readonly table: PackageTable
  /** What an import spec declares; undefined for dot imports. */
  importAt(spec: Syntax): PackageEntity | undefined
  lookup(name: string): Found
}

/** Makes the context of a file from its import specs, read when first needed. */
export function fileContext(source: SourceFile, table: PackageTable, world: World, specs: () => readonly Syntax[]): FileContext {
  let read: Imports | undefined
  const imports = (): Imports => (read ??= readImports(specs(), source, world))
  let byName: Map<string, PackageEntity[]> | undefined
  const importsCalled = (name: string): PackageEntity[] => {
    if (byName === undefined) {
      byName = new Map()
      for (const entity of imports().named) byName.set(entity.name, [...(byName.get(entity.name) ?? []), entity])
    }
    return byName.get(name) ?? []
  }
  return {
    source,
    world,
    table,
    importAt: (spec) => imports().bySpec.get(spec.start),
    lookup(name) {
      const called = importsCalled(name)
      if (called.length === 1) return sure(called[0]!)
      if (called.length > 1) return { kind: 'several', entities: called }
      const own = table.find(name, source)
      if (own.kind !== 'none') return own
      const unread: Entity[] = []
      for (const dot of imports().dots) {
        const there = dot.table()
        if (there === undefined) unread.push(external(dot.importPath, name))
        else {
          const found = isExported(name) ? there.find(name, source) : NOTHING
          if (found.kind !== 'none') return found
        }
      }
      const builtin = UNIVERSE.get(name)
      if (builtin !== undefined) return sure(builtin)
      if (unread.length > 0 && isExported(name)) return { kind: 'several', entities: unread }
      return NOTHING
    },
  }
}

interface Imports {
  readonly bySpec: ReadonlyMap<number, PackageEntity>
  readonly named: readonly PackageEntity[]
  readonly dots: readonly PackageEntity[]
}

function readImports(specs: readonly Syntax[], source: SourceFile, world: World): Imports {
  const bySpec = new Map<number, PackageEntity>()
  const named: PackageEntity[] = []
  const dots: PackageEntity[] = []
  for (const spec of specs) {
    const path = importedPath(spec, source.text)
    if (path === undefined) continue
    const alias = child(spec, 'name')
    const entity = packageEntity(path, alias, spec, source, world)
    if (alias?.type === 'dot') dots.push(entity)
    else bySpec.set(spec.start, entity)
    if (alias?.text !== '_' && alias?.type !== 'dot') named.push(entity)
  }
  return { bySpec, named, dots }
}

/** A name of a package whose source is not at hand. */
export function external(importPath: string, name: string): Entity {
  return { kind: 'external', name, symbol: `${importPath}.${name}`, place: undefined }
}

/** Whether a name can be seen outside of its package (Go spec, "Exported identifiers"). */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name)
}

function packageEntity(path: string, alias: Syntax | undefined, spec: Syntax, source: SourceFile, world: World): PackageEntity {
  let name = alias?.text
  let symbol: string | undefined
  return {
    kind: 'package',
    get name() {
      name ??= world.packageName(path, source) ?? likelyName(path)
      return name
    },
    /** What Go's own library vendors is listed under its folder, not under the path it is imported by. */
    get symbol() {
      symbol ??= world.importTable(path, source)?.importPath ?? path
      return symbol
    },
    importPath: path,
    place: { source, offset: alias?.start ?? child(spec, 'path')?.start ?? spec.start },
    table: () => world.importTable(path, source),
  }
}

function importedPath(spec: Syntax, text: string): string | undefined {
  const path = child(spec, 'path')
  return path === undefined || path.end - path.start < 3 ? undefined : text.slice(path.start + 1, path.end - 1)
}

/** Name a package most likely has when its files are not at hand: the last element of its path without a version. */
function likelyName(path: string): string {
  const last = path.replace(/\/v\d+$/, '').split('/').at(-1) ?? path
  return last.replace(/\.v\d+$/, '').replace(/^go-|[.-]go$/g, '').replaceAll('-', '_')
}
