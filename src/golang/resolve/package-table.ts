import { NOTHING, type Found } from './entity.ts'
import type { FileContext } from './file-context.ts'
import { fileDeclarations, type Declaring, type FileDeclarations } from './file-declarations.ts'
import { isBuiltWith } from './built-with.ts'
import type { SourceFile } from './source-file.ts'
import { typeOfEntity } from './type-of.ts'
import type { World } from './world.ts'

/** The package block of one package, test files and files for other systems included. */
export interface PackageTable {
  readonly importPath: string
  readonly name: string
  /** Some file that the asking one sees cannot be read whole: what is not found may be there nevertheless. */
  broken(asker: SourceFile): boolean
  /** What a name at package level means to a file. */
  find(name: string, asker: SourceFile): Found
  /** The method a type declares, as a file sees it. */
  method(typeName: string, name: string, asker: SourceFile): Found
  contextOf(source: SourceFile): FileContext | undefined
}

interface Contents {
  readonly names: ReadonlyMap<string, readonly Declaring[]>
  /** Names that methods are declared for and that only stand for another type of the package. */
  readonly aliases: readonly string[]
  readonly broken: boolean
}

/** The table of the files of a folder that have one package clause. Files are read when first asked for. */
export function packageTable(name: string, folder: readonly SourceFile[], world: World): PackageTable {
  const read = new Map<SourceFile, FileDeclarations>()
  const declarationsOf = (source: SourceFile): FileDeclarations => {
    let known = read.get(source)
    if (known === undefined) read.set(source, (known = fileDeclarations(source, table, world)))
    return known
  }
  const isOfIt = ({ packageName }: SourceFile): boolean => packageName === name
  let built: Contents | undefined
  let all: Contents | undefined
  /** Files of the build see one another only: tests, and files for other systems, need not be read for them. */
  const contentsFor = (asker: SourceFile): Contents => {
    if (asker.built && !asker.test) return (built ??= contentsOf(folder.filter((file) => !file.test && file.built && isOfIt(file)).map(declarationsOf)))
    return (all ??= contentsOf(folder.filter(isOfIt).map(declarationsOf)))
  }
  let importPath: string | undefined
  const table: PackageTable = {
    get importPath() {
      importPath ??= (folder.find((file) => !file.test && isOfIt(file)) ?? folder.find(isOfIt))?.importPath ?? name
      return importPath
    },
    name,
    broken: (asker) => contentsFor(asker).broken,
    find: (wanted, asker) => select(contentsFor(asker).names.get(wanted), asker),
    method(typeName, wanted, asker) {
      const { names, aliases } = contentsFor(asker)
      const own = select(names.get(`${typeName}.${wanted}`), asker)
      if (own.kind !== 'none' || aliases.length === 0) return own
      const [alias] = aliases.filter((name) => names.has(`${name}.${wanted}`) && standsFor(table.find(name, asker), typeName, table))
      return alias === undefined ? NOTHING : select(names.get(`${alias}.${wanted}`), asker)
    },
    contextOf: (source) => (folder.includes(source) ? declarationsOf(source).context : undefined),
  }
  return table
}

function contentsOf(files: readonly FileDeclarations[]): Contents {
  const names = new Map<string, Declaring[]>()
  for (const { declared } of files) {
    for (const one of declared) {
      const key = one.owner === undefined ? one.name : `${one.owner}.${one.name}`
      const list = names.get(key)
      if (list === undefined) names.set(key, [one])
      else list.push(one)
    }
  }
  const owners = new Set(files.flatMap(({ declared }) => declared.flatMap(({ owner }) => owner ?? [])))
  const aliases = [...owners].filter((owner) => names.get(owner)?.some((one) => one.isAlias()) === true)
  return { names, aliases, broken: files.some(({ broken }) => broken) }
}

/** Whether a name is another one of a type of the package, or of a pointer to it: methods declared for it are the type's. */
function standsFor(found: Found, typeName: string, table: PackageTable): boolean {
  if (found.kind !== 'one' || found.entity.kind !== 'type') return false
  const type = typeOfEntity(found.entity, [])
  const base = type.kind === 'pointer' ? type.elem : type
  return base.kind === 'named' && base.entity.table === table && base.entity.name === typeName
}

/**
 * What of several declarations of one name a file sees: those of test files only from tests beside them, those for other
 * systems only from a file for another system. There, what is certainly built with that file is meant: two declarations
 * would not compile. Nothing else is sure.
 */
function select(declared: readonly Declaring[] | undefined, asker: SourceFile): Found {
  if (declared === undefined) return NOTHING
  const seen = declared.filter(({ source }) => !source.test || (asker.test && isBeside(source, asker)))
  const certain = seen.filter(({ source }) => isBuiltWith(source, asker))
  const built = asker.built || certain.length > 0 ? certain : seen
  const [one, ...others] = built
  if (one === undefined) return NOTHING
  if (others.length > 0) return { kind: 'several', entities: built.map((each) => each.entity()) }
  return { kind: 'one', entity: one.entity(), sure: certain.length > 0 }
}

function isBeside(a: SourceFile, b: SourceFile): boolean {
  return a.root === b.root && a.folder === b.folder
}
