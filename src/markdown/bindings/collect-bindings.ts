import type { ListItem, Nodes, Root } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit, SKIP } from 'unist-util-visit'
import { binding, type Binding, type Spot } from '../../upgrade/index.ts'
import { placeOf, type Directive } from '../directives/read-attributes.ts'
import { readExcerpt } from '../directives/read-excerpt.ts'
import { attributeSpots } from './attribute-spots.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)

/**
 * Everything in a chapter that holds on to the source, in the order of the text, with the place of its words in the file.
 * Resolves nothing; what a chapter gets wrong is left for `check` to tell.
 */
export function collectBindings(text: string, file: string): Binding[] {
  // Micromark passes over a byte order mark without counting it.
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const tree: Root = parser.parse(text.slice(mark))
  const bindings: Binding[] = []
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && node.name === 'go') bindings.push(...ofExcerpt(node, text, file, mark))
    else if (node.type === 'containerDirective' && node.name === 'tree') bindings.push(...ofTree(node, file))
    else if (node.type === 'leafDirective' && node.name === 'trail') bindings.push(...ofTrail(node, text, file, mark))
    else if (node.type === 'textDirective') {
      bindings.push(...ofRole(node, text, file, mark))
      return SKIP
    }
    return undefined
  })
  return bindings.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
}

function spotsOf(node: Directive, text: string, mark: number): Map<string, Spot> {
  const offset = node.position?.start.offset
  return offset === undefined ? new Map<string, Spot>() : attributeSpots(text, offset + mark)
}

/** A value whose spelling in the file is not its text (character references) is told about and never rewritten. */
function spotFor(spots: ReadonlyMap<string, Spot>, name: string, value: string, text: string): Spot | undefined {
  const spot = spots.get(name)
  return spot !== undefined && text.slice(spot.start, spot.end).trim() === value.trim() ? spot : undefined
}

function ofExcerpt(node: ContainerDirective, text: string, file: string, mark: number): Binding[] {
  const { request, noteNodes } = readExcerpt(node, file)
  if (request === undefined) return []
  const { symbol, part, place } = request
  const spots = spotsOf(node, text, mark)
  const found: Binding[] = [binding({ kind: 'symbol', use: 'excerpt', text: symbol, part, place, spot: spotFor(spots, 'symbol', symbol, text) })]
  if (part.kind === 'keys') found.push(...ofKeys(part.keys, symbol, place, spots.get('show'), text))
  if (part.kind === 'run') {
    const { from, to } = part
    found.push(binding({ kind: 'fragment', use: 'from', text: from.text, nth: from.nth, inside: symbol, place, spot: spotFor(spots, 'from', from.text, text) }))
    if (to !== undefined) found.push(binding({ kind: 'fragment', use: 'to', text: to.text, nth: to.nth, inside: symbol, place, spot: spotFor(spots, 'to', to.text, text) }))
  }
  for (const [i, note] of request.notes.entries()) {
    const noteNode = noteNodes[i]
    const spot = noteNode && spotFor(spotsOf(noteNode, text, mark), 'at', note.text, text)
    found.push(binding({ kind: 'fragment', use: 'note', text: note.text, nth: note.nth, inside: symbol, place: note.place, spot }))
  }
  return found
}

/** Keys that an excerpt shows, each with its own place between the commas. */
function ofKeys(keys: readonly string[], symbol: string, place: Binding['place'], spot: Spot | undefined, text: string): Binding[] {
  let cursor = spot?.start ?? 0
  return keys.map((key) => {
    const start = spot === undefined ? -1 : text.indexOf(key, cursor)
    const written = spot !== undefined && start !== -1 && start + key.length <= spot.end
    if (written) cursor = start + key.length
    return binding({ kind: 'key', use: 'show', text: key, inside: symbol, place, spot: written ? { start, end: cursor, quote: undefined, more: undefined } : undefined })
  })
}

function ofTrail(node: Directive, text: string, file: string, mark: number): Binding[] {
  const place = placeOf(node, file)
  const spots = spotsOf(node, text, mark)
  return ['from', 'to'].flatMap((name) => {
    const value = node.attributes?.[name]?.trim() ?? ''
    return value === '' ? [] : [binding({ kind: 'symbol', use: 'trail', text: value, place, spot: spotFor(spots, name, value, text) })]
  })
}

const ROLES = { sym: 'symbol', flag: 'flag', file: 'file' } as const

function ofRole(node: TextDirective, text: string, file: string, mark: number): Binding[] {
  const written = toString(node).trim()
  if (!(node.name in ROLES) || written === '') return []
  const use = node.name as keyof typeof ROLES
  const [only, ...more] = node.children
  const [start, end] = [only?.position?.start.offset, only?.position?.end.offset]
  const inPlace = only?.type === 'text' && more.length === 0 && start !== undefined && end !== undefined
  const spot = inPlace && text.slice(start + mark, end + mark) === written ? { start: start + mark, end: end + mark, quote: undefined, more: undefined } : undefined
  return [binding({ kind: ROLES[use], use, text: written, place: placeOf(node, file), spot })]
}

function ofTree(node: ContainerDirective, file: string): Binding[] {
  const items: ListItem[] = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
  return items.flatMap((item) => {
    const [paragraph] = item.children
    const first: Nodes | undefined = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    if (first?.type !== 'inlineCode') return []
    return [binding({ kind: 'folder', use: 'tree', text: first.value.replace(/\/$/, ''), place: placeOf(item, file) })]
  })
}
