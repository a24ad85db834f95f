import { parseEntities } from 'parse-entities'
import type { Anchor } from './anchor-for-line.ts'

/**
 * A value as a directive's attribute: in quotation marks that do not stand in it, with a character reference only where
 * Markdown would otherwise read one.
 */
export function quoteAttribute(value: string): string {
  const safe = parseEntities(value, { attribute: true }) === value ? value : value.replaceAll('&', '&amp;')
  if (!safe.includes('"')) return `"${safe}"`
  return safe.includes("'") ? `"${safe.replaceAll('"', '&quot;')}"` : `'${safe}'`
}

/** A note bound to an anchor, ready to be pasted into its excerpt; `body` is Markdown. */
export function noteDirective({ text, nth }: Anchor, body: string): string {
  return `:::note{at=${quoteAttribute(text)}${nth === undefined ? '' : ` nth="${nth}"`}}\n${body}\n:::`
}

/** What stands in a note that nobody has written yet; `check` warns of it and no reader sees it. */
export const UNWRITTEN = '<!-- To be written: what the code cannot say. -->'
