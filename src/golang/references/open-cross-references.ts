import { silentProgress, type Progress } from '../../report/index.ts'
import { holdsOnLinux } from '../evaluate-constraint.ts'
import type { GoIndex } from '../go-index.ts'
import type { Reference } from '../resolve/index.ts'
import { openAnswerBook } from './answer-book.ts'
import type { CallEdge, CrossReferences, Spot, Use } from './cross-references.ts'
import type { Role } from './read-roles.ts'

/** What to look with. */
export interface CrossReferenceOptions {
  /** `GOROOT/src`, when Go's own library is at hand: then what its functions give is known too. */
  readonly library?: string | undefined
  /** Folder of the cache; nothing is kept without one. */
  readonly cacheRoot?: string | undefined
  readonly progress?: Progress
}

/** What one file uses and calls, by symbol. */
interface FileTables {
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly callers: ReadonlyMap<string, readonly CallEdge[]>
  readonly callees: ReadonlyMap<string, readonly CallEdge[]>
}

/**
 * Cross-references of an index. Files are resolved when first asked for; the first question about uses or calls resolves
 * all, and every question looks into those files only that speak of the symbol. Never throws for what files hold; see
 * `CrossReferences.diagnostics`.
 */
export async function openCrossReferences(index: GoIndex, options: CrossReferenceOptions = {}): Promise<CrossReferences> {
  const { library, cacheRoot, progress = silentProgress } = options
  const book = await openAnswerBook(index, library, cacheRoot, progress)
  /** Files by the symbols that they speak of, in order. */
  let filesBySymbol: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  const lookThrough = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const all = [...index.files.keys()].filter((file) => !file.endsWith('_test.go'))
    progress.stage(`Resolving references: ${all.length} files`)
    await book.prepare(all)
    const files = new Map<string, string[]>()
    for (const file of all) for (const symbol of book.symbolsIn(file)) add(files, symbol, file)
    return files
  }
  const tables = new Map<string, Promise<FileTables>>()
  const tablesOf = (file: string): Promise<FileTables> => {
    let known = tables.get(file)
    if (known === undefined) tables.set(file, (known = book.of(file).then(({ roles }) => turnAround(roles, file, (symbol, at) => isMeant(index, symbol, at)))))
    return known
  }
  const collect = async <Row>(symbol: string, rowsOf: (tables: FileTables) => readonly Row[] | undefined): Promise<Row[]> => {
    const files = (await (filesBySymbol ??= lookThrough())).get(symbol) ?? []
    return (await Promise.all(files.map(tablesOf))).flatMap((one) => rowsOf(one) ?? [])
  }
  return {
    diagnostics: book.diagnostics,
    get resolved() {
      return book.resolved
    },
    in: async (file) => (await book.of(file)).references,
    usesOf: (symbol) => collect(symbol, ({ uses }) => uses.get(symbol)),
    callersOf: (symbol) => collect(symbol, ({ callers }) => callers.get(symbol)),
    calleesOf: (symbol) => collect(symbol, ({ callees }) => callees.get(symbol)),
  }
}

/**
 * Whether a symbol stands for what is declared in a file. A program beside a package, left out of the build, may declare
 * something under a symbol of the package: then the package's is meant.
 */
function isMeant(index: GoIndex, symbol: string, file: string | null): boolean {
  const all = index.bySymbol(symbol)
  if (file === null || all.length < 2) return true
  const built = all.filter(({ test, buildConstraint }) => !test && holdsOnLinux(buildConstraint))
  return built.length === 0 || built.some((one) => one.file === file)
}

/** What a file's identifiers do, by what they do it to. */
function turnAround(roles: readonly Role[], file: string, isMeant: (symbol: string, file: string | null) => boolean): FileTables {
  const uses = new Map<string, Use[]>()
  const callers = new Map<string, CallEdge[]>()
  const callees = new Map<string, CallEdge[]>()
  for (const role of roles) {
    const use = useOf(role, file)
    if (use === undefined || !isMeant(use.symbol, role.reference.target?.file ?? null)) continue
    add(uses, use.symbol, use.use)
    const edge = edgeOf(role, use.use, use.symbol)
    if (edge === undefined || !isMeant(edge.caller, file)) continue
    add(callers, edge.callee, edge)
    add(callees, edge.caller, edge)
  }
  return { uses, callers, callees }
}

function spotOf({ line, column, endColumn }: Reference, file: string): Spot {
  return { file, line, column, endColumn }
}

/** The use that a resolved identifier makes of what can be named from elsewhere. */
function useOf({ reference, inside, called }: Role, file: string): { symbol: string; use: Use } | undefined {
  const { target, line, column } = reference
  if (target === null || target.importPath === null) return undefined
  if (target.file === file && target.line === line && target.column === column) return undefined
  const isCall = called && target.kind !== 'type' && target.kind !== 'unknown'
  return { symbol: target.symbol, use: { ...spotOf(reference, file), inside, kind: isCall ? 'call' : 'reference' } }
}

function edgeOf({ reference, through, putInto }: Role, { kind, inside, ...spot }: Use, callee: string): CallEdge | undefined {
  const called = reference.target?.kind
  if (inside === undefined || (called !== 'func' && called !== 'method')) return undefined
  if (kind === 'call') return { caller: inside, callee, kind, through, ...spot }
  return putInto === undefined ? undefined : { caller: inside, callee, kind: 'value', through: putInto, ...spot }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
