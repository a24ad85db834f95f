import { expect, it } from 'vitest'
import type { Declaration } from '../../src/golang/index.ts'
import type { Use } from '../../src/golang/references/index.ts'
import { groupUses, type UseContext } from '../../src/walkthrough/declaration-uses.ts'

/** One function, written once for each of two systems; the page shows the first. */
const [unix, windows] = ['term_unix.go', 'term_windows.go'].map((file, at) => ({ symbol: 'example.org/term.size', file, name: 'size', kind: 'func', startLine: 10 * (at + 1), endLine: 10 * (at + 1) + 5, startOffset: 90 }) as Declaration) as [Declaration, Declaration]

const context = {
  index: { bySymbol: (symbol: string) => (symbol === unix.symbol ? [unix, windows] : []) },
  addresses: { head: (one: Declaration) => one, of: () => 'code/term/size/' },
  linesUrl: (file: string, first: number) => `https://code.example/${file}#L${first}`,
  hasPage: () => true,
  isShown: ({ file }: Declaration) => file === unix.file,
  labelOf: (symbol: string) => symbol,
} as unknown as UseContext

it('a use leads to its line on the page only where the page shows the file that it stands in', () => {
  const use = (file: string, line: number) => ({ inside: unix.symbol, file, line }) as Use
  const [first, second] = groupUses([use(unix.file, 12), use(windows.file, 22)], context)
  expect(first?.lines[0]).toMatchObject({ line: 12, address: 'code/term/size/#the-source-L12' })
  expect(second?.lines[0]).toMatchObject({ line: 22, address: undefined, url: 'https://code.example/term_windows.go#L22' })
})
