import type { Element } from 'hast'
import type { LeafDirective } from 'mdast-util-directive'
import { nearest, type Diagnostic } from '../../report/index.ts'
import type { StopView } from '../../walkthrough/index.ts'
import { diagramStrings, renderPathDiagram } from '../diagrams/index.ts'
import type { PageContext } from '../page-context.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { outside } from './render-go.ts'
import { renderProblem } from './render-problem.ts'

/** `::trail{from="main.main" to="app.Run"}`: that piece of the path, drawn. Without attributes, the whole path. */
export function renderTrail(directive: LeafDirective, context: PageContext): Element {
  const place = placeOf(directive, context.file)
  const { values, diagnostics } = readAttributes(directive, place, ['from', 'to'])
  context.report(diagnostics)
  const { book } = context
  if (book === undefined) {
    const diagnostic = outside(directive, context)
    context.report([diagnostic])
    return renderProblem(context, [diagnostic], directive.name)
  }
  const path = book.path(context.languageTag, context.hrefOf)
  const stops = path.kind === 'found' ? path.value : []
  const names = book.walkthrough.path.map(({ symbol }) => symbol)
  const problems: Diagnostic[] = []
  const indexOf = (name: string | undefined, otherwise: number): number => {
    if (name === undefined) return otherwise
    const index = stops.findIndex(({ label, symbol }, i) => names[i] === name || label === name || symbol === name)
    if (index === -1) problems.push(notAStop(name, names, place))
    return index
  }
  const from = indexOf(values.from, 0)
  const to = indexOf(values.to, stops.length - 1)
  if (problems.length === 0 && to < from) {
    problems.push({
      code: 'trail-reversed',
      severity: 'error',
      message: 'This trail ends before it begins.',
      ...place,
      found: `from ${values.from ?? ''} to ${values.to ?? ''}`,
      fix: 'Swap from and to.',
    })
  }
  context.report(problems)
  if (problems.length > 0) return renderProblem(context, problems, directive.name)
  return renderPathDiagram(stops.slice(from, to + 1).map((stop) => shift(stop, from)), diagramStrings(context.languageTag))
}

/** Hops count stops from the start of the path; in a piece of it, from the start of the piece. */
function shift(stop: StopView, by: number): StopView {
  const { hop } = stop
  if (hop === undefined) return stop
  return { ...stop, hop: hop.from < by ? undefined : { ...hop, from: hop.from - by } }
}

function notAStop(name: string, names: readonly string[], place: { file: string; line: number; column: number }): Diagnostic {
  return {
    code: 'trail-stop-unknown',
    severity: 'error',
    message: `${name} is no stop of this walkthrough's path.`,
    ...place,
    expected: 'the symbol of a stop in walkthrough.config.ts',
    found: name,
    candidates: nearest(name, names).length > 0 ? nearest(name, names) : names,
    fix: 'Name one of the stops, or add this one to the path in walkthrough.config.ts.',
  }
}
