import { findCalls, resolveSymbol, type Aliases, type CallSite, type GoIndex } from '../golang/index.ts'
import type { StopConfig } from '../config/index.ts'

/** The calls by which a path goes on, by full symbols of caller and callee. */
export type Hops = ReadonlyMap<string, CallSite>

export const hopKey = (from: string, to: string): string => `${from} → ${to}`

/** Finds, for each stop, the call in its caller's body that leads to it; the first proven one, else the first candidate. */
export async function findHops(index: GoIndex, aliases: Aliases, path: readonly StopConfig[]): Promise<Hops> {
  const hops = new Map<string, CallSite>()
  for (const { symbol, calledBy } of path) {
    if (calledBy === undefined) continue
    const caller = resolveSymbol(index, aliases, calledBy)
    const callee = resolveSymbol(index, aliases, symbol)
    if (caller.kind !== 'found' || callee.kind !== 'found') continue
    const calls = await findCalls(index, caller.declaration, callee.declaration)
    const call = calls.find(({ status }) => status === 'resolved') ?? calls[0]
    if (call !== undefined) hops.set(hopKey(caller.declaration.symbol, callee.declaration.symbol), call)
  }
  return hops
}
