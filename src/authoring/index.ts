/**
 * Helps people write chapters: the anchor of a line, a note ready to paste, a new chapter, what one language lacks, completion.
 *
 * Pure: code and Markdown in, text and diagnostics out. It says what could be written and where; it writes no file, resolves
 * nothing by itself and renders no page.
 */
export { openAnchors, type Anchor, type AnchorFinder } from './anchor-for-line.ts'
export { noteDirective, quoteAttribute, UNWRITTEN } from './write-directive.ts'
export { declaredCodes, type DeclaredCodes } from './declared-codes.ts'
export { extendLock } from './extend-lock.ts'
export { listAnchors, type LineAnchor } from './list-anchors.ts'
export { noteworthyLines, type NoteworthyLine, type Reason } from './noteworthy.ts'
export { writeChapter, type ChapterDraft, type ChapterExcerpt } from './write-chapter.ts'
export { languageLag, type LanguagePage } from './language-lag.ts'
export { complete, type Completion, type Knowledge } from './complete.ts'
export { directiveParameters, roles, symbolParameters } from './directive-parameters.ts'
export { snippets } from './snippets.ts'
