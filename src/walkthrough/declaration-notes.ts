import type { Mention, ShownExcerpt } from './declaration-mentions.ts'
import type { CodeRange } from './excerpt.ts'
import type { LinkedName } from './link-target.ts'
import type { Linker } from './linker.ts'

/** The notes that explain a line which names a declaration, by the declaration's full symbol. */
export async function noteMentions(excerpts: readonly ShownExcerpt[], linker: Linker): Promise<Map<string, Mention[]>> {
  const mentions = new Map<string, Mention[]>()
  for (const { file, view } of excerpts) {
    for (const { id, range } of view.notes) {
      if (range === undefined) continue
      const names = await linker.names(view.file, range.startLine, range.endLine)
      const symbols = names.flatMap((name) => (name.target.kind === 'declared' && isInside(name, range) ? [name.target.symbol] : []))
      for (const symbol of new Set(symbols)) mentions.set(symbol, [...(mentions.get(symbol) ?? []), { kind: 'note', file, id }])
    }
  }
  return mentions
}

function isInside({ line, column, endColumn }: LinkedName, range: CodeRange): boolean {
  const starts = line > range.startLine || column >= range.startColumn
  return starts && (line < range.endLine || endColumn <= range.endColumn)
}
