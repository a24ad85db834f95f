/**
 * From a chapter's Markdown to HTML: directives are read here, answered by a `Book`, and rendered.
 *
 * This folder decides what the syntax means and what it looks like as HTML. It resolves nothing itself, and knows no
 * pages, routes or styles.
 */
export { checkChapter } from './check-chapter.ts'
export { locateChapter, type ChapterLocation, type PageContext } from './page-context.ts'
export { CONTENT_FOLDER, pageContexts, type PageContextsOptions } from './page-contexts.ts'
export { readPlainChapter, type PlainBlock, type PlainChapter, type PlainExcerpt } from './plain/plain-chapter.ts'
export { remarkWaymark, type RemarkWaymarkOptions } from './remark-waymark.ts'
