import type { Element } from 'hast'
import { h } from 'hastscript'

/** A name that goes on in the next line behind a dot or before a capital, rather than out of its place. */
export function breakable(name: string): (string | Element)[] {
  return name.split(/(?<=\.)|(?<=\p{Ll})(?=\p{Lu})/u).flatMap((part, index) => (index === 0 ? [part] : [h('wbr'), part]))
}
