import type { Heading, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse as parseYaml } from 'yaml'
import type { ExcerptView, NoteView } from '../../walkthrough/index.ts'
import { escapeHtml } from '../escape-html.ts'
import type { PageContext } from '../page-context.ts'
import { plainNodes } from './plain-nodes.ts'

/** An excerpt of a chapter, resolved, with what its notes say. */
export interface PlainExcerpt {
  readonly view: ExcerptView
  readonly notes: readonly { readonly view: NoteView; readonly body: readonly RootContent[] }[]
}

/** A stretch of plain Markdown, or an excerpt between two of them. */
export type PlainBlock =
  | { readonly kind: 'prose'; readonly nodes: readonly RootContent[] }
  | { readonly kind: 'excerpt'; readonly excerpt: PlainExcerpt; /** The same as Markdown. */ readonly nodes: readonly RootContent[] }

/** A chapter in Markdown that any reader of Markdown understands: no directives, no roles, no front matter. */
export interface PlainChapter {
  readonly title: string
  readonly description: string | undefined
  readonly languageTag: string
  /** Slug of the chapter. */
  readonly slug: string
  /** In order. The title is not among them; the highest headings are of depth 2. */
  readonly blocks: readonly PlainBlock[]
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze()

/**
 * Reads a chapter for use away from the site. Problems go to the context, as for the page; what cannot be resolved is left
 * as its author wrote it.
 */
export function readPlainChapter(text: string, slug: string, context: PageContext): PlainChapter {
  const tree = parser.parse(text)
  const { title, description } = readFrontMatter(tree)
  escapeHtml(tree)
  const blocks: PlainBlock[] = []
  for (const { excerpt, nodes } of plainNodes(tree.children, { context, source: text })) {
    const last = blocks.at(-1)
    if (excerpt !== undefined) blocks.push({ kind: 'excerpt', excerpt, nodes })
    else if (last?.kind === 'prose') blocks[blocks.length - 1] = { kind: 'prose', nodes: [...last.nodes, ...nodes] }
    else blocks.push({ kind: 'prose', nodes })
  }
  return { title: title ?? firstHeading(tree) ?? slug, description, languageTag: context.languageTag, slug, blocks }
}

function readFrontMatter(tree: Root): { title: string | undefined; description: string | undefined } {
  const [first] = tree.children
  if (first?.type !== 'yaml') return { title: undefined, description: undefined }
  tree.children.shift()
  const value = readYaml(first.value)
  const read = (name: string): string | undefined => {
    const found: unknown = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
    return typeof found === 'string' ? found : undefined
  }
  return { title: read('title'), description: read('description') }
}

/** The values; undefined for what is no YAML, which the page's own schema refuses with its place. */
function readYaml(text: string): unknown {
  try {
    return parseYaml(text)
  } catch {
    return undefined
  }
}

function firstHeading(tree: Root): string | undefined {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading')
  return heading === undefined ? undefined : toString(heading)
}
