import type { Nodes, Parents, Root } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest } from '../report/index.ts'
import { checkSyntax } from './check-syntax.ts'
import { replaceNode } from './directives/element-node.ts'
import { placeOf, type Directive } from './directives/read-attributes.ts'
import { renderDiagram } from './directives/render-diagram.ts'
import { renderError } from './directives/render-error.ts'
import { renderGo } from './directives/render-go.ts'
import { linkPage, type WaitingExcerpt } from './directives/link-page.ts'
import { INLINE_ROLES, renderInline, type InlineRole } from './directives/render-inline.ts'
import { isOptionPiece, OPTION_PIECES, renderOptionPiece } from './directives/render-option-pieces.ts'
import { renderPackages } from './directives/render-packages.ts'
import { renderStep } from './directives/render-step.ts'
import { renderTrail } from './directives/render-trail.ts'
import { renderTree } from './directives/render-tree.ts'
import { escapeHtml } from './escape-html.ts'
import { plainHighlight, type Highlight } from './highlight/index.ts'
import type { PageContext } from './page-context.ts'
import { staysWhole, type CardStore } from './render/index.ts'

/** What the plugin needs to know about the page it is given. */
export interface RemarkWaymarkOptions {
  /** The page's context, told by its file; undefined for a page that is not ours. */
  readonly contextFor: (file: VFile) => PageContext | undefined
  /** Colours Go; without it code is plain. */
  readonly highlight?: Highlight
  /** Makes names in code links and keeps the pages' cards; without it they are no links, and the plugin is synchronous. */
  readonly keepCards?: CardStore['keep']
}

/** Starlight's own containers, which pass through. */
const ASIDES = ['note', 'tip', 'caution', 'danger']
const CONTAINERS = ['go', 'tree', 'step', 'error']
const BLOCKS = [...CONTAINERS, 'trail', 'diagram', 'packages', ...OPTION_PIECES]

/**
 * Gives remark-directive's syntax its meaning in Waymark: excerpts, notes, roles, trails, trees, diagrams.
 *
 * Has to run before Starlight's own directives, whose `note` would take ours. Never throws and never leaves a hole:
 * what cannot be resolved is reported through the page's context and stands as a visible box.
 */
export function remarkWaymark({ contextFor, highlight = plainHighlight, keepCards }: RemarkWaymarkOptions) {
  return (tree: Root, file: VFile): Promise<void> | undefined => {
    const context = contextFor(file)
    if (context === undefined) return undefined
    const waiting: WaitingExcerpt[] | undefined = keepCards && []
    context.report(checkSyntax(tree, String(file), context.file, [...BLOCKS, ...ASIDES]))
    escapeHtml(tree)
    visit(tree, 'inlineCode', (node) => {
      if (staysWhole(node.value)) node.data = { ...node.data, hProperties: { className: ['wm-unbroken'] } }
    })
    visit(tree, 'textDirective', (node, _index, parent) => {
      renderRole(node, parent, context)
    })
    visit(tree, ['containerDirective', 'leafDirective'], (node, _index, parent) => {
      if (parent === undefined || !isBlock(node)) return undefined
      if (node.type === 'containerDirective' && node.name === 'step') {
        renderStep(node, context)
        return undefined
      }
      if (node.type === 'containerDirective' && node.name === 'error') {
        renderError(node, context)
        return undefined
      }
      const element = renderBlock(node, context, highlight, waiting)
      if (element === undefined) return undefined
      replaceNode(parent, node, element)
      return SKIP
    })
    return keepCards && waiting && linkPage(tree, waiting, context, keepCards)
  }
}

const isBlock = (node: Nodes): node is Exclude<Directive, TextDirective> =>
  node.type === 'containerDirective' || node.type === 'leafDirective'

function renderBlock(node: Exclude<Directive, TextDirective>, context: PageContext, highlight: Highlight, waiting?: WaitingExcerpt[]) {
  if (node.type === 'containerDirective') {
    if (node.name === 'go') return renderGo(node, context, highlight, waiting)
    if (node.name === 'tree') return renderTree(node, context)
    if (node.name === 'note' && node.attributes?.['at'] !== undefined) {
      report(node, context, 'note-outside-excerpt', 'A note bound to code stands inside the excerpt that shows it.', '::::go{symbol="…"} around it', 'Move the note into an excerpt; the excerpt needs more colons than its notes.')
      return undefined
    }
  } else {
    if (node.name === 'trail') return renderTrail(node, context)
    if (node.name === 'diagram') return renderDiagram(node, context)
    if (node.name === 'packages') return renderPackages(node, context)
    if (isOptionPiece(node.name)) return renderOptionPiece(node, node.name, context)
  }
  const known = [...BLOCKS, ...ASIDES]
  if (BLOCKS.includes(node.name)) {
    const form = CONTAINERS.includes(node.name) ? `a container: :::${node.name} … :::` : `a leaf: ::${node.name}{…}`
    report(node, context, 'directive-form', `The directive "${node.name}" is written in another form.`, form, 'Count the colons.')
  } else if (!ASIDES.includes(node.name)) {
    report(node, context, 'directive-unknown', `There is no directive "${node.name}".`, known.join(', '), 'Correct its name.', nearest(node.name, known))
  }
  return undefined
}

function renderRole(node: TextDirective, parent: Parents | undefined, context: PageContext): void {
  const role = (INLINE_ROLES as readonly string[]).includes(node.name) ? (node.name as InlineRole) : undefined
  if (role !== undefined && parent !== undefined) {
    replaceNode(parent, node, renderInline(node, role, context))
  } else if (node.children.length > 0) {
    report(node, context, 'role-unknown', `There is no role "${node.name}".`, INLINE_ROLES.join(', '), 'Correct its name.', nearest(node.name, INLINE_ROLES))
  }
}

function report(node: Directive, context: PageContext, code: string, message: string, expected: string, fix: string, candidates: readonly string[] = []): void {
  const place = placeOf(node, context.file)
  context.report([{ code, severity: 'error', message, ...place, expected, found: node.name, candidates, fix }])
}
