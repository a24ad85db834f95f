import type { Declaration } from '../golang/index.ts'
import type { Callee, CallsOf, FunctionCalls } from './proven-calls.ts'

/** A function on the path, what it leads to, and which of that the path follows. */
export interface TracedStop {
  readonly declaration: Declaration
  readonly calls: FunctionCalls
  /** Undefined for the last. */
  readonly next: Callee | undefined
}

/**
 * Why a path ends. `leaf`: nothing more of the project is called. `tools`: nothing but what much of the project uses. `open`:
 * what is called is decided at run time. `again`: only functions that are on the path already. `long`: it goes on, but the
 * chapter is long enough.
 */
export type PathEnd = 'leaf' | 'tools' | 'open' | 'again' | 'long'

/** A path of calls, and why it goes no further. */
export interface TracedPath {
  readonly stops: readonly TracedStop[]
  readonly end: PathEnd
}

/** How far is looked. */
export interface TraceLimits {
  /** Stops of the path. Default 6. */
  readonly stops?: number
  /** Calls that are followed to see how much lies behind a function. Default 3. */
  readonly depth?: number
  /** Functions that are read in all. Default 400. */
  readonly functions?: number
}

/**
 * Follows the calls from a function, at each step the one behind which most of the project lies: that is where a program's
 * work is done, and where its shorter errands (reading a file, writing a line) are not. Of equals the longest counts, then the
 * last in the text.
 */
export async function tracePath(entry: Declaration, callsOf: CallsOf, limits: TraceLimits = {}): Promise<TracedPath> {
  const { stops: most = 6, depth = 3, functions = 400 } = limits
  const read = new Set<string>()
  const look = async (declaration: Declaration): Promise<readonly Callee[]> => {
    if (!read.has(declaration.symbol) && read.size >= functions) return []
    read.add(declaration.symbol)
    return (await callsOf(declaration)).callees
  }
  const weigh = async (from: Declaration, passed: ReadonlySet<string>): Promise<number> => {
    const seen = new Set(passed)
    let front = [from]
    for (let level = 0; level < depth && front.length > 0; level++) {
      const next: Declaration[] = []
      for (const declaration of front) {
        for (const { declaration: callee, isTool } of await look(declaration)) {
          if (isTool || seen.has(callee.symbol)) continue
          seen.add(callee.symbol)
          next.push(callee)
        }
      }
      front = next
    }
    return seen.size - passed.size
  }

  const stops: TracedStop[] = []
  const passed = new Set<string>()
  let at: Declaration = entry
  for (;;) {
    passed.add(at.symbol)
    const calls = await callsOf(at)
    const ahead = calls.callees.filter(({ declaration, isTool }) => !isTool && !passed.has(declaration.symbol))
    const isFull = stops.length + 1 >= most
    let next: Callee | undefined
    let best = -1
    for (const callee of isFull ? [] : ahead) {
      const weight = (await weigh(callee.declaration, new Set([...passed, callee.declaration.symbol]))) + lengthOf(callee.declaration) / 10_000
      if (weight >= best) [best, next] = [weight, callee]
    }
    stops.push({ declaration: at, calls, next })
    if (next === undefined) return { stops, end: endOf(calls, ahead) }
    at = next.declaration
  }
}

function endOf({ callees, open }: FunctionCalls, ahead: readonly Callee[]): PathEnd {
  if (ahead.length > 0) return 'long'
  if (callees.some(({ isTool }) => !isTool)) return 'again'
  if (open.length > 0) return 'open'
  return callees.length > 0 ? 'tools' : 'leaf'
}

const lengthOf = ({ startLine, endLine }: Declaration): number => Math.min(endLine - startLine, 9999)
