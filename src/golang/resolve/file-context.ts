import { NOTHING, sure, type Entity, type Found, type PackageEntity } from './entity.ts'
import type { PackageTable } from './package-table.ts'
import type { SourceFile } from './source-file.ts'
import { child, type Syntax } from './syntax.ts'
import { UNIVERSE, UNSAFE } from './universe.ts'
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
  const withNames = ({ entity, aliased }: Imported): Named & { names: readonly string[] } => {
    const { importPath } = entity
    const guessed = !aliased && importPath !== 'C' && importPath !== 'unsafe' && world.packageName(importPath, source) === undefined
    return { entity, guessed, names: guessed ? likelyNames(importPath) : [entity.name] }
  }
  let byName: Map<string, Named[]> | undefined
  const importsCalled = (name: string): readonly Named[] => {
    if (byName === undefined) {
      byName = new Map()
      for (const { entity, names, guessed } of imports().named.map(withNames)) {
        for (const one of names) byName.set(one, [...(byName.get(one) ?? []), { entity, guessed }])
      }
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
      const certain = called.filter(({ guessed }) => !guessed)
      if (certain.length > 0) return oneOf(certain)
      // What is declared in the package is no name of an import (Go spec, "Import declarations"): then the guess was wrong.
      const own = table.find(name, source)
      if (own.kind !== 'none') return own
      const unread: Entity[] = []
      for (const dot of imports().dots) {
        const there = dot.table()
        const unsafe = dot.importPath === 'unsafe' ? UNSAFE.get(name) : undefined
        if (unsafe !== undefined) return sure(unsafe)
        if (there === undefined) unread.push(external(dot.importPath, name))
        else {
          const found = isExported(name) ? there.find(name, source) : NOTHING
          if (found.kind !== 'none') return found
        }
      }
      const builtin = UNIVERSE.get(name)
      if (builtin !== undefined) return called.length === 0 ? sure(builtin) : { kind: 'several', entities: [builtin, ...called.map(({ entity }) => entity)] }
      if (called.length > 0) return oneOf(called)
      if (unread.length > 0 && isExported(name)) return { kind: 'several', entities: unread }
      return NOTHING
    },
  }
}

/** An import and whether it is only likely to have the name it is looked up by. */
interface Named {
  readonly entity: PackageEntity
  readonly guessed: boolean
}

function oneOf(imports: readonly Named[]): Found {
  const [first, ...others] = imports.map(({ entity }) => entity)
  return first !== undefined && others.length === 0 ? sure(first) : { kind: 'several', entities: imports.map(({ entity }) => entity) }
}

/** An import with a name, written or its package's own. */
interface Imported {
  readonly entity: PackageEntity
  readonly aliased: boolean
}

interface Imports {
  readonly bySpec: ReadonlyMap<number, PackageEntity>
  readonly named: readonly Imported[]
  readonly dots: readonly PackageEntity[]
}

function readImports(specs: readonly Syntax[], source: SourceFile, world: World): Imports {
  const bySpec = new Map<number, PackageEntity>()
  const named: Imported[] = []
  const dots: PackageEntity[] = []
  for (const spec of specs) {
    const path = importedPath(spec, source.text)
    if (path === undefined) continue
    const alias = child(spec, 'name')
    const entity = packageEntity(path, alias, spec, source, world)
    if (alias?.type === 'dot') dots.push(entity)
    else bySpec.set(spec.start, entity)
    if (alias?.text !== '_' && alias?.type !== 'dot') named.push({ entity, aliased: alias !== undefined })
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
  let table: { readonly of: PackageTable | undefined } | undefined
  return {
    kind: 'package',
    get name() {
      name ??= world.packageName(path, source) ?? likelyNames(path)[0] ?? path
      return name
    },
    /** What Go's own library vendors is listed under its folder, not under the path it is imported by. */
    get symbol() {
      symbol ??= world.importTable(path, source)?.importPath ?? path
      return symbol
    },
    importPath: path,
    place: { source, offset: alias?.start ?? child(spec, 'path')?.start ?? spec.start },
    table: () => (table ??= { of: world.importTable(path, source) }).of,
  }
}

function importedPath(spec: Syntax, text: string): string | undefined {
  const path = child(spec, 'path')
  return path === undefined || path.end - path.start < 3 ? undefined : text.slice(path.start + 1, path.end - 1)
}

/**
 * Names a package may have when its files are not at hand, the most likely first: that of its folder, as far as it can be one.
 * `v2` and above is more often the version of a module than a folder of its own; `v1` is never a version (Go modules
 * reference, "Major version suffixes").
 */
function likelyNames(path: string): string[] {
  const [last = path, before] = path.split('/').reverse()
  const folders = before !== undefined && /^v([2-9]|[1-9]\d+)$/.test(last) ? [before, last] : [last]
  return [...new Set(folders.flatMap((folder) => {
    const plain = folder.replace(/\.v\d+$/, '')
    const short = plain.replace(/^go-|[.-]go$/g, '')
    return [short.replaceAll('-', '_'), short.replaceAll('-', ''), plain.replaceAll('-', '_'), plain.replaceAll('-', '')]
  }))]
}
