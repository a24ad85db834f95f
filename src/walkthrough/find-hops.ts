import { openCalls, type Lead } from '../golang/calls/index.ts'
import { resolveSymbol, type Aliases, type GoIndex } from '../golang/index.ts'
import type { StopConfig } from '../config/index.ts'

/** The steps by which a path goes on, by full symbols of caller and callee. */
export type Hops = ReadonlyMap<string, Lead>

export const hopKey = (from: string, to: string): string => `${from} → ${to}`

/** Finds, for each stop, what in its caller's body leads to it: the surest way there is. */
export async function findHops(index: GoIndex, aliases: Aliases, path: readonly StopConfig[]): Promise<Hops> {
  const calls = openCalls(index)
  const hops = new Map<string, Lead>()
  for (const { symbol, calledBy } of path) {
    if (calledBy === undefined) continue
    const caller = resolveSymbol(index, aliases, calledBy)
    const callee = resolveSymbol(index, aliases, symbol)
    if (caller.kind !== 'found' || callee.kind !== 'found') continue
    const [lead] = await calls.leads(caller.declaration, callee.declaration)
    if (lead !== undefined) hops.set(hopKey(caller.declaration.symbol, callee.declaration.symbol), lead)
  }
  return hops
}
