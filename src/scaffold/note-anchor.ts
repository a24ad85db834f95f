import type { Anchor } from '../authoring/index.ts'
import { findFragment } from '../walkthrough/find-fragment.ts'
import type { Declaration } from '../golang/index.ts'
import type { Callee } from './proven-calls.ts'

/** The longest call that is written out in full. */
const LONGEST = 60

/**
 * What binds a note to one call inside a function: `app.Run(ctx)`, or as much of it as is short. Unlike the anchor of a line, which
 * may be any piece that tells it from others, this is always a piece of the call that the note speaks of.
 *
 * @param text of the caller's file
 */
export function noteAnchor(text: string, caller: Declaration, { declaration: { name }, how, startOffset, endOffset }: Callee): Anchor | undefined {
  const body = text.slice(caller.startOffset, caller.endOffset)
  const [start, end] = [startOffset - caller.startOffset, endOffset - caller.startOffset]
  const call = body.slice(start, end)
  const head = new RegExp(String.raw`^[\p{L}\p{Nd}_.]*?\b${name}(?=\s*[([])`, 'u').exec(call)?.[0]
  const short = how === 'value' ? [name] : [...(head === undefined ? [] : [`${head}(`]), `${name}(`, name]
  const whole = call.length <= LONGEST && !/[\n\r{}\\]/.test(call) ? [call] : []
  for (const piece of [...whole, ...short]) {
    const matches = findFragment(body, piece)
    const at = matches.findIndex((match) => match.startOffset >= start && match.endOffset <= end)
    if (at !== -1) return { text: piece, nth: matches.length > 1 ? at + 1 : undefined }
  }
  return undefined
}
