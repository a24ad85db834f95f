import { createHash } from 'node:crypto'
import { resolveSymbol, type Declaration, type GoIndex } from '../golang/index.ts'

/** Folder of all pages about code, below a walkthrough and its locale. */
export const CODE = 'code'

/** Where the pages about the declarations of an index stand. Addresses are relative to walkthrough and locale, ready for a URL. */
export interface DeclarationAddresses {
  /** The page of a declaration, with a fragment for what stands on the page of another: `code/pkg/options/Etcd/#Prefix`. */
  of(declaration: Declaration): string
  /** The declaration whose page this one stands on: the type of a field, the first of a group of constants, mostly itself. */
  head(declaration: Declaration): Declaration
  /** Id on that page; undefined for the head itself. */
  fragment(declaration: Declaration): string | undefined
  /** The page of a package: `code/pkg/options/`; undefined for one that is not indexed. */
  package(importPath: string): string | undefined
}

/** A file name may have 255 bytes; longer names are cut and told apart by a hash. */
const LONGEST_NAME = 80
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Ids that the page around has already. */
const TAKEN_ID = /^(?:_top|starlight_)/

const known = new WeakMap<GoIndex, DeclarationAddresses>()

/** The address of a declaration's page, such as `code/cmd/kube-apiserver/app/Complete/`; see `DeclarationAddresses.of`. */
export function declarationAddress(declaration: Declaration, index: GoIndex): string {
  return declarationAddresses(index).of(declaration)
}

/**
 * Gives every package, function, method, type and group of an index a page of its own.
 *
 * A page is named like its folder and its symbol. Where two would fall together on a disk that ignores case (`Run` and
 * `run`, a function and a folder), the one that sorts first keeps the name and the others get `~2`, `~3`, ….
 */
export function declarationAddresses(index: GoIndex): DeclarationAddresses {
  const made = known.get(index) ?? makeAddresses(index)
  known.set(index, made)
  return made
}

function makeAddresses(index: GoIndex): DeclarationAddresses {
  const taken = new Set<string>()
  const packages = new Map<string, string>()
  for (const path of index.packages()) packages.set(path, free(`${CODE}/${folderName(index, path)}`, taken))
  const tables = new Map<string, PackagePages>()
  const tableOf = (importPath: string): PackagePages => {
    let table = tables.get(importPath)
    if (table === undefined) {
      table = packagePages(index.package(importPath), importPath, packages.get(importPath) ?? CODE, taken)
      tables.set(importPath, table)
    }
    return table
  }
  const head = (declaration: Declaration): Declaration => {
    const { importPath, owner, kind, file } = declaration
    if (owner === undefined || kind === 'method') return tableOf(importPath).heads.get(keyOf(declaration)) ?? declaration
    const [type = ''] = owner.split('.')
    const types = index.bySymbol(`${importPath}.${type}`)
    return types.find((one) => one.file === file) ?? types[0] ?? declaration
  }
  const fragment = (declaration: Declaration): string | undefined => {
    const { symbol, importPath } = head(declaration)
    if (symbol === declaration.symbol) return undefined
    const inside = declaration.symbol.slice((declaration.owner === undefined ? importPath : symbol).length + 1)
    return TAKEN_ID.test(inside) ? `${inside}~` : inside
  }
  return {
    head,
    fragment,
    of(declaration) {
      const onPage = head(declaration)
      const { symbol, importPath } = onPage
      const page = tableOf(importPath).pages.get(symbol) ?? `${packages.get(importPath) ?? CODE}/${segment(symbol.slice(importPath.length + 1))}`
      // The page of one system's type has none of the fields that another's has.
      const inside = isShown(onPage, index) ? fragment(declaration) : undefined
      return `${encode(page)}/${inside === undefined ? '' : `#${encodeURIComponent(inside)}`}`
    },
    package(importPath) {
      const page = packages.get(importPath)
      return page === undefined ? undefined : `${encode(page)}/`
    },
  }
}

/** Of declarations for different systems the one that has the page: that for linux/amd64, else the first. */
export function shownDeclaration(index: GoIndex, symbol: string): Declaration | undefined {
  const result = resolveSymbol(index, {}, symbol)
  return result.kind === 'found' ? result.declaration : index.bySymbol(symbol)[0]
}

function isShown({ symbol, file }: Declaration, index: GoIndex): boolean {
  return index.bySymbol(symbol).length < 2 || shownDeclaration(index, symbol)?.file === file
}

/** Where the declarations of one package stand. */
interface PackagePages {
  readonly pages: ReadonlyMap<string, string>
  readonly heads: ReadonlyMap<string, Declaration>
}

/** Names the pages of a package; `folders` holds what pages of packages are called, and stays as it is. */
function packagePages(declarations: readonly Declaration[], importPath: string, folder: string, folders: ReadonlySet<string>): PackagePages {
  const grouped = groupHeads(declarations)
  const own = declarations.filter((declaration) => hasPage(declaration) && !grouped.has(declaration))
  const taken = new Set(folders)
  const pages = new Map<string, string>()
  for (const symbol of [...new Set(own.map(({ symbol }) => symbol))].sort()) {
    pages.set(symbol, free(`${folder}/${segment(symbol.slice(importPath.length + 1))}`, taken))
  }
  return { pages, heads: new Map([...grouped].map(([declaration, first]) => [keyOf(declaration), first])) }
}

/** What nothing can refer to has no page, nor has what stands on the page of its type. */
function hasPage({ kind, name }: Declaration): boolean {
  return kind !== 'field' && kind !== 'imethod' && name !== '_' && !(kind === 'func' && name === 'init')
}

/** Constants and variables that stand in one group with an earlier one: their page is that one's. */
function groupHeads(declarations: readonly Declaration[]): Map<Declaration, Declaration> {
  const first = new Map<string, Declaration>()
  const heads = new Map<Declaration, Declaration>()
  for (const declaration of declarations) {
    const { kind, file, group, name } = declaration
    if (group === undefined || (kind !== 'const' && kind !== 'var') || name === '_') continue
    const key = `${file}:${group.startLine}`
    const head = first.get(key)
    if (head === undefined) first.set(key, declaration)
    else heads.set(declaration, head)
  }
  return heads
}

const keyOf = ({ symbol, file, startOffset }: Declaration): string => `${symbol}\0${file}\0${startOffset}`

/** The package's folder; the root's has no name, so that it is called like its import path ends. */
function folderName(index: GoIndex, importPath: string): string {
  const file = index.filesOf(importPath)[0]?.file ?? ''
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/'))) || importPath.slice(importPath.lastIndexOf('/') + 1)
  return folder.split('/').map(segment).join('/')
}

/** A name as a folder of its own: no character that a disk or an address reads as anything else. */
function segment(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_.+-]/gu, '_').replace(/^\.+|\.+$/g, '_')
  const safe = DEVICE.test(plain) ? `${plain}~` : plain
  if (safe.length <= LONGEST_NAME && Buffer.byteLength(safe) <= 200) return safe
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${Array.from(safe).slice(0, LONGEST_NAME / 2).join('')}~${hash}`
}

/** The path itself or the first of `path~2`, `path~3`, … that no other has taken, case aside. */
function free(path: string, taken: Set<string>): string {
  let name = path
  for (let n = 2; taken.has(fold(name)); n += 1) name = `${path}~${n}`
  taken.add(fold(name))
  return name
}

/** How a disk that ignores case compares names. */
const fold = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
