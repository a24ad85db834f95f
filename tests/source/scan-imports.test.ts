import { describe, expect, it } from 'vitest'
import { scanImports } from '../../src/source/index.ts'

describe('scanImports', () => {
  it('finds every form of import', () => {
    const text = `// Copyright; import "not/this"
//go:build linux
/* import "nor/this" */
package app // import "nor/that"

import "fmt"
import (
\t"os"; _ "a/blank"
\t. "a/dot"
\talias "a/long" // a "comment"
\t/* "hidden" */
\t\`a/raw\`
)
import ()

const text = "a/string"
import "too/late"
`
    expect(scanImports(text)).toEqual(['fmt', 'os', 'a/blank', 'a/dot', 'a/long', 'a/raw'])
  })

  it('finds nothing in files without imports, and in files that are not Go', () => {
    expect(scanImports('package empty\n')).toEqual([])
    expect(scanImports('')).toEqual([])
    expect(scanImports('\u0000\u0001 import "x"')).toEqual([])
    expect(scanImports('package p; func f() { import "x" }')).toEqual([])
  })

  it('reads a file with a byte order mark, Windows line ends and no space', () => {
    expect(scanImports('\uFEFFpackage p\r\nimport("a";"b")\r\n')).toEqual(['a', 'b'])
  })
})
