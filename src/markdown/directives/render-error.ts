import type { Nodes } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { h } from 'hastscript'
import type { Place } from '../../options/model.ts'
import type { PageContext } from '../page-context.ts'
import { optionsStrings } from '../options/index.ts'
import { elementNode } from './element-node.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { outside } from './render-go.ts'

/** An error that a page tells what to do about: where its code stands, and the fragment of its heading. */
interface Remedy {
  readonly file: string
  readonly lines: readonly [number, number]
  readonly id: string
}

/** Remedies of the pages that are being rendered, in the order of the page. */
const remedies = new WeakMap<PageContext, Remedy[]>()

/** Address of what the page says about the error at a place, if it says anything. */
export function remedyOf(context: PageContext, { file, line }: Place): string | undefined {
  const remedy = remedies.get(context)?.find((one) => one.file === file && line >= one.lines[0] && line <= one.lines[1])
  return remedy === undefined ? undefined : `#${remedy.id}`
}

/**
 * `:::error{in="app.Complete" at='fmt.Errorf("cannot …: %v", err)'}`: what to do about an error, bound to the code that makes it.
 *
 * In place it becomes a section: the message as a heading, where it comes from, and the author's words. The message is the first
 * string in `at`, or `message`, where a reader sees something else. `nth` as for notes.
 */
export function renderError(directive: ContainerDirective, context: PageContext): void {
  const place = placeOf(directive, context.file)
  const { values, diagnostics } = readAttributes(directive, place, ['in', 'at', 'nth', 'message'], ['in', 'at'])
  context.report(diagnostics)
  const symbol = values.in ?? ''
  const at = values.at ?? ''
  const message = values.message ?? messageOf(at)
  const id = uniqueId(message, context.takenIds)
  const children: Nodes[] = directive.children
  const head: Nodes[] = [{ type: 'heading', depth: 3, data: { hProperties: { id, className: ['wm-error-message'] } }, children: [{ type: 'inlineCode', value: message }] }]
  const source = sourceOf(directive, { symbol, at, nth: values.nth === undefined ? undefined : Number(values.nth) }, context)
  if (source !== undefined) {
    const { file, lines, url } = source
    const words = optionsStrings(context.languageTag)
    const label = `${file.slice(file.lastIndexOf('/') + 1)}:${lines[0]}`
    const properties = { class: 'wm-at', title: `${file}:${lines[0]}`, translate: 'no' }
    head.push(elementNode(h('p', { class: 'wm-error-from not-content' }, [`${words.returnedBy} `, h('code', { translate: 'no' }, symbol), ' ', url === undefined ? h('span', properties, label) : h('a', { ...properties, href: url }, label)])))
    remedies.set(context, [...(remedies.get(context) ?? []), { file, lines, id }])
  }
  children.unshift(...head)
  Object.assign(directive, { type: 'waymark', data: { hName: 'section', hProperties: { className: ['wm-remedy'] } } })
}

/** Finds the code as an excerpt is found, so that the lock file remembers it and `check` tells when it changes. */
function sourceOf(directive: ContainerDirective, { symbol, at, nth }: { symbol: string; at: string; nth: number | undefined }, context: PageContext) {
  if (symbol === '' || at === '') return undefined
  const { book } = context
  if (book === undefined) {
    context.report([outside(directive, context)])
    return undefined
  }
  const place = placeOf(directive, context.file)
  const resolved = book.excerpt({ symbol, part: { kind: 'run', from: { text: at, nth, place }, to: undefined }, id: undefined, notes: [{ text: at, nth, place }], place }, new Set())
  context.report(resolved.diagnostics)
  if (resolved.kind === 'failed') return undefined
  const { file, notes } = resolved.value.view
  const note = notes[0]
  if (note?.range === undefined) return undefined
  return { file, lines: [note.range.startLine, note.range.endLine] as const, url: note.url }
}

/** The first string of a piece of Go, with dots where values go. */
function messageOf(code: string): string {
  const [, quoted, raw] = /"((?:[^"\\]|\\.)*)"|`([^`]*)`/.exec(code) ?? []
  return (raw ?? quoted?.replace(/\\(["\\])/g, '$1') ?? code).replace(/%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z]/g, '…')
}

function uniqueId(message: string, taken: Set<string>): string {
  const slug = message.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60)
  let id = slug
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`
  taken.add(id)
  return id
}
