/** Where an output is not what was expected; the line is one-based, of the expected text. */
export interface OutputMismatch {
  readonly line: number
  readonly expected: string
  readonly found: string
}

/**
 * Compares what commands printed with what a step says they print: undefined where it fits.
 *
 * `…` stands for any text within its line, none included; a line that is `⋯` for any lines, none included. White space at
 * the ends of lines, empty lines around the whole, colours and carriage returns do not count.
 */
export function matchOutput(expected: string, actual: string): OutputMismatch | undefined {
  const wanted = linesOf(expected)
  const lines = linesOf(actual)
  // The furthest expected line that could not be met is where a person would begin to look.
  let furthest: OutputMismatch | undefined
  const failedAt = (at: number, found: string): false => {
    if (furthest === undefined || at + 1 > furthest.line) furthest = { line: at + 1, expected: wanted[at] ?? 'nothing more', found }
    return false
  }
  const failedBefore = new Set<string>()
  const match = (at: number, line: number): boolean => {
    const key = `${at}:${line}`
    if (failedBefore.has(key)) return false
    const fits = step(at, line)
    if (!fits) failedBefore.add(key)
    return fits
  }
  const step = (at: number, line: number): boolean => {
    const want = wanted[at]
    const have = lines[line]
    if (want === undefined) return have === undefined || failedAt(at, have)
    if (want.trim() === '⋯') return match(at + 1, line) || (have !== undefined && match(at, line + 1))
    if (have === undefined) return failedAt(at, 'nothing more')
    return lineMatches(want, have) ? match(at + 1, line + 1) : failedAt(at, have)
  }
  return match(0, 0) ? undefined : furthest
}

/** Terminals' colour sequences. */
const COLOURS = /\u001B\[[0-9;]*[A-Za-z]/g

function linesOf(text: string): string[] {
  const lines = text.replace(COLOURS, '').split(/\r?\n/).map((line) => line.trimEnd())
  while (lines[0] === '') lines.shift()
  while (lines.at(-1) === '') lines.pop()
  return lines
}

function lineMatches(wanted: string, line: string): boolean {
  const parts = wanted.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(line)
}
