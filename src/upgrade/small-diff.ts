import { structuredPatch } from 'diff'

/** So many lines are shown; a longer diff says how many more there are. */
const SHOWN = 24

/**
 * What changed between two pieces of code, as lines that begin with ` `, `-` or `+`, with one line around each change and `⋯`
 * between changes that are apart. Indentation that both share is taken off first.
 */
export function smallDiff(before: string, after: string, shown = SHOWN): string[] {
  const { hunks } = structuredPatch('', '', `${dedent(before)}\n`, `${dedent(after)}\n`, '', '', { context: 1 })
  const lines = hunks.flatMap((hunk, i) => [...(i === 0 ? [] : [' ⋯']), ...hunk.lines.filter((line) => !line.startsWith('\\'))])
  if (lines.length <= shown) return lines
  return [...lines.slice(0, shown), ` ⋯ ${lines.length - shown} more lines`]
}

function dedent(text: string): string {
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  // The first line begins where the code begins, in the middle of its line.
  const indents = lines.slice(1).filter((line) => line.trim() !== '').map((line) => /^[\t ]*/.exec(line)?.[0] ?? '')
  const shared = indents.reduce((common, indent) => commonStart(common, indent), indents[0] ?? '')
  return lines.map((line, i) => (i === 0 ? line.trimStart() : line.startsWith(shared) ? line.slice(shared.length) : line.trimStart())).join('\n')
}

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return a.slice(0, length)
}
