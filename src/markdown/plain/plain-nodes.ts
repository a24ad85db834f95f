import type { BlockContent, Blockquote, DefinitionContent, List, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { visit, SKIP } from 'unist-util-visit'
import { diagramStrings } from '../diagrams/index.ts'
import { placeOf } from '../directives/read-attributes.ts'
import type { PageContext } from '../page-context.ts'
import { lowerExcerpt, readPlainExcerpt } from './plain-excerpt.ts'
import { plainStep } from './plain-step.ts'
import { plainStrings } from './strings.ts'
import type { PlainExcerpt } from './plain-chapter.ts'

/** Where nodes come from. */
export interface PlainSource {
  readonly context: PageContext
  /** The author's text, for what is left as it was written. */
  readonly source: string
}

/** Plain nodes, and the excerpt they stand for, if they do. */
export interface PlainPiece {
  readonly excerpt?: PlainExcerpt
  readonly nodes: readonly RootContent[]
}

/** Turns an author's nodes into plain ones, in order. Excerpts inside of steps come out one by one as well. */
export function plainNodes(children: readonly RootContent[], from: PlainSource): PlainPiece[] {
  return children.flatMap((node): PlainPiece[] => {
    if (node.type === 'containerDirective') return plainContainer(node, from)
    if (node.type === 'leafDirective') return [{ nodes: plainLeaf(node, from) }]
    inlinePlain(node, from)
    return [{ nodes: [node] }]
  })
}

/** The same where excerpts cannot be told apart: inside a quotation. */
function lowered(children: readonly RootContent[], from: PlainSource): RootContent[] {
  return plainNodes(children, from).flatMap(({ nodes }) => nodes)
}

function plainContainer(node: ContainerDirective, from: PlainSource): PlainPiece[] {
  const { context } = from
  if (node.name === 'go') {
    for (const note of node.children) inlinePlain(note, from)
    const excerpt = readPlainExcerpt(node, context)
    if (excerpt !== undefined) return [{ excerpt, nodes: lowerExcerpt(excerpt, context.languageTag) }]
    return [{ nodes: [asWritten(node, from)] }]
  }
  if (node.name === 'step') return plainNodes(plainStep(node, context), from)
  if (node.name === 'tree') return plainNodes(node.children, from)
  return [{ nodes: [aside(node, from)] }]
}

/** A Starlight aside as a quotation that begins with its title. */
function aside(node: ContainerDirective, from: PlainSource): Blockquote {
  const [first, ...rest] = node.children
  const hasLabel = first?.type === 'paragraph' && first.data !== undefined && 'directiveLabel' in first.data
  if (hasLabel) inlinePlain(first, from)
  const title: PhrasingContent[] = hasLabel ? first.children : [{ type: 'text', value: plainStrings(from.context.languageTag).aside(node.name) }]
  const body = lowered(hasLabel ? rest : node.children, from)
  const quoted = [{ type: 'paragraph', children: [{ type: 'strong', children: title }] }, ...body] as (BlockContent | DefinitionContent)[]
  return { type: 'blockquote', children: quoted }
}

function plainLeaf(node: LeafDirective, { context }: PlainSource): RootContent[] {
  const strings = plainStrings(context.languageTag)
  if (node.name === 'trail' && context.book !== undefined) return [stops(context)]
  if (node.name === 'diagram') {
    const { components } = diagramStrings(context.languageTag)
    return [{ type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: `${components.title}. ${components.description}` }] }] }]
  }
  return [{ type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: strings.onThePage }] }] }]
}

/** The path as a numbered list. */
function stops({ book, languageTag, hrefOf }: PageContext): List {
  const path = book?.path(languageTag, hrefOf)
  const items = path?.kind === 'found' ? path.value : []
  return {
    type: 'list',
    ordered: true,
    spread: false,
    children: items.map(({ label, summary, file, startLine, url }) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'inlineCode', value: label },
            { type: 'text', value: ` (${file}:` },
            url === undefined ? { type: 'text', value: `${startLine}` } : { type: 'link', url, children: [{ type: 'text', value: `${startLine}` }] },
            { type: 'text', value: `) ${summary}` },
          ],
        },
      ],
    })),
  }
}

/** Lowers directives below a node, in a list for example. Replaces roles by code spans, with links where there is a place; takes links within the site back to their text. */
function inlinePlain(top: RootContent, from: PlainSource): void {
  visit(top, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (node.type === 'textDirective') {
      parent.children[index] = role(node, from)
      return SKIP
    }
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      const plain = lowered([node], from)
      const siblings: RootContent[] = parent.children
      siblings.splice(index, 1, ...plain)
      return [SKIP, index + plain.length]
    }
    if (node.type === 'link' && !/^[a-z][a-z0-9+.-]*:/i.test(node.url)) {
      parent.children.splice(index, 1, ...node.children)
      return index
    }
    return undefined
  })
}

function role(node: TextDirective, { context, source }: PlainSource): PhrasingContent {
  const { book } = context
  const text = toString(node).trim()
  const place = placeOf(node, context.file)
  const resolved =
    node.name === 'sym' ? book?.symbol(text, place) : node.name === 'flag' ? book?.flag(text.replace(/^-+/, ''), place) : node.name === 'file' ? book?.file(text, place) : undefined
  if (resolved === undefined) return { type: 'text', value: textOf(node, source) }
  context.report(resolved.diagnostics)
  const code: PhrasingContent = { type: 'inlineCode', value: node.attributes?.['as'] ?? text }
  const url = resolved.kind === 'found' ? resolved.value.url : undefined
  return url === undefined ? code : { type: 'link', url, children: [code] }
}

function asWritten(node: ContainerDirective, { source }: PlainSource): RootContent {
  return { type: 'code', lang: 'md', value: textOf(node, source) }
}

function textOf(node: ContainerDirective | TextDirective, source: string): string {
  const { start, end } = node.position ?? {}
  return source.slice(start?.offset ?? 0, end?.offset ?? 0)
}
