import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Diagnostic } from '../../report/index.ts'
import type { PageContext } from '../page-context.ts'
import { excerptStrings, renderDiagnostic, renderNotice } from '../render/index.ts'

/**
 * What stands in place of a piece that could not be made: for a reader a plain notice, for whoever is writing the
 * diagnostics themselves.
 */
export function renderProblem(context: PageContext, diagnostics: readonly Diagnostic[], label: string): Element {
  const strings = excerptStrings(context.languageTag)
  if (!context.writing) return renderNotice({ title: `${strings.missing}: ${label}`, detail: diagnostics[0]?.message ?? '', strings })
  return h('div', { class: 'wm-problems' }, diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, strings)))
}
