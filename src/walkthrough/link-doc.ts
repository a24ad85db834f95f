/** Above this many characters a sentence is cut after a word. */
const LONGEST = 280

/**
 * The first sentence of a doc comment on one line, as Go's own tools cut it (go/doc, Synopsis): up to the first full stop
 * with a space behind it that doesn't follow a single capital, or an ideographic full stop; "e.g." and "i.e." end nothing. A heading, a list or code ends
 * it too, since those begin a new paragraph.
 */
export function firstSentence(doc: string): string {
  const [paragraph = ''] = doc.trim().split(/\n[ \t]*\n/)
  const text = paragraph.replace(/\s+/g, ' ').trim()
  const end = /(?:(?<!(?:^|[^\p{Lu}])\p{Lu}|\b(?:e\.g|i\.e))\.(?= |$)|[。．])/u.exec(text)
  const sentence = end === null ? text : text.slice(0, end.index + end[0].length)
  if (sentence.length <= LONGEST) return sentence
  const cut = sentence.slice(0, LONGEST)
  return `${cut.slice(0, cut.lastIndexOf(' ') > LONGEST / 2 ? cut.lastIndexOf(' ') : LONGEST)}…`
}
