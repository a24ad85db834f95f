/**
 * Views to HTML: an excerpt with its notes, a name in prose, a notice in place of what is missing.
 *
 * Pure: plain data in, hast out. Nothing here reads source, resolves an anchor or knows Markdown; the looks are in
 * `src/site/excerpt/`, and every class name begins with `wm-` (tokens with `tk-`).
 */
export { breakable } from './breakable.ts'
export { cardList, cardStore, renderCardsPlace, type CardList, type CardStore } from './cards.ts'
export { linkNames, type LinkNamesOptions, type NamedExcerpt } from './link-names.ts'
export type { LinkTo, NameLink } from './name-link.ts'
export type { UseLink } from './render-caption.ts'
export { renderExcerpt, type RenderExcerptOptions } from './render-excerpt.ts'
export { renderFile, renderFlag, renderSymbol, type CodeLink } from './render-link.ts'
export { renderDiagnostic, renderInlineNotice, renderNotice } from './render-notice.ts'
export { lineId } from './render-line.ts'
export { staysWhole } from './stays-whole.ts'
export { excerptStrings, type ExcerptStrings } from './strings.ts'
