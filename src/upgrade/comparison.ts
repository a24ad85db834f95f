import type { Declaration } from '../golang/index.ts'
import type { Lead } from '../golang/calls/index.ts'
import { matchDeclaration, type DeclarationMatch } from './match-declaration.ts'
import type { Side } from './side.ts'

/** The two versions, and what is found out about declarations on the way. */
export interface Comparison {
  readonly before: Side
  readonly after: Side
  /** What became of a declaration of the older version; each is looked for once. */
  readonly matchOf: (old: Declaration) => DeclarationMatch
  /** How one declaration leads to another on a side. */
  readonly leads: (side: Side, from: Declaration, to: Declaration) => Promise<readonly Lead[]>
}

/** Puts two versions side by side. */
export function compare(before: Side, after: Side, leads: Comparison['leads']): Comparison {
  const matches = new Map<string, DeclarationMatch>()
  return {
    before,
    after,
    leads,
    matchOf(old) {
      let match = matches.get(old.symbol)
      if (match === undefined) matches.set(old.symbol, (match = matchDeclaration(old, before, after)))
      return match
    },
  }
}
