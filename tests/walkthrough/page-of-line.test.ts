import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../src/golang/index.ts'
import { pageOfLine, type Linker } from '../../src/walkthrough/index.ts'

const declared = (symbol: string, kind: string, startLine: number, endLine: number, rest: object = {}): Declaration => ({ symbol, kind, file: 'app/run.go', startLine, endLine, ...rest }) as unknown as Declaration
const run = declared('app.Run', 'func', 10, 20)
const field = declared('app.Server.Port', 'field', 32, 32, { owner: 'Server' })
const server = declared('app.Server', 'type', 30, 40)
const twin = declared('app.Signal', 'func', 50, 60)

const linkerOf = (hasPages: boolean): Linker =>
  ({
    hasPages,
    index: { files: new Map([['app/run.go', { declarations: [run, field, server, twin] }]]) },
    // The page about Signal is that of another system's.
    symbol: (symbol: string) => ({ address: `code/${symbol}/`, file: symbol === 'app.Signal' ? 'app/run_windows.go' : 'app/run.go' }),
  }) as unknown as Linker

describe('the page that shows a line', () => {
  it.each([
    ['of a function', 'app/run.go', 12, 'code/app.Run/#the-source-L12'],
    ['of a field, which is its type’s', 'app/run.go', 32, 'code/app.Server/#the-source-L32'],
    ['between declarations', 'app/run.go', 25, undefined],
    ['of what has its page for another system', 'app/run.go', 55, undefined],
    ['of a file that is not indexed', 'app/stop.go', 12, undefined],
  ])('%s', (_, file, line, page) => {
    expect(pageOfLine({ linker: linkerOf(true) }, { file, line })).toBe(page)
  })

  it('is none in a site without such pages', () => {
    expect(pageOfLine({ linker: linkerOf(false) }, { file: 'app/run.go', line: 12 })).toBeUndefined()
    expect(pageOfLine({ linker: undefined }, { file: 'app/run.go', line: 12 })).toBeUndefined()
  })
})
