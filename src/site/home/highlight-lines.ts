import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { createGoHighlight } from '../../markdown/highlight/index.ts'

const highlight = await createGoHighlight()

/** Lines of Go as HTML: escaped text, tokens in spans whose class the stylesheet colours. */
export function highlightLines(code: readonly string[]): string[] {
  if (code.length === 0) return []
  return highlight(code).map((tokens) =>
    toHtml(tokens.map(({ text, kind }) => (kind === undefined ? { type: 'text' as const, value: text } : h('span', { class: `tk-${kind}` }, text)))),
  )
}
