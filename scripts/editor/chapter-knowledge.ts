import { declaredCodes, listAnchors, type Knowledge } from '../../src/authoring/index.ts'
import type { WaymarkConfig } from '../../src/config/index.ts'
import { shortSymbol } from '../../src/golang/index.ts'
import { flagNames } from '../../src/walkthrough/find-flag.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import { openParser } from '../../src/golang/index.ts'

/** What can be completed from a walkthrough's book. Names are gathered when first asked for, and kept. */
export async function chapterKnowledge(book: Book, config: WaymarkConfig): Promise<Knowledge> {
  const { index } = book
  const parameters = config.lab?.parameters.map(({ name }) => name) ?? []
  if (index === undefined) return { symbols: () => [], flags: () => [], files: () => [], anchors: () => [], parameters }
  const { aliases } = book.walkthrough
  const find = await declaredCodes(index, aliases)
  const parser = await openParser()
  const names = new Set(book.walkthrough.path.map(({ symbol }) => symbol.slice(symbol.lastIndexOf('.') + 1)))
  let symbols: { name: string; detail: string }[] | undefined
  let flags: string[] | undefined
  return {
    parameters,
    symbols: () => (symbols ??= [...index.declarations()].filter(({ name }) => name !== '_').map((one) => ({ name: shortSymbol(index, aliases, one), detail: one.kind }))),
    flags: () => (flags ??= [...new Set([...index.files].filter(([file, { test }]) => !test && /Flags?\b/.test(index.text(file))).flatMap(([file]) => flagNames(parser.parse(index.text(file)).rootNode)))].sort().map((name) => `--${name}`)),
    files: () => index.files.keys(),
    anchors: (symbol) => {
      const found = find(symbol, { file: '', line: 1, column: 1 })
      return found.kind === 'found' ? listAnchors(found.value, names) : []
    },
  }
}
