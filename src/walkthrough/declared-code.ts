import type { Declaration, GoNode } from '../golang/index.ts'

/** A declaration with the text of its file and its syntax tree: everything that anchors are looked up in. */
export interface DeclaredCode {
  readonly declaration: Declaration
  /** The whole file; offsets of `declaration` and `node` count in it. */
  readonly text: string
  /** Smallest node that covers the declaration. */
  readonly node: GoNode
}

/** The text of the declaration alone. */
export function declarationText({ declaration, text }: DeclaredCode): string {
  return text.slice(declaration.startOffset, declaration.endOffset)
}
