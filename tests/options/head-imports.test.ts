import { describe, expect, it } from 'vitest'
import { headImports } from '../../src/options/program/head-imports.ts'

describe('imports at the head of a file', () => {
  it.each([
    ['none', 'package a\n\nfunc f() { import "x" }', []],
    ['one', '// Package a.\npackage a // import "old"\n\nimport "fmt"\n\nvar x = `import "no"`\n', [[undefined, 'fmt']]],
    ['named ones', 'package a\nimport f "fmt"\nimport . "os"\nimport _ `embed`\n', [['f', 'fmt'], ['.', 'os'], ['_', 'embed']]],
    ['blocks, with brackets in comments', '/* c */ package a\n\nimport (\n\t"fmt" // (why)\n\n\t// "no" (\n\tx "y"\n)\n\nimport (\n\t"z"\n)\n', [[undefined, 'fmt'], ['x', 'y'], [undefined, 'z']]],
  ])('%s', (_, text, imports) => {
    expect(headImports(text)?.map(({ alias, path }) => [alias, path])).toEqual(imports)
  })

  it('are left to a closer look where a block stands on one line', () => {
    expect(headImports('package a\nimport ("fmt"; "os")\n')).toBeUndefined()
  })
})
