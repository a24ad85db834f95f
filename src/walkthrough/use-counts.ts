import type { Linker } from './linker.ts'

/** Ids of the parts of a declaration's page that list its uses: all of them, and of a function by what they are. */
export const USE_IDS = { used: 'where-used', calledBy: 'called-by', alsoNamed: 'also-named', calls: 'what-it-calls' } as const

/** A count of uses, and the part of a page that lists them one by one. */
export interface UseCount {
  /** `calledBy`: lines that call it. `alsoNamed`: other lines that name it. `calls`: functions it calls. `used`: lines that name what is no function. */
  readonly kind: keyof typeof USE_IDS
  readonly count: number
  /** Below walkthrough and locale, with a fragment. */
  readonly address: string
}

/**
 * How often a declaration is used, as its page tells it. Only resolved references of the indexed packages count. Empty
 * where nothing was found, or the site has no page that would list it.
 */
export async function useCounts(symbol: string, linker: Linker): Promise<UseCount[]> {
  const address = linker.symbol(symbol)?.address
  const [declaration] = linker.index.bySymbol(symbol)
  if (address === undefined || declaration === undefined) return []
  const references = await linker.references()
  // What stands on the page of another is listed there, under its own id.
  const [page = '', fragment] = address.split('#')
  const told = (kind: UseCount['kind'], count: number): UseCount[] => (count === 0 ? [] : [{ kind, count, address: `${page}#${fragment ?? USE_IDS[kind]}` }])
  const uses = await references.usesOf(symbol)
  if (declaration.kind !== 'func' && declaration.kind !== 'method') return told('used', spots(uses).size)
  const callers = await references.callersOf(symbol)
  const calling = new Set(callers.map(({ file, line }) => `${file}:${line}`))
  const others = uses.filter(({ file, line }) => !calling.has(`${file}:${line}`))
  const callees = new Set((await references.calleesOf(symbol)).map(({ callee }) => callee))
  const calls = callers.map((edge) => ({ ...edge, inside: edge.caller }))
  return [...told('calledBy', spots(calls).size), ...told('alsoNamed', spots(others).size), ...told('calls', callees.size)]
}

/** Lines of declarations, each once. */
function spots(uses: readonly { readonly file: string; readonly line: number; readonly inside: string | undefined }[]): Set<string> {
  return new Set(uses.map(({ inside, file, line }) => `${inside ?? ''}\0${file}:${line}`))
}
