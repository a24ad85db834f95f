import type { DocName } from '../golang/doc/index.ts'
import { shortSymbol, type Declaration, type GoIndex } from '../golang/index.ts'
import type { Book } from './book.ts'
import { declarationAddresses, shownDeclaration, type DeclarationAddresses } from './declaration-address.ts'
import { docNames, docWay } from './declaration-doc.ts'
import type { Mention } from './declaration-mentions.ts'
import { noteMentions } from './declaration-notes.ts'
import { shownLines, sourceView } from './declaration-source.ts'
import { groupCallees, groupCallers, groupUses, type UseContext } from './declaration-uses.ts'
import type { DeclarationView, MemberView, PackageView, Way } from './declaration-view.ts'
import { packageViews } from './package-view.ts'
import type { LinkedName } from './link-target.ts'
import type { Linker } from './linker.ts'

/** All pages about the code of a walkthrough. */
export interface CodePages {
  /** In order of file and line. */
  readonly declarations: readonly DeclarationView[]
  readonly packages: readonly PackageView[]
  /** Where a name in the doc comment of a declaration leads. */
  docWay(declaration: Pick<Declaration, 'importPath' | 'file'>, name: DocName): Way | undefined
}

interface Found {
  readonly head: Declaration
  readonly names: readonly LinkedName[]
}

/**
 * The pages about declarations: of everything that chapters have led to so far, and of everything that those pages lead to
 * in turn through code, doc comments and members. Undefined without the source, and where the site has no such pages.
 */
export async function codePages(book: Book): Promise<CodePages | undefined> {
  const { linker, mentions } = book
  if (linker?.hasPages !== true) return undefined
  const { index } = linker
  const addresses = declarationAddresses(index)
  for (const symbol of mentions.bySymbol.keys()) linker.symbol(symbol)
  const found = await closure(linker, addresses)
  const notes = await noteMentions(mentions.excerpts, linker)
  const context: UseContext = {
    index,
    addresses,
    linesUrl: book.linesUrl,
    hasPage: (symbol) => found.has(symbol),
    isShown: ({ symbol, file, startOffset }) => {
      const head = found.get(symbol)?.head
      return head?.file === file && head.startOffset === startOffset
    },
    labelOf: labels(index, book.walkthrough.aliases),
  }
  const lines = new Map<string, string[]>()
  const linesOf = (file: string): string[] => {
    const known = lines.get(file) ?? index.text(file).split(/\r?\n/)
    lines.set(file, known)
    return known
  }
  const declarations: DeclarationView[] = []
  for (const one of found.values()) {
    const spoken = [one.head, ...membersOf(one.head, index, addresses)].flatMap(({ symbol }) => [...(mentions.bySymbol.get(symbol) ?? []), ...(notes.get(symbol) ?? [])])
    declarations.push(await viewOf(one, linesOf(one.head.file), spoken, { book, linker, context }))
  }
  return {
    declarations: declarations.sort((a, b) => compare(a.declaration.file, b.declaration.file) || a.declaration.startOffset - b.declaration.startOffset),
    packages: packageViews(index, addresses, book.linesUrl, (symbol) => found.has(symbol)),
    docWay: (declaration, name) => docWay(declaration, name, linker, book.linesUrl),
  }
}

/** Leads on from what is linked until nothing is new. */
async function closure(linker: Linker, addresses: DeclarationAddresses): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (;;) {
    const fresh = linker.linkedSymbols().map((one) => addresses.head(one)).filter(({ symbol }) => !found.has(symbol))
    if (fresh.length === 0) return found
    for (const { symbol } of fresh) {
      const head = shownDeclaration(linker.index, symbol)
      if (head === undefined || found.has(symbol)) continue
      const members = membersOf(head, linker.index, addresses)
      for (const method of members.filter(({ kind }) => kind === 'method')) linker.symbol(method.symbol)
      for (const one of [head, ...members]) for (const name of docNames(one.doc)) docWay(one, name, linker, () => undefined)
      found.set(symbol, { head, names: await linker.names(head.file, ...shownLines(head)) })
    }
  }
}

/** What belongs to a type or stands in the same group, in order of the source, methods last. */
function membersOf(head: Declaration, index: GoIndex, addresses: DeclarationAddresses): Declaration[] {
  const { kind, name, importPath, symbol } = head
  if (kind === 'type') {
    const own = index.package(importPath).filter(({ owner }) => owner === name || owner?.startsWith(`${name}.`))
    const isMethod = (one: Declaration): boolean => one.kind === 'method'
    return [...own.filter((one) => !isMethod(one) && one.file === head.file), ...own.filter(isMethod)]
  }
  if (head.group === undefined) return []
  return index.package(importPath).filter((one) => one.file === head.file && one.group?.startLine === head.group?.startLine && one.symbol !== symbol && one.name !== '_' && addresses.head(one).symbol === symbol)
}

interface Around {
  readonly book: Book
  readonly linker: Linker
  readonly context: UseContext
}

async function viewOf({ head, names }: Found, lines: readonly string[], mentions: readonly Mention[], { book, linker, context }: Around): Promise<DeclarationView> {
  const { index, addresses, linesUrl, hasPage } = context
  const references = await linker.references()
  const { symbol, importPath, kind } = head
  const usesOf = async (of: string) => groupUses(await references.usesOf(of), context)
  const members: MemberView[] = []
  for (const member of membersOf(head, index, addresses)) {
    const isMethod = member.kind === 'method'
    members.push({
      id: isMethod ? undefined : addresses.fragment(member),
      kind: member.kind,
      name: member.symbol.slice((isMethod || kind === 'type' ? symbol : importPath).length + 1),
      signature: member.signature,
      doc: member.doc === '' ? member.comment : member.doc,
      line: member.nameLine,
      uses: await usesOf(member.symbol),
      address: isMethod && hasPage(member.symbol) ? addresses.of(member) : undefined,
      url: linesUrl(member.file, member.startLine, member.endLine),
    })
  }
  const calls = kind === 'func' || kind === 'method'
  const wayAt = ({ line, column }: { line: number; column: number }): Way => {
    const target = names.find((name) => name.line === line && name.column === column)?.target
    if (target?.kind === 'declared') return { address: target.address, url: target.url }
    return { address: undefined, url: target?.kind === 'outside' ? target.url : undefined }
  }
  const type = kind === 'method' ? index.bySymbol(`${importPath}.${head.owner ?? ''}`)[0] : undefined
  return {
    address: addresses.of(head),
    declaration: head,
    name: symbol.slice(importPath.length + 1),
    packageName: index.packageName(importPath) ?? '',
    packageAddress: addresses.package(importPath),
    owner: type && { name: type.name, address: hasPage(type.symbol) ? addresses.of(type) : undefined, url: linesUrl(type.file, type.startLine, type.endLine) },
    source: sourceView(head, lines, index, book.walkthrough.aliases, linesUrl),
    names,
    members,
    uses: await usesOf(symbol),
    callers: calls ? groupCallers(await references.callersOf(symbol), context) : [],
    callees: calls ? groupCallees(await references.calleesOf(symbol), wayAt, context) : [],
    mentions: withoutRepeats(mentions),
    twins: index
      .bySymbol(symbol)
      .filter((one) => one !== head && one.file !== head.file)
      .map(({ file, startLine, endLine }) => ({ file, line: startLine, address: undefined, url: linesUrl(file, startLine, endLine) })),
  }
}

/** A page that says a name in passing need not be told when it also shows or explains it; each place counts once. */
function withoutRepeats(mentions: readonly Mention[]): Mention[] {
  const keys = new Map(mentions.map((mention) => [`${mention.file}#${mention.id ?? ''}`, mention]))
  return [...keys.values()].filter(({ kind, file }) => kind !== 'name' || !mentions.some((other) => other.file === file && other.kind !== 'name'))
}

/** How readers call symbols: through an alias, or with the last element of the import path where nothing is known. */
function labels(index: GoIndex, aliases: Readonly<Record<string, string>>): (symbol: string) => string {
  return (symbol) => {
    const [declaration] = index.bySymbol(symbol)
    if (declaration !== undefined) return shortSymbol(index, aliases, declaration)
    const dot = symbol.indexOf('.', symbol.lastIndexOf('/') + 1)
    const path = dot === -1 ? symbol : symbol.slice(0, dot)
    // `klog` for `k8s.io/klog/v2`: a version is no name.
    const named = path.replace(/\/v\d+$/, '')
    return `${named.slice(named.lastIndexOf('/') + 1)}${symbol.slice(path.length)}`
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

