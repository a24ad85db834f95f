import type { DocInline } from './doc-block.ts'
import { parseDoc } from './parse-doc.ts'

/** A sentence that is longer is cut at a word, in characters. */
const LONGEST = 240

/** The first sentence of a doc comment as plain text; empty when it has none. A stop after a single capital ends no sentence. */
export function docSynopsis(doc: string): string {
  // What follows the first paragraph cannot matter, and comments may be long.
  const [first] = parseDoc(doc.split(/\n[ \t]*\n/, 2).join('\n\n'))
  if (first?.kind !== 'paragraph') return ''
  const text = first.content.map(plain).join('').replace(/\s+/g, ' ').trim()
  const end = /(?<!\b\p{Lu})(?:[.](?= |$)|[。．])/u.exec(text)
  const sentence = end === null ? text : text.slice(0, end.index + 1)
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s\S*$/, '')} …`
}

const plain = (inline: DocInline): string => (inline.kind === 'name' ? inline.text.replace(/^\*/, '') : inline.text)
