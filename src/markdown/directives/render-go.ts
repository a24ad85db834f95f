import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ContainerDirective } from 'mdast-util-directive'
import { toHast } from 'mdast-util-to-hast'
import type { Highlight } from '../highlight/index.ts'
import { knownDifferences, renderDifferences } from '../differences/index.ts'
import type { PageContext } from '../page-context.ts'
import type { Diagnostic } from '../../report/index.ts'
import { excerptStrings, renderDiagnostic, renderExcerpt } from '../render/index.ts'
import type { WaitingExcerpt } from './link-page.ts'
import { isUnwritten, readExcerpt } from './read-excerpt.ts'
import { renderProblem } from './render-problem.ts'
import { writtenNotes } from './written-notes.ts'

/**
 * A `go` directive as the excerpt it asks for, or a visible box saying why there is none. With `waiting`, an excerpt whose
 * names can lead somewhere is left empty and added there.
 */
export function renderGo(directive: ContainerDirective, context: PageContext, highlight: Highlight, waiting?: WaitingExcerpt[]): Element {
  const { request, noteNodes, diagnostics } = readExcerpt(directive, context.file)
  context.report(diagnostics)
  if (request === undefined) return renderProblem(context, diagnostics, directive.name)
  if (context.book === undefined) return renderProblem(context, [outside(directive, context)], request.symbol)
  const resolved = context.book.excerpt(request, context.takenIds)
  context.report(resolved.diagnostics)
  if (resolved.kind === 'failed') return renderProblem(context, resolved.diagnostics, request.symbol)
  const strings = excerptStrings(context.languageTag)
  // Whoever is writing sees the places of what is still to be written.
  const { view, nodes } = context.writing ? { view: resolved.value.view, nodes: resolved.value.order.map((index) => noteNodes[index]) } : writtenNotes(resolved.value, noteNodes)
  const notes = nodes.map((node) => (node !== undefined && isUnwritten(node) ? [h('p', h('em', strings.unwritten))] : bodyOf(node)))
  const suggestUrl = context.issueUrl?.(strings.suggestTitle(view.label), strings.suggestBody(context.file, view.symbol, `${view.file}:${view.startLine}–${view.endLine}`))
  const differences = knownDifferences(context.differences ?? [], request, view, nodes.map((node) => (node === undefined ? -1 : noteNodes.indexOf(node))))
  const below = renderDifferences(differences, context.languageTag)
  const options = { below, notes, strings, highlight, suggestUrl, writingIn: context.writing ? context.book.walkthrough.id : undefined }
  const inPage = (excerpt: Element): Element => withProblems(excerpt, resolved.diagnostics, context)
  if (waiting === undefined || view.code === undefined || context.book.linker === undefined) return inPage(renderExcerpt(view, options))
  const element = h('figure')
  waiting.push({ view, element, render: (links, uses) => renderExcerpt(view, { ...options, links, uses }) })
  return inPage(element)
}

/** For whoever is writing, what is wrong with single notes of an excerpt stands right under it. */
function withProblems(excerpt: Element, diagnostics: readonly Diagnostic[], context: PageContext): Element {
  const told = diagnostics.filter(({ code }) => code !== 'not-accepted')
  if (!context.writing || told.length === 0) return excerpt
  return h('div', [excerpt, ...told.map((diagnostic) => renderDiagnostic(diagnostic, excerptStrings(context.languageTag)))])
}

function bodyOf(note: ContainerDirective | undefined): ElementContent[] {
  if (note === undefined) return []
  const body = toHast({ type: 'root', children: note.children })
  return body.type === 'root' ? body.children.filter((child): child is ElementContent => child.type !== 'doctype') : []
}

/** A directive that needs a walkthrough, on a page that belongs to none. */
export function outside(directive: { name: string; position?: ContainerDirective['position'] }, context: PageContext) {
  return {
    code: 'outside-walkthrough',
    severity: 'error' as const,
    message: `The directive "${directive.name}" speaks of code, and this page belongs to no walkthrough.`,
    file: context.file,
    line: directive.position?.start.line,
    column: directive.position?.start.column,
    expected: 'a file below content/docs/<walkthrough>/ (or <locale>/<walkthrough>/)',
    found: context.file,
    fix: 'Move the page into the folder of its walkthrough.',
  }
}
