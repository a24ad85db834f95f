import type { Anchor } from './anchor-for-line.ts'
import { noteDirective, quoteAttribute, UNWRITTEN } from './write-directive.ts'

/** One excerpt of a chapter that is being begun. */
export interface ChapterExcerpt {
  /** As it is written: short where an alias allows. */
  readonly symbol: string
  /** Its heading. */
  readonly title: string
  /** Where notes are waiting to be written, in order of the code. */
  readonly anchors: readonly Anchor[]
}

/** A chapter that is being begun, in one language. */
export interface ChapterDraft {
  readonly title: string
  readonly excerpts: readonly ChapterExcerpt[]
}

/** A chapter's file: headings, excerpts and the places of notes. What is still to be written is a comment, so no reader sees it. */
export function writeChapter({ title, excerpts }: ChapterDraft): string {
  const parts = [`---\ntitle: ${yamlText(title)}\n---`, '<!-- To be written: what this chapter is about, in a paragraph. -->', ...excerpts.map(writeExcerpt)]
  return `${parts.join('\n\n')}\n`
}

function writeExcerpt({ symbol, title, anchors }: ChapterExcerpt): string {
  const notes = anchors.map((anchor) => `${noteDirective(anchor, UNWRITTEN)}\n`).join('')
  return `## ${title}\n\n::::go{symbol=${quoteAttribute(symbol)}}\n${notes}::::`
}

/** Plain where YAML reads it as the same text, in quotation marks otherwise. */
function yamlText(text: string): string {
  return /^[\p{L}][^:#"'\\\n{}[\]]*$/u.test(text) && text.trim() === text && !/^(true|false|null|yes|no|on|off|~)$/i.test(text) ? text : JSON.stringify(text)
}
