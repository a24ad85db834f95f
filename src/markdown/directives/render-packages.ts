import type { Element } from 'hast'
import { h } from 'hastscript'
import type { LeafDirective } from 'mdast-util-directive'
import { pathPackages } from '../../walkthrough/index.ts'
import { diagramStrings, renderPackageMap } from '../diagrams/index.ts'
import type { PageContext } from '../page-context.ts'
import { placeOf, readAttributes } from './read-attributes.ts'
import { outside } from './render-go.ts'
import { renderProblem } from './render-problem.ts'

/** `::packages`: who imports whom among the packages of the walkthrough. Without the source, a sentence says what would be here. */
export function renderPackages(directive: LeafDirective, context: PageContext): Element {
  context.report(readAttributes(directive, placeOf(directive, context.file), []).diagnostics)
  const { book, languageTag, codeHref } = context
  if (book === undefined) {
    const diagnostic = outside(directive, context)
    context.report([diagnostic])
    return renderProblem(context, [diagnostic], directive.name)
  }
  const strings = diagramStrings(languageTag).packages
  const packages = pathPackages(book, languageTag)
  if (packages === undefined) return h('p', h('em', strings.withoutSource))
  const mapped = packages.map(({ address, stops, ...one }) => ({ ...one, href: address === undefined ? undefined : codeHref(address), stops: stops.join(', ') }))
  return renderPackageMap(mapped, strings)
}
