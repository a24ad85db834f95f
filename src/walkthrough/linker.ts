import { join } from 'node:path'
import { resolveSymbol, type Aliases, type Declaration, type GoIndex } from '../golang/index.ts'
import { openCrossReferences, type CrossReferences } from '../golang/references/index.ts'
import type { Target } from '../golang/resolve/index.ts'
import type { LinesUrl } from './book.ts'
import { declarationAddresses } from './declaration-address.ts'
import { findDeclarations } from './link-facts.ts'
import { firstSentence } from './link-doc.ts'
import type { DeclaredTarget, LinkedName, LinkTarget, NameCard, OutsideTarget, PackageTarget } from './link-target.ts'
import { packageSentence } from './package-doc.ts'

/** Says where names lead. Only what is resolved leads anywhere: a candidate is no link, nor is what the language declares. */
export interface Linker {
  readonly index: GoIndex
  /** Whether declarations have pages of their own in this site. */
  readonly hasPages: boolean
  /** Address of a package's page, below walkthrough and locale; undefined where the site has none. */
  packageAddress(importPath: string): string | undefined
  /** Cross-references of the index, opened once for everybody who asks. */
  references(): Promise<CrossReferences>
  /** The names that stand in lines `first` to `last` of a file and lead somewhere, in order. */
  names(file: string, first: number, last: number): Promise<readonly LinkedName[]>
  /** Where an indexed symbol leads that prose names, in full or through an alias; undefined when it isn't exactly one. */
  symbol(text: string): DeclaredTarget | undefined
  /**
   * Declarations with pages of their own that have been led to so far, those whose page they stand on among them, in
   * order of file and line. Pages that show code lead to more: whoever makes them asks again until nothing is new.
   */
  linkedSymbols(): readonly Declaration[]
}

/** What a linker needs besides the index. */
export interface LinkerOptions {
  readonly aliases: Aliases
  readonly linesUrl: LinesUrl
  readonly hasPages: boolean
  /** Folder of the cache for what names mean; nothing is kept without one. */
  readonly cacheRoot?: string | undefined
  /** `GOROOT/src`, where Go's own library is at hand: then its names have cards, and what its functions give is known. */
  readonly library?: string | undefined
}

/** Names of a file by nature: they have no meaning outside of a function, so only the lines around them can show them. */
const LOCAL_KINDS = ['local', 'param', 'label', 'typeparam']

/** Makes the linker of a walkthrough. Nothing is read before something is asked. */
export function openLinker(index: GoIndex, { aliases, linesUrl, hasPages, cacheRoot, library }: LinkerOptions): Linker {
  const addresses = declarationAddresses(index)
  const declarationAt = findDeclarations(index, library)
  const linked = new Map<string, Declaration>()
  let cross: Promise<CrossReferences> | undefined
  const references = (): Promise<CrossReferences> => (cross ??= openCrossReferences(index, { cacheRoot, library }))

  const link = (declaration: Declaration): DeclaredTarget => {
    const { symbol, file, nameLine, nameColumn } = declaration
    const indexed = index.files.has(file)
    const page = hasPages && indexed && hasPage(addresses.head(declaration))
    if (page) for (const one of [declaration, addresses.head(declaration)]) linked.set(`${one.file}:${one.startOffset}:${one.symbol}`, one)
    return {
      kind: 'declared',
      symbol,
      file,
      line: nameLine,
      column: nameColumn,
      address: page ? addresses.of(declaration) : undefined,
      url: linesUrl(file, nameLine, nameLine),
      card: cardOf(declaration),
    }
  }
  const sentences = new Map<string, string>()
  const sentenceOf = (folder: string): string => {
    const known = sentences.get(folder) ?? packageSentence(folder)
    sentences.set(folder, known)
    return known
  }
  /** A package of Go's own library, which has no page here. */
  const libraryCard = (importPath: string): NameCard | undefined => {
    const doc = library === undefined ? '' : sentenceOf(join(library, importPath))
    return doc === '' ? undefined : { signature: `package ${importPath.slice(importPath.lastIndexOf('/') + 1)}`, package: importPath, doc, file: '', line: 0 }
  }
  const packageAddress = (importPath: string): string | undefined => (hasPages ? addresses.package(importPath) : undefined)
  const packageTarget = (importPath: string): PackageTarget | OutsideTarget | undefined => {
    const folder = index.layout.folderOf(importPath)
    if (folder === undefined) return outside(importPath, undefined, libraryCard(importPath))
    const address = packageAddress(importPath)
    const name = index.packageName(importPath) ?? importPath.slice(importPath.lastIndexOf('/') + 1)
    const card = { signature: `package ${name}`, package: importPath, doc: sentenceOf(join(index.tree.root, folder)), file: folder, line: 0 }
    return { kind: 'package', importPath, address, url: linesUrl(folder, 1, 1)?.replace(/#.*$/, ''), card }
  }
  const targetOf = async (target: Target): Promise<LinkTarget | undefined> => {
    const { kind, importPath, symbol, file, line, column } = target
    if (kind === 'package') return packageTarget(symbol)
    if (file === null || line === null || column === null) {
      if (importPath === null) return undefined
      const declared = await declarationAt(target)
      return outside(importPath, symbol.slice(importPath.length + 1), declared && { ...cardOf(declared), file: '', line: 0 })
    }
    if (importPath === null || LOCAL_KINDS.includes(kind)) return { kind: 'local', file, line, column }
    const declaration = await declarationAt(target)
    if (declaration !== undefined) return link(declaration)
    return { kind: 'declared', symbol, file, line, column, address: undefined, url: linesUrl(file, line, line), card: undefined }
  }
  return {
    index,
    hasPages,
    packageAddress,
    references,
    async names(file, first, last) {
      const names: LinkedName[] = []
      for (const { line, column, endColumn, status, target } of await (await references()).in(file)) {
        if (line < first || line > last || status !== 'resolved' || target === null) continue
        const found = await targetOf(target)
        if (found !== undefined) names.push({ line, column, endColumn, target: found })
      }
      return names
    },
    symbol(text) {
      const result = resolveSymbol(index, aliases, text)
      return result.kind === 'found' ? link(result.declaration) : undefined
    },
    linkedSymbols: () =>
      [...linked.values()].sort((a, b) => (a.file === b.file ? a.startOffset - b.startOffset : a.file < b.file ? -1 : 1)),
  }
}

function cardOf({ signature, importPath, doc, comment, file, nameLine }: Declaration): NameCard {
  return { signature, package: importPath, doc: firstSentence(doc === '' ? comment : doc), file, line: nameLine }
}

/** Functions that cannot be named, and blanks, are nothing to lead to. */
function hasPage({ kind, name }: Declaration): boolean {
  return name !== '_' && !(kind === 'func' && name === 'init')
}

/** pkg.go.dev knows every public package by its import path, and its names by fragment; `C` is no package. */
function outside(importPath: string, name: string | undefined, card: NameCard | undefined): OutsideTarget | undefined {
  if (importPath === 'C' || importPath === '' || /^[./]/.test(importPath)) return undefined
  const path = importPath.split('/').map(encodeURIComponent).join('/')
  const fragment = name === undefined ? '' : `#${encodeURIComponent(name)}`
  return { kind: 'outside', importPath, name, card, url: `https://pkg.go.dev/${path}${fragment}` }
}
