import { readUses } from '../golang/calls/read-uses.ts'
import { holdsOnLinux, type Declaration, type GoIndex } from '../golang/index.ts'
import { openResolver } from '../golang/resolve/index.ts'

/** A function of the project that another one leads to, and where in its text. */
export interface Callee {
  readonly declaration: Declaration
  /** `value`: handed over to be called by somebody else. */
  readonly how: 'call' | 'value'
  /** Offsets of the call, or of the name handed over, in the caller's file; UTF-16 code units. */
  readonly startOffset: number
  readonly endOffset: number
  /** Of another package that much of the project imports: a tool at hand, and no place that a walk leads to. */
  readonly isTool: boolean
}

/** What a function leads to. */
export interface FunctionCalls {
  /** Proven ones into the project itself, each function once, in order of the text. */
  readonly callees: readonly Callee[]
  /** Names that are called without a proof of what they are: methods of interfaces, values that hold functions. */
  readonly open: readonly string[]
}

/** Answers what a function leads to; asked again it gives the same answer. */
export type CallsOf = (declaration: Declaration) => Promise<FunctionCalls>

/** Reads the calls of functions from an index: those into its own packages, tests and other systems' files left out. */
export function provenCalls(index: GoIndex): CallsOf {
  const resolver = openResolver(index)
  const tools = toolPackages(index)
  const known = new Map<string, Promise<FunctionCalls>>()
  const read = async (caller: Declaration): Promise<FunctionCalls> => {
    const callees = new Map<string, Callee>()
    const open = new Set<string>()
    const offsetAt = offsets(index.text(caller.file))
    for (const use of await readUses(index, resolver, caller)) {
      const { status, target, name } = use.reference
      if (status === 'builtin') continue
      const declaration = status === 'resolved' && target !== null ? functionOf(index, target.symbol) : undefined
      if (declaration !== undefined) {
        const at = { startOffset: offsetAt(use.line, use.column), endOffset: offsetAt(use.endLine, use.endColumn) }
        const before = callees.get(declaration.symbol)
        // A call says more than a mention, wherever it stands.
        if (before === undefined || (before.how === 'value' && use.how === 'call')) {
          callees.set(declaration.symbol, { declaration, how: use.how, ...at, isTool: declaration.importPath !== caller.importPath && tools.has(declaration.importPath) })
        }
      } else if (use.how === 'call' && isOpen(index, target?.symbol, target?.kind)) {
        open.add(name)
      }
    }
    return { callees: [...callees.values()].sort((a, b) => a.startOffset - b.startOffset), open: [...open] }
  }
  return (declaration) => {
    let calls = known.get(declaration.symbol)
    if (calls === undefined) known.set(declaration.symbol, (calls = read(declaration)))
    return calls
  }
}

/** Packages that more than a tenth of all packages import, and more than ten. */
function toolPackages(index: GoIndex): ReadonlySet<string> {
  const importers = new Map<string, Set<string>>()
  for (const { imports, importPath, test } of index.files.values()) {
    if (test) continue
    for (const { path } of imports) importers.set(path, (importers.get(path) ?? new Set()).add(importPath))
  }
  const most = Math.max(10, index.packages().length / 10)
  return new Set([...importers].filter(([, from]) => from.size > most).map(([path]) => path))
}

/** The one function or method of a symbol that is built for linux on amd64, with a body to walk through. */
function functionOf(index: GoIndex, symbol: string): Declaration | undefined {
  const all = index.bySymbol(symbol).filter(({ kind }) => kind === 'func' || kind === 'method')
  const built = all.filter(({ buildConstraint }) => holdsOnLinux(buildConstraint))
  return built.length === 1 ? built[0] : undefined
}

/** Whether a call's target is decided only when the program runs. */
function isOpen(index: GoIndex, symbol: string | undefined, kind: string | undefined): boolean {
  if (symbol === undefined || kind === 'local' || kind === 'param' || kind === 'field') return true
  return index.bySymbol(symbol).some((declaration) => declaration.kind === 'imethod')
}

/** Offset of a one-based line and column. */
function offsets(text: string): (line: number, column: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (line, column) => (starts[line - 1] ?? text.length) + column - 1
}
