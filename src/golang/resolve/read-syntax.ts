import type { GoParser } from '../go-node.ts'
import { positionsIn } from '../positions.ts'
import { scanSource } from '../scan-source.ts'
import { copySyntax, type OffsetMap, type Syntax } from './syntax.ts'
import type { SourceFile } from './source-file.ts'

/** Syntax of a file. `broken`: something of it could not be read. */
export interface FileSyntax {
  readonly syntax: Syntax
  readonly broken: boolean
}

const AS_IT_IS: OffsetMap = { start: (offset) => offset, end: (offset) => offset }

/** Parses a file; with `declarations` function bodies and long literals are left out where that changes no declaration. */
export function readSyntax(source: SourceFile, parser: GoParser, mode: 'whole' | 'declarations'): FileSyntax {
  const { text } = source
  if (mode === 'declarations') {
    const scanned = scanSource(text)
    if (scanned.sound) {
      const short = parse(scanned.condensed, text, parser, positionsIn(scanned, 'condensed'))
      if (!short.broken && !lostMembers(short.syntax, text)) return short
    }
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

/** Whether a struct or interface type outside of `type` declarations lost what stood between its braces. */
function lostMembers(file: Syntax, text: string): boolean {
  const open = file.kids.filter(({ type }) => type !== 'type_declaration')
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const isType = node.type === 'struct_type' || node.type === 'interface_type'
    if (isType && (node.kids[0]?.kids.length ?? 0) === 0 && /\{\s*[^\s}]/.test(text.slice(node.start, node.end))) return true
    open.push(...node.kids)
  }
  return false
}
