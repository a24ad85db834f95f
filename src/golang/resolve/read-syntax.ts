import type { GoParser } from '../go-node.ts'
import type { SourceFile } from './source-file.ts'
import { copySyntax, type OffsetMap, type Syntax } from './syntax.ts'
import { withoutBodies } from './without-bodies.ts'

/** Syntax of a file. `broken`: something of it could not be read. */
export interface FileSyntax {
  readonly syntax: Syntax
  readonly broken: boolean
}

const AS_IT_IS: OffsetMap = { start: (offset) => offset, end: (offset) => offset }

/** Parses a file; with `declarations` bodies of functions are left out, which no declaration outside of them needs. */
export function readSyntax({ text }: Pick<SourceFile, 'text'>, parser: GoParser, mode: 'whole' | 'declarations'): FileSyntax {
  const short = mode === 'declarations' ? withoutBodies(text) : undefined
  if (short !== undefined) {
    const read = parse(short.text, text, parser, short.offsets)
    if (!read.broken) return read
  }
  return parse(text, text, parser, AS_IT_IS)
}

function parse(parsed: string, text: string, parser: GoParser, offsets: OffsetMap): FileSyntax {
  const tree = parser.parse(parsed)
  try {
    return { syntax: copySyntax(tree, text, offsets), broken: tree.rootNode.hasError }
  } finally {
    tree.delete()
  }
}
