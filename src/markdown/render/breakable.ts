import type { Element } from 'hast'
import { h } from 'hastscript'

/** A name that goes on in the next line behind a dot or before a capital, and a path behind a slash, rather than out of its place. */
export function breakable(name: string): (string | Element)[] {
  const parts = name.split(name.includes('/') ? /(?<=\/)/ : /(?<=\.)|(?<=\p{Ll})(?=\p{Lu})/u)
  return parts.flatMap((part, index) => (index === 0 ? [part] : [h('wbr'), part]))
}
