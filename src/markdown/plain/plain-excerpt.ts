import type { BlockContent, Code, ListItem, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { ExcerptView } from '../../walkthrough/index.ts'
import { readExcerpt } from '../directives/read-excerpt.ts'
import { writtenNotes } from '../directives/written-notes.ts'
import type { PageContext } from '../page-context.ts'
import type { PlainExcerpt } from './plain-chapter.ts'
import { plainStrings, type PlainStrings } from './strings.ts'

/** Resolves a `go` directive; undefined, with the reasons reported, where it cannot be. */
export function readPlainExcerpt(directive: ContainerDirective, context: PageContext): PlainExcerpt | undefined {
  const { request, noteNodes, diagnostics } = readExcerpt(directive, context.file)
  context.report(diagnostics)
  const resolved = request === undefined ? undefined : context.book?.excerpt(request, context.takenIds)
  if (resolved === undefined) return undefined
  context.report(resolved.diagnostics)
  if (resolved.kind === 'failed') return undefined
  const { view, nodes } = writtenNotes(resolved.value, noteNodes)
  return { view, notes: view.notes.map((note, at) => ({ view: note, body: nodes[at]?.children ?? [] })) }
}

/** An excerpt as Markdown: what and where it is, its lines with the folds told, its notes by line. */
export function lowerExcerpt({ view, notes }: PlainExcerpt, languageTag: string): RootContent[] {
  const strings = plainStrings(languageTag)
  const nodes: RootContent[] = [caption(view, strings)]
  const code = codeOf(view, strings)
  nodes.push(code ?? { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: strings.noCode }] }] })
  if (notes.length === 0) return nodes
  const items = notes.map(({ view: note, body }): ListItem => {
    const where = note.range === undefined ? undefined : strings.line(note.range.startLine)
    const [first, ...rest] = body as readonly BlockContent[]
    const lead = where === undefined ? [] : [{ type: 'text' as const, value: where }]
    const paragraph: Paragraph = first?.type === 'paragraph' ? { ...first, children: [...lead, ...first.children] } : { type: 'paragraph', children: lead }
    return { type: 'listItem', spread: false, children: first?.type === 'paragraph' ? [paragraph, ...rest] : [paragraph, ...(body as readonly BlockContent[])] }
  })
  nodes.push({ type: 'list', ordered: true, start: 1, spread: false, children: items })
  return nodes
}

function caption({ label, file, startLine, endLine, url }: ExcerptView, strings: PlainStrings): Paragraph {
  const place = strings.place(file, strings.lines(startLine, endLine))
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'inlineCode', value: label }] },
      { type: 'text', value: ' · ' },
      url === undefined ? { type: 'text', value: place } : { type: 'link', url, children: [{ type: 'text', value: place }] },
    ],
  }
}

function codeOf({ code, startLine, segments }: ExcerptView, strings: PlainStrings): Code | undefined {
  if (code === undefined) return undefined
  const lines = segments.flatMap(({ kind, startLine: from, endLine: to }) =>
    kind === 'shown' ? code.slice(from - startLine, to - startLine + 1) : [`\t⋯ ${strings.hidden(to - from + 1)}`],
  )
  return { type: 'code', lang: 'go', value: lines.join('\n') }
}
