import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { DocBlock, DocInline, DocName } from './doc-block.ts'
import { parseDoc } from './parse-doc.ts'

/** What rendering needs to know of the page around. */
export interface RenderDocOptions {
  /** Address of what a name in brackets stands for; undefined for what nobody knows, which then stays text in brackets. */
  readonly hrefOf: (name: DocName) => string | undefined
  /** Level of headings inside the comment, 2 to 6. */
  readonly headingLevel: number
  /** Put in front of a note that something is deprecated, in the reader's language. */
  readonly deprecated: string
}

const DEPRECATED = 'Deprecated: '

/** A doc comment as elements: `h3`, `p`, `ul`, `ol`, `pre`. Everything in it is text; no element or attribute comes from it. */
export function renderDoc(doc: string, options: RenderDocOptions): Element[] {
  return parseDoc(doc).map((block) => renderBlock(block, options))
}

function renderBlock(block: DocBlock, options: RenderDocOptions): Element {
  switch (block.kind) {
    case 'heading':
      return h(`h${options.headingLevel}`, renderInlines(block.content, options))
    case 'code':
      return h('pre', { tabIndex: 0, translate: 'no' }, h('code', block.text))
    case 'list':
      return renderList(block, options)
    case 'paragraph':
      return renderParagraph(block.content, options)
  }
}

function renderParagraph(content: readonly DocInline[], options: RenderDocOptions): Element {
  const [first, ...others] = content
  if (first?.kind !== 'text' || !first.text.startsWith(DEPRECATED)) return h('p', renderInlines(content, options))
  const rest: DocInline = { kind: 'text', text: first.text.slice(DEPRECATED.length) }
  return h('p', { class: 'wm-deprecated' }, [h('strong', options.deprecated), ' ', ...renderInlines([rest, ...others], options)])
}

function renderList({ items, spread }: Extract<DocBlock, { kind: 'list' }>, options: RenderDocOptions): Element {
  const ordered = items[0]?.number !== undefined
  let expected = 1
  const rendered = items.map(({ number, paragraphs }) => {
    const value = number === undefined ? expected : Number(number)
    const told = ordered && value !== expected && Number.isSafeInteger(value) ? { value: String(value) } : {}
    expected = value + 1
    const content = paragraphs.map((paragraph) => renderInlines(paragraph, options))
    return h('li', told, spread || content.length > 1 ? content.map((inline) => h('p', inline)) : (content[0] ?? []))
  })
  return h(ordered ? 'ol' : 'ul', rendered)
}

function renderInlines(content: readonly DocInline[], options: RenderDocOptions): ElementContent[] {
  return content.map((inline): ElementContent => {
    if (inline.kind === 'text') return { type: 'text', value: inline.text }
    if (inline.kind === 'link') return h('a', { href: inline.url, rel: 'noreferrer' }, inline.text)
    const href = options.hrefOf(inline.name)
    return href === undefined ? { type: 'text', value: `[${inline.text}]` } : h('a', { href }, h('code', inline.text.replace(/^\*/, '')))
  })
}
