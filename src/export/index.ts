/**
 * Chapters for other readers than a browser: CodeTour, plain text, an e-book, a list for language models.
 *
 * Everything here is text made from plain chapters; what their Markdown means is decided in `src/markdown`, and files are
 * written by `scripts/site`.
 */
export { bookMarkdown, chapterText } from './chapter-text.ts'
export { codeTour, type CodeTour, type CodeTourStep } from './code-tour.ts'
export { epubFiles, type EpubBook, type EpubFile } from './epub/epub-files.ts'
export { exportFiles, type ExportGroup, type ExportOptions, type ExportedFile } from './export-files.ts'
export { exportPaths, type ExportPaths } from './export-paths.ts'
export { llmsText, type LlmsSection } from './llms-text.ts'
