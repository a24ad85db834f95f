import type { Diagnostic } from '../../report/index.ts'
import type { Reference } from '../resolve/index.ts'

/** Where an identifier stands: one-based line and columns, in UTF-16 code units; `endColumn` is one past its last. */
export interface Spot {
  /** Path relative to the tree. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** A place that uses a declaration. */
export interface Use extends Spot {
  /** Full symbol of the declaration at package level that it stands in; undefined in imports. */
  readonly inside: string | undefined
  /** `call`: what stands here is called. `reference`: everything else, a function handed on as a value included. */
  readonly kind: 'call' | 'reference'
}

/** A declaration that leads to a function or method. The place is that of the function's name. */
export interface CallEdge extends Spot {
  /** Full symbols. The caller is the declaration at package level that the place stands in. */
  readonly caller: string
  readonly callee: string
  /** `call`: called here. `value`: put into a struct's field here, named by `through`, for whoever calls the field. */
  readonly kind: 'call' | 'value'
  /**
   * Of a call: the key (in a composite literal) or field (in an assignment) that holds the innermost such closure around it;
   * undefined outside of one. Of a value: the field it is put into.
   */
  readonly through: string | undefined
}

/** Answers about all files of an index but tests. Only resolved references count. */
export interface CrossReferences {
  /** Every identifier of a file and what it means; see `Resolver.references`. */
  in(file: string): Promise<readonly Reference[]>
  /**
   * Where a declaration is used, in order of file and place: any full symbol, of a method, field or interface method too, or
   * the import path of a package. Its own declaration is no use of it.
   */
  usesOf(symbol: string): Promise<readonly Use[]>
  /** Edges that lead to a function or method. */
  callersOf(symbol: string): Promise<readonly CallEdge[]>
  /** Edges that start in a declaration. */
  calleesOf(symbol: string): Promise<readonly CallEdge[]>
  /** How many files were resolved so far, and not taken from the cache. */
  readonly resolved: number
  /** What was wrong with the files looked at so far. */
  readonly diagnostics: readonly Diagnostic[]
}
