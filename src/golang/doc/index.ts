/**
 * Go's doc comments: their plain text → headings, paragraphs, lists, code and links, as Go documents them since 1.19.
 *
 * It takes text without comment markers and gives a tree of elements. What a name in brackets leads to is told by whoever
 * asks; nothing here reads Go itself. Text from a comment becomes text and nothing else, and links lead only to the web.
 */
export { docSynopsis } from './doc-synopsis.ts'
export { parseDoc } from './parse-doc.ts'
export { renderDoc, type RenderDocOptions } from './render-doc.ts'
export type { DocBlock, DocInline, DocItem, DocName } from './doc-block.ts'
