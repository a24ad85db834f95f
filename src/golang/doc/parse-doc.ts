import type { DocBlock, DocItem } from './doc-block.ts'
import { readDefinition, readInline, type Definitions } from './read-inline.ts'
import { readItemLine, readSpans } from './read-spans.ts'

/** Reads a doc comment from its text without comment markers (`Declaration.doc`). Never throws. */
export function parseDoc(doc: string): DocBlock[] {
  const lines = unindented(doc.split('\n').map((line) => line.trimEnd()))
  const spans = readSpans(lines)
  const definitions = new Map<string, string>()
  const defining = new Set<number>()
  for (const [index, { kind, start, end }] of spans.entries()) {
    const defined = kind === 'paragraph' ? lines.slice(start, end).map(readDefinition) : []
    if (defined.length === 0 || defined.includes(undefined)) continue
    defining.add(index)
    for (const definition of defined) if (definition !== undefined && !definitions.has(definition[0])) definitions.set(...definition)
  }
  return spans.flatMap(({ kind, start, end }, index): DocBlock[] => {
    if (defining.has(index)) return []
    const own = lines.slice(start, end)
    switch (kind) {
      case 'code':
        return [{ kind: 'code', text: unindented(own).join('\n') }]
      case 'list':
        return [readList(own, definitions)]
      case 'heading':
        return [{ kind: 'heading', content: readInline([(own[0] ?? '').replace(/^#+[ \t]*/, '')], definitions) }]
      default:
        return [{ kind: 'paragraph', content: readInline(own, definitions) }]
    }
  })
}

/** Lines without the white space that all of them begin with. */
function unindented(lines: readonly string[]): string[] {
  const margins = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  let margin = margins[0] ?? ''
  for (const one of margins) while (!one.startsWith(margin)) margin = margin.slice(0, -1)
  return lines.map((line) => line.slice(Math.min(margin.length, line.length)))
}

function readList(lines: readonly string[], definitions: Definitions): DocBlock {
  const items: { number: string | undefined; paragraphs: string[][] }[] = []
  let spread = false
  let blank = false
  for (const line of lines) {
    const item = readItemLine(line)
    const last = items.at(-1)
    if (line === '') {
      blank = true
      continue
    }
    if (blank && items.length > 0) spread = true
    if (item !== undefined || last === undefined) items.push({ number: item?.number, paragraphs: [[item?.text ?? line]] })
    else if (blank) last.paragraphs.push([line])
    else last.paragraphs.at(-1)?.push(line)
    blank = false
  }
  const read = items.map(({ number, paragraphs }): DocItem => ({ number, paragraphs: paragraphs.map((paragraph) => readInline(paragraph, definitions)) }))
  return { kind: 'list', items: read, spread }
}
