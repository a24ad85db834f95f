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

  it('finds the modules that a workspace uses together', () => {
    const work = moduleLayout(
      inMemoryTree({
        'go.work': 'go 1.19\n\nuse ./tool // one\nuse (\n\t./lib\n\t"./lib/extra"\n\t../outside\n)\n',
        'tool/go.mod': 'module example.org/tool\n',
        'tool/cmd/main.go': '',
        'lib/go.mod': 'module example.org/lib\n',
        'lib/a/a.go': '',
        'lib/extra/go.mod': 'module example.org/lib/extra\n',
        'lib/extra/b/b.go': '',
        'unused/go.mod': 'module example.org/unused\n',
        'unused/c.go': '',
      }),
    )
    expect(['example.org/tool/cmd', 'example.org/lib/a', 'example.org/lib/extra/b', 'example.org/unused'].map((path) => work.folderOf(path))).toEqual(['tool/cmd', 'lib/a', 'lib/extra/b', undefined])
  })

  it("finds Go's own library in Go's own repository", () => {
    const go = moduleLayout(inMemoryTree({ 'src/go.mod': 'module std\n', 'src/net/http/http.go': '', 'src/cmd/go.mod': 'module cmd\n', 'src/cmd/go/main.go': '' }))
    expect([go.folderOf('net/http'), go.folderOf('cmd/go'), go.importPathOf('src/net/http')]).toEqual(['src/net/http', 'src/cmd/go', 'net/http'])
  })

  it('uses folders as import paths where there is no go.mod', () => {
    expect(moduleLayout(inMemoryTree({ 'a/b/c.go': '' })).importPathOf('a/b')).toBe('a/b')
  })
})
