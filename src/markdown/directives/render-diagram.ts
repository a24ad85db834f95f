import type { Element } from 'hast'
import type { LeafDirective } from 'mdast-util-directive'
import { nearest } from '../../report/index.ts'
import { diagramStrings, renderComponents, type DiagramStrings } from '../diagrams/index.ts'
import type { PageContext } from '../page-context.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { renderProblem } from './render-problem.ts'

/** Pictures that chapters can ask for by name. */
const DIAGRAMS: Readonly<Record<string, (strings: DiagramStrings) => Element>> = { components: renderComponents }

/** `::diagram{name="components"}`: a drawn picture. */
export function renderDiagram(directive: LeafDirective, context: PageContext): Element {
  const place = placeOf(directive, context.file)
  const { values, diagnostics } = readAttributes(directive, place, ['name'], ['name'])
  context.report(diagnostics)
  const render = DIAGRAMS[values.name ?? '']
  if (render !== undefined) return render(diagramStrings(context.languageTag))
  const known = Object.keys(DIAGRAMS)
  const unknown = {
    code: 'diagram-unknown',
    severity: 'error' as const,
    message: `There is no diagram called "${values.name ?? ''}".`,
    ...place,
    expected: known.join(', '),
    found: values.name ?? 'no name',
    candidates: nearest(values.name ?? '', known),
    fix: 'Correct the name.',
  }
  if (diagnostics.length === 0) context.report([unknown])
  return renderProblem(context, [unknown], values.name ?? directive.name)
}
