/** A place in a text. Both count from zero; `column` is in UTF-16 code units from the start of the line. */
export interface GoPoint {
  readonly row: number
  readonly column: number
}

/**
 * A node of a Go syntax tree: what `tree-sitter` and `web-tree-sitter` have in common, under the same names.
 *
 * Node types are those of the `tree-sitter-go` grammar. Offsets count UTF-16 code units of the parsed text. A node is
 * valid until its tree is deleted.
 */
export interface GoNode {
  readonly type: string
  readonly startIndex: number
  readonly endIndex: number
  readonly startPosition: GoPoint
  readonly endPosition: GoPoint
  readonly text: string
  readonly children: GoNode[]
  readonly namedChildren: GoNode[]
  readonly parent: GoNode | null
  /** The node or something below it could not be parsed. */
  readonly hasError: boolean
  /** The parser put this node in to go on; nothing of it stands in the text. */
  readonly isMissing: boolean
  childForFieldName(name: string): GoNode | null
  /** Nodes of these types in document order, nested ones included. */
  descendantsOfType(types: string | string[]): GoNode[]
}

/** A parsed text. */
export interface GoTree {
  readonly rootNode: GoNode
  /** Frees the tree's memory; its nodes must not be touched afterwards. Does nothing where the runtime does it itself. */
  delete(): void
}

/** Turns Go text into a tree; makes a tree of anything, marking what it could not read. */
export interface GoParser {
  /** Which runtime does the work. The trees are the same. */
  readonly backend: 'native' | 'wasm'
  parse(text: string): GoTree
}
