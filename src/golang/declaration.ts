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
  /**
   * Type that owns a field or method, without pointer and type arguments. A field of a struct type written inside another
   * field is owned by the path to it: `Type.Field`.
   */
  readonly owner: string | undefined
  readonly importPath: string
  /** Path relative to the tree's root, canonical. */
  readonly file: string
  /**
   * First line of the declaration itself: not of its doc comment, and of the spec, not of its `const (` group. An embedded
   * field starts where its type expression starts.
   */
  readonly startLine: number
  readonly endLine: number
  /** Where the text of the declaration starts: with its keyword, or in a `const (` group with its spec. */
  readonly startOffset: number
  readonly endOffset: number
  readonly nameLine: number
  readonly nameColumn: number
  /** The declaration on one line without body or value: what a person would quote. */
  readonly signature: string
  /** Doc comment as plain text without comment markers; empty when there is none. */
  readonly doc: string
  /** Comment behind it on its last line, for what stands in a group, a struct or an interface; empty when there is none. */
  readonly comment: string
  /** An embedded field; its name is its type's. */
  readonly embedded: boolean
  /** The `const (`, `var (` or `type (` group it stands in; `index` counts specs from zero, for constants it is iota. */
  readonly group: { readonly startLine: number; readonly endLine: number; readonly index: number } | undefined
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
  /** Name in the package clause; empty when there is none. */
  readonly packageName: string
  /** Import path of the folder; a package `x_test` beside it has the path with `_test` appended, as in `go list`. */
  readonly importPath: string
  readonly imports: readonly Import[]
  readonly declarations: readonly Declaration[]
  readonly buildConstraint: string | undefined
  readonly test: boolean
  /** One-based lines where the grammar could not go on; empty for a well-formed file. */
  readonly syntaxErrors: readonly number[]
}
