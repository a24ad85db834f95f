import type { GoParser } from '../go-node.ts'
import { condensePart } from './condense-part.ts'
import type { OutlinePart } from './scan-outline.ts'
import type { SourceFile } from './source-file.ts'
import { copySyntax, type CopiedSyntax, type OffsetMap } from './syntax.ts'

/** Syntax of a file, or of a part of it. `broken`: something of it could not be read. */
export interface FileSyntax extends CopiedSyntax {
  readonly broken: boolean
}

const AS_IT_IS: OffsetMap = { start: (offset) => offset, end: (offset) => offset }

/** Parses a file. */
export function readSyntax({ text }: Pick<SourceFile, 'text'>, parser: GoParser): FileSyntax {
  return parse(text, text, parser, AS_IT_IS)
}

/** Parses one declaration or group of a file, without comments, bodies and what stands in braces of values. */
export function readPart({ text }: Pick<SourceFile, 'text'>, part: OutlinePart, parser: GoParser): FileSyntax {
  const condensed = condensePart(text, part)
  return parse(condensed.text, text, parser, condensed.offsets)
}

function parse(parsed: string, text: string, parser: GoParser, offsets: OffsetMap): FileSyntax {
  // The grammar wants a declaration to end with its line.
  const tree = parser.parse(parsed.endsWith('\n') ? parsed : `${parsed}\n`)
  try {
    return { ...copySyntax(tree, text, offsets), broken: tree.rootNode.hasError }
  } finally {
    tree.delete()
  }
}
