/**
 * What a declaration declares. `method` is a function with a receiver, `imethod` a method of an interface type,
 * `field` a field of a struct type (embedded ones under their type's name).
 */
export type DeclarationKind = 'func' | 'method' | 'type' | 'field' | 'imethod' | 'const' | 'var'

/**
 * One declared name at package level, or a field or interface method of a type declared there.
 *
 * Lines are one-based. Offsets and columns count UTF-16 code units; columns are one-based.
 */
export interface Declaration {
  /** `importPath.Name` or `importPath.Type.Member`. */
  readonly symbol: string
  readonly kind: DeclarationKind
  readonly name: string
  /** Type that owns a field or method, without pointer and type arguments. */
  readonly owner: string | undefined
  readonly importPath: string
  /** Path relative to the tree's root, canonical. */
  readonly file: string
  /** First line of the declaration itself: not of its doc comment, and of the spec, not of its `const (` group. */
  readonly startLine: number
  readonly endLine: number
  readonly startOffset: number
  readonly endOffset: number
  readonly nameLine: number
  readonly nameColumn: number
  /** The declaration on one line without body or value: what a person would quote. */
  readonly signature: string
  /** Doc comment as plain text without comment markers; empty when there is none. */
  readonly doc: string
  readonly exported: boolean
  /** `//go:build` expression or the constraint implied by the file name (`_linux.go`); undefined when none. */
  readonly buildConstraint: string | undefined
  /** Declared in a `_test.go` file. */
  readonly test: boolean
}

/** An import as it stands in a file. */
export interface Import {
  readonly path: string
  /** Declared name: an alias, `.`, `_`, or undefined when the package's own name is used. */
  readonly alias: string | undefined
  readonly line: number
}

/** What is known about one Go file. */
export interface FileFacts {
  readonly file: string
  readonly packageName: string
  readonly importPath: string
  readonly imports: readonly Import[]
  readonly declarations: readonly Declaration[]
  readonly buildConstraint: string | undefined
  readonly test: boolean
  /** One-based lines where the grammar could not go on; empty for a well-formed file. */
  readonly syntaxErrors: readonly number[]
}
