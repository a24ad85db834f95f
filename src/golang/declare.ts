import type { DeclarationKind } from './declaration.ts'
import { docCommentBefore, lineCommentAfter } from './doc-comment.ts'
import type { LocalDeclaration } from './local-declaration.ts'
import type { Positions } from './positions.ts'
import type { ScannedSource } from './scan-source.ts'

/** A text being read: the original one, what the scan found in it, and how the tree's offsets relate to it. */
export interface Reading {
  readonly text: string
  readonly scanned: ScannedSource
  readonly positions: Positions
  /** What the tree was made of. */
  readonly parsed: 'whole' | 'condensed'
}

/** What a declaration is made from; the rest follows from the text. All offsets are those of the text. */
export interface Found {
  readonly kind: DeclarationKind
  readonly name: string
  readonly nameStart: number
  readonly owner: string | undefined
  readonly start: number
  readonly end: number
  /** Line to give where it is not that of `start`. */
  readonly startLine?: number
  readonly signature: string
  readonly docAt: readonly number[]
  readonly embedded?: boolean
  readonly group?: LocalDeclaration['group']
  readonly lineComment: boolean
}

/** Completes a declaration with its lines and comments. */
export function declare({ text, scanned, positions }: Reading, found: Found): LocalDeclaration {
  const startLine = found.startLine ?? positions.line(found.start)
  let doc = ''
  for (const at of found.docAt) if (doc === '') doc = docCommentBefore(text, scanned.comments, at)
  return {
    kind: found.kind,
    name: found.name,
    owner: found.owner,
    startLine,
    endLine: positions.line(found.end - 1),
    startOffset: found.start,
    endOffset: found.end,
    nameLine: positions.line(found.nameStart),
    nameColumn: positions.column(found.nameStart),
    signature: found.signature,
    doc,
    comment: found.lineComment ? lineCommentAfter(text, scanned.comments, found.end) : '',
    embedded: found.embedded ?? false,
    group: found.group,
  }
}
