import { shortSymbol, type Declaration, type GoIndex } from '../golang/index.ts'
import type { LinesUrl } from './book.ts'
import type { ExcerptView } from './excerpt.ts'

/** Id of the code on the page of a declaration; no name in Go holds a dash, so that it is never that of a member. */
export const SOURCE_ID = 'the-source'

/** Lines that the page of a declaration shows: a group of constants or variables whole, for each depends on the others. */
export function shownLines({ kind, group, startLine, endLine }: Declaration): readonly [number, number] {
  return group !== undefined && (kind === 'const' || kind === 'var') ? [group.startLine, group.endLine] : [startLine, endLine]
}

/** Id of a line on the page of a declaration; undefined for a line that the page does not show. */
export function lineOnPage(declaration: Declaration, line: number): string | undefined {
  const [first, last] = shownLines(declaration)
  return first <= line && line <= last ? `${SOURCE_ID}-L${line}` : undefined
}

/** The code of a declaration as an excerpt without notes and folds. `lines` are the lines of its file. */
export function sourceView(declaration: Declaration, lines: readonly string[], index: GoIndex, aliases: Readonly<Record<string, string>>, linesUrl: LinesUrl): ExcerptView {
  const [startLine, endLine] = shownLines(declaration)
  const { file, symbol } = declaration
  return {
    id: SOURCE_ID,
    symbol,
    label: shortSymbol(index, aliases, declaration),
    file,
    startLine,
    endLine,
    url: linesUrl(file, startLine, endLine),
    lineUrl: linesUrl(file, '{line}', '{line}'),
    segments: [{ kind: 'shown', startLine, endLine }],
    code: lines.slice(startLine - 1, endLine),
    notes: [],
  }
}
