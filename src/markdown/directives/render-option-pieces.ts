import type { Element } from 'hast'
import { h } from 'hastscript'
import type { LeafDirective } from 'mdast-util-directive'
import { nearest, type Diagnostic } from '../../report/index.ts'
import type { AuthorPlace } from '../../walkthrough/index.ts'
import {
  findNode,
  flagSections,
  isWithin,
  optionsStrings,
  renderCompletions,
  renderChecks,
  renderErrors,
  renderFlagTable,
  renderPane,
  sectionId,
  startErrors,
  variableTree,
  type PageOptions,
} from '../options/index.ts'
import type { PageContext } from '../page-context.ts'
import { excerptStrings, renderNotice } from '../render/index.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { remedyOf } from './render-error.ts'
import { outside } from './render-go.ts'
import { renderProblem } from './render-problem.ts'

/** Leaves that show what is known about options, in place. */
export const OPTION_PIECES = ['flags', 'variables', 'checks', 'completion', 'errors'] as const
type OptionPiece = (typeof OPTION_PIECES)[number]

/** What each piece may be told; none is required: a piece without attributes shows everything. */
const ATTRIBUTES = { flags: ['section'], variables: ['path'], checks: ['group'], completion: ['path'], errors: [] } as const satisfies Record<OptionPiece, readonly string[]>

/** Whether a leaf is one of these. */
export function isOptionPiece(name: string): name is OptionPiece {
  return (OPTION_PIECES as readonly string[]).includes(name)
}

/**
 * `::flags{section="etcd"}`, `::variables{path="s.Etcd"}`, `::checks{group="s.Etcd"}`, `::completion{path="s.Etcd"}`, `::errors`:
 * facts from the source, in the place where a chapter speaks of them. What the source does not know is reported.
 */
export function renderOptionPiece(directive: LeafDirective, name: OptionPiece, context: PageContext): Element {
  const place = placeOf(directive, context.file)
  const { values, diagnostics } = readAttributes<string>(directive, place, ATTRIBUTES[name])
  context.report(diagnostics)
  const { book, options } = context
  if (book === undefined) {
    const diagnostic = outside(directive, context)
    context.report([diagnostic])
    return renderProblem(context, [diagnostic], name)
  }
  const words = optionsStrings(context.languageTag)
  // Errors without their messages would be a list of nothing.
  if (options === undefined || (name === 'errors' && !options.withSource)) return renderNotice({ title: words.missing[name], detail: words.missingDetail, strings: excerptStrings(context.languageTag) })
  const wanted = Object.values(values).find((value) => value !== undefined)
  const made = PIECES[name](wanted, options, context)
  if (!('kind' in made)) return made
  const problem = unknown(made, wanted ?? '', place)
  context.report([problem])
  return renderProblem(context, [problem], `${name} ${wanted ?? ''}`)
}

/** What was asked for is not there; these are. */
interface NotThere {
  readonly kind: 'unknown'
  readonly what: string
  readonly known: readonly string[]
}

const PIECES: Readonly<Record<OptionPiece, (wanted: string | undefined, options: PageOptions, context: PageContext) => Element | NotThere>> = {
  flags(wanted, options, { languageTag }) {
    const strings = optionsStrings(languageTag)
    const sections = flagSections(options.outcome.flags)
    const shown = wanted === undefined ? sections : sections.filter(({ name }) => name === wanted)
    if (shown.length === 0) return { kind: 'unknown', what: 'section of flags', known: sections.map(({ name }) => name) }
    const table = renderFlagTable(shown.flatMap(({ flags }) => flags), options, strings)
    return withMore(table, `${options.hrefOf('flags')}${wanted === undefined ? '' : `#${sectionId(wanted)}`}`, strings.allFlags(wanted ?? ''))
  },
  variables(wanted, options, { languageTag }) {
    const strings = optionsStrings(languageTag)
    const { variable, defaults } = options.outcome
    const path = wanted ?? variable
    const node = findNode(variableTree(defaults), path)
    if (node === undefined) return { kind: 'unknown', what: 'variable', known: groupPaths(defaults.map((leaf) => leaf.path)) }
    const pane = renderPane([node], { options, strings, withIds: false, open: wanted === undefined ? 1 : 2, given: new Map() })
    return withMore(pane, `${options.hrefOf('variables')}${wanted === undefined ? '' : `#${encodeURI(wanted)}`}`, strings.allVariables)
  },
  checks(wanted, options, { languageTag }) {
    const strings = optionsStrings(languageTag)
    const { checks } = options.outcome
    const shown = wanted === undefined ? checks : checks.filter(({ group }) => group === wanted)
    if (shown.length === 0) return { kind: 'unknown', what: 'group with checks', known: [...new Set(checks.map(({ group }) => group))] }
    return withMore(renderChecks(shown, options, strings), options.hrefOf('errors'), strings.allErrors)
  },
  completion(wanted, options, { languageTag }) {
    const strings = optionsStrings(languageTag)
    const { completions } = options.outcome
    const shown = wanted === undefined ? completions : completions.filter(({ path }) => path !== null && isWithin(path, wanted))
    if (shown.length === 0) return { kind: 'unknown', what: 'field that completion sets', known: completions.flatMap(({ path }) => (path === null ? [] : [path])) }
    return withMore(renderCompletions(shown, options, strings), options.hrefOf('errors'), strings.allErrors)
  },
  errors(_, options, context) {
    const strings = optionsStrings(context.languageTag)
    return renderErrors(startErrors(options.outcome), options, strings, (error) => remedyOf(context, error.at))
  },
}

function withMore(piece: Element, href: string, label: string): Element {
  piece.children.push(h('p', { class: 'wm-piece-more' }, [h('a', { href }, label)]))
  return piece
}

/** Paths of all groups that hold these leaves. */
function groupPaths(leaves: readonly string[]): string[] {
  return [...new Set(leaves.flatMap((path) => path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))))]
}

function unknown({ what, known }: NotThere, wanted: string, place: AuthorPlace): Diagnostic {
  return {
    code: 'option-unknown',
    severity: 'error',
    message: `This version has no ${what} "${wanted}".`,
    ...place,
    found: wanted,
    candidates: nearest(wanted, known),
    fix: 'Name one that is there; npm run options prints them all.',
  }
}
