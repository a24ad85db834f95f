/** What a reader may want to know of a name before following its link. Plain data, in the words of the source. */
export interface NameCard {
  /** The declaration on one line, without body. */
  readonly signature: string
  /** Import path of the package that declares it. */
  readonly package: string
  /** First sentence of its doc comment; empty when there is none. */
  readonly doc: string
  /** Where it is declared; of a package its folder, and 0; empty outside of the tree. */
  readonly file: string
  readonly line: number
  /** What is no declaration of its own: a flag of the command line. */
  readonly about?: 'flag'
}

/** A declaration at package level, or a field or method of one. */
export interface DeclaredTarget {
  readonly kind: 'declared'
  readonly symbol: string
  readonly file: string
  readonly line: number
  readonly column: number
  /** Its own page, below walkthrough and locale; undefined when it has none. */
  readonly address: string | undefined
  /** Its line on the code host; undefined where there is none, or it would not be right. */
  readonly url: string | undefined
  /** Undefined when nothing could be read of it. */
  readonly card: NameCard | undefined
}

/** What can be named in one function only: a variable, a parameter, a label, a type parameter. */
export interface LocalTarget {
  readonly kind: 'local'
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A package of the tree, as an import names it. */
export interface PackageTarget {
  readonly kind: 'package'
  readonly importPath: string
  readonly address: string | undefined
  readonly url: string | undefined
  readonly card: NameCard
}

/** What is declared outside of the tree, the package itself when it has no name: Go's library, or a module not at hand. */
export interface OutsideTarget {
  readonly kind: 'outside'
  readonly importPath: string
  readonly name: string | undefined
  readonly url: string
  /** Undefined where its source is not at hand: then its name is all that is known. */
  readonly card: NameCard | undefined
}

/** Where a name certainly leads. */
export type LinkTarget = DeclaredTarget | LocalTarget | PackageTarget | OutsideTarget

/** A name in a file, and where it leads. One-based; columns count UTF-16 code units, `endColumn` is one past the last. */
export interface LinkedName {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly target: LinkTarget
}
