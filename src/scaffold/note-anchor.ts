import { findFragment } from '../walkthrough/find-fragment.ts'
import type { Declaration } from '../golang/index.ts'
import type { Callee } from './proven-calls.ts'

/** The longest call that is written out in full. */
const LONGEST = 60

/**
 * The attributes that bind a note to a call inside a function: `at="app.Run(ctx)"`, with `nth` where the code stands there
 * more than once. Undefined where no piece of the call can be written as an attribute.
 *
 * @param text of the caller's file
 */
export function noteAnchor(text: string, caller: Declaration, callee: Callee): string | undefined {
  const body = text.slice(caller.startOffset, caller.endOffset)
  const start = callee.startOffset - caller.startOffset
  const end = callee.endOffset - caller.startOffset
  const call = body.slice(start, end)
  const { name } = callee.declaration
  const head = new RegExp(String.raw`^[\p{L}\p{Nd}_.]*?\b${name}(?=\s*[([])`, 'u').exec(call)?.[0]
  const short = callee.how === 'value' ? [name] : [...(head === undefined ? [] : [`${head}(`]), `${name}(`, name]
  const whole = call.length <= LONGEST ? [call] : []
  for (const fragment of [...whole, ...short]) {
    if (!isPlain(fragment)) continue
    const matches = findFragment(body, fragment)
    const at = matches.findIndex(({ startOffset, endOffset }) => startOffset >= start && endOffset <= end)
    if (at !== -1) return `at=${quoted(fragment)}${matches.length > 1 ? ` nth="${at + 1}"` : ''}`
  }
  return undefined
}

/** Whether it reads the same in an attribute: on one line, with no more than one kind of quotes and nothing of Markdown's own. */
function isPlain(fragment: string): boolean {
  return !/[\n\r{}\\]|&[\p{L}#][\p{L}\p{Nd}]*;/u.test(fragment) && !(fragment.includes('"') && fragment.includes("'"))
}

const quoted = (fragment: string): string => (fragment.includes('"') ? `'${fragment}'` : `"${fragment}"`)
