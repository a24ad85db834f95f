import { describe, expect, it } from 'vitest'
import { moduleLayout } from '../../src/golang/index.ts'
import { inMemoryTree } from './in-memory-tree.ts'

const goMod = 'module example.org/big\n\nreplace (\n\texample.org/lib => ./staging/src/example.org/lib\n\texample.org/away => ../away\n)\n'
const files = {
  'go.mod': goMod,
  'cmd/tool/main.go': '',
  'staging/src/example.org/lib/pkg/lib.go': '',
  'vendor/example.com/dep/dep.go': '',
  'tools/go.mod': 'module example.org/tools\n',
  'tools/gen/gen.go': '',
}

describe('module layout', () => {
  const withLinks = moduleLayout(inMemoryTree(files, { 'vendor/example.org/lib': 'staging/src/example.org/lib' }))
  const withoutLinks = moduleLayout(inMemoryTree(files))

  it.each([
    ['cmd/tool', 'example.org/big/cmd/tool'],
    ['', 'example.org/big'],
    ['staging/src/example.org/lib/pkg', 'example.org/lib/pkg'],
    ['vendor/example.com/dep', 'example.com/dep'],
    ['tools/gen', 'example.org/tools/gen'],
  ])('names the package in folder "%s"', (folder, importPath) => {
    expect(withLinks.importPathOf(folder)).toBe(importPath)
    expect(withLinks.folderOf(importPath)).toBe(folder === 'tools/gen' ? undefined : folder)
  })

  it('takes vendored links for what they point at, also where links are lost', () => {
    expect(withLinks.canonicalFolder('vendor/example.org/lib/pkg')).toBe('staging/src/example.org/lib/pkg')
    expect(withoutLinks.canonicalFolder('vendor/example.org/lib/pkg')).toBe('staging/src/example.org/lib/pkg')
  })

  it('knows no folder for what the tree does not hold', () => {
    expect(withLinks.folderOf('example.org/away')).toBeUndefined()
    expect(withLinks.folderOf('fmt')).toBeUndefined()
  })

  it("gives Go's own library no prefix", () => {
    const std = moduleLayout(
      inMemoryTree({ 'go.mod': 'module std\n', 'net/http/http.go': '', 'vendor/golang.org/x/net/a.go': '', 'cmd/go.mod': 'module cmd\n', 'cmd/go/main.go': '' }),
    )
    expect(['net/http', 'vendor/golang.org/x/net', 'cmd/go'].map((folder) => std.importPathOf(folder))).toEqual([
      'net/http',
      'vendor/golang.org/x/net',
      'cmd/go',
    ])
    expect(std.folderOf('net/http')).toBe('net/http')
  })

  it('uses folders as import paths where there is no go.mod', () => {
    expect(moduleLayout(inMemoryTree({ 'a/b/c.go': '' })).importPathOf('a/b')).toBe('a/b')
  })
})
