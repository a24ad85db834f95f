import type { AnchorRecord, DeclarationRecord, ExcerptRecord, HopRecord } from './lock.ts'
import type { AuthorPlace, FragmentRequest, PartRequest, Resolved } from './request.ts'

/** A symbol an author named, with its full name and its place. */
export interface BoundSymbol {
  readonly symbol: string
  readonly record: DeclarationRecord
}

/** Where a line of the tree is: a flag's declaration, for example. */
export interface CodePlace {
  readonly file: string
  readonly line: number
}

/**
 * Answers where things are that chapters name. There are two: one that reads the source, one that reads the lock
 * file; whoever asks does not know which.
 */
export interface Binder {
  readonly kind: 'source' | 'lock'
  /** Top-level folders of the repository. */
  readonly topLevel: readonly string[]
  symbol(text: string, place: AuthorPlace): Resolved<BoundSymbol>
  part(bound: BoundSymbol, part: PartRequest, place: AuthorPlace): Resolved<ExcerptRecord>
  anchor(bound: BoundSymbol, fragment: FragmentRequest): Resolved<AnchorRecord>
  flag(name: string, place: AuthorPlace): Resolved<CodePlace>
  file(path: string, place: AuthorPlace): Resolved<string>
  /** The call by which the path goes on from one of its stops to another. */
  hop(from: BoundSymbol, to: BoundSymbol, fromIndex: number, place: AuthorPlace): Resolved<HopRecord>
  /** Lines of a file without line ends, one-based and inclusive; undefined without source. */
  lines(file: string, first: number, last: number): readonly string[] | undefined
}
