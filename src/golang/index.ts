/**
 * Understands Go from its syntax: files → declarations and imports, import paths → folders, symbols → declarations, calls.
 *
 * It reads Go and nothing else: it knows no walkthrough, no prose and no page. It says only what the syntax proves, and
 * names what it does not know.
 */
export type { Declaration, DeclarationKind, FileFacts, Import } from './declaration.ts'
export type { GoNode, GoParser, GoPoint, GoTree } from './go-node.ts'
export { openParser, type ParserChoice } from './open-parser.ts'
export { decodeSource, type DecodedSource } from './decode-source.ts'
export { moduleLayout, type ModuleLayout, type TreeReader } from './module-layout.ts'
export { diskTree } from './disk-tree.ts'
export { openIndex, type IndexOptions } from './open-index.ts'
export type { DeclarationFilter, GoIndex } from './go-index.ts'
export type { ReadMode } from './read-file-facts.ts'
export { resolveSymbol, shortSymbol, type Aliases, type SymbolResult } from './resolve-symbol.ts'
export { holdsOnLinux } from './evaluate-constraint.ts'
export { describeSymbol, type SymbolDescription } from './describe-symbol.ts'
