import type { OptionsPart } from './options-table.ts'

/** What was written about the parts on the command line; an option may stand there twice, with a symbol and without. */
export interface Asked {
  readonly defaults: boolean
  /** Options without a symbol: that part is wanted. */
  readonly bare: ReadonlySet<OptionsPart>
  /** Symbols by the option they were given with. */
  readonly symbols: ReadonlyMap<OptionsPart, string>
}

/**
 * Which part is printed: what an option without a symbol asks for; else the one part of which alone a symbol was given; else the flags.
 */
export function partAsked({ defaults, bare, symbols }: Asked): OptionsPart {
  if (defaults) return 'defaults'
  const [wanted] = bare
  if (wanted !== undefined) return wanted
  const [only] = symbols.keys()
  return only !== undefined && symbols.size === 1 ? only : 'flags'
}
