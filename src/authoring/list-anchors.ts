import { declarationText, type DeclaredCode } from '../walkthrough/declared-code.ts'
import { openAnchors, type Anchor } from './anchor-for-line.ts'
import { noteworthyLines, type Reason } from './noteworthy.ts'

/** A line of a declaration that a note can stand at. */
export interface LineAnchor {
  /** One-based line of the file. */
  readonly line: number
  /** The line as it stands there, without white space around it. */
  readonly code: string
  readonly anchor: Anchor
  /** Why a note would make sense here; undefined where nothing in the structure says so. */
  readonly reason: Reason | undefined
}

/**
 * Every line of a declaration that has an anchor, in order, with what makes it worth a note.
 *
 * @param names names of functions and methods that the path goes on to
 */
export function listAnchors(code: DeclaredCode, names: ReadonlySet<string>): LineAnchor[] {
  const text = declarationText(code)
  const { startLine } = code.declaration
  const anchorAt = openAnchors(text, startLine)
  const reasons = new Map(noteworthyLines(code, names).map(({ line, reason }) => [line, reason]))
  return text.split(/\r?\n/).flatMap((raw, i): LineAnchor[] => {
    const line = startLine + i
    const anchor = anchorAt(line)
    return anchor === undefined ? [] : [{ line, code: raw.trim(), anchor, reason: reasons.get(line) }]
  })
}
