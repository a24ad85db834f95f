import { afterEach, describe, expect, it } from 'vitest'
import { openIndex, type Declaration, type GoIndex } from '../../src/golang/index.ts'
import { declarationAddress, declarationAddresses } from '../../src/walkthrough/declaration-address.ts'
import { treeOnDisk } from '../golang/in-memory-tree.ts'

const trees: { remove(): void }[] = []
afterEach(() => {
  for (const made of trees.splice(0)) made.remove()
})

async function indexOf(files: Record<string, string>): Promise<GoIndex> {
  const tree = treeOnDisk({ 'go.mod': 'module example.org/m\n', ...files })
  trees.push(tree)
  return openIndex(tree, { packages: ['...'] })
}

/** Address by symbol without the module's path, of everything that is declared. */
async function addresses(files: Record<string, string>): Promise<Record<string, string>> {
  const index = await indexOf(files)
  return Object.fromEntries([...index.declarations()].map((one) => [one.symbol.replace(/^example\.org\/m[/.]/, ''), declarationAddress(one, index)]))
}

describe('the address of a declaration', () => {
  it('is its folder and its symbol; members are fragments of their type', async () => {
    const files = {
      'cmd/app/app.go': `package app
func Complete() {}
type Options struct { Etcd *struct { Prefix string }; base }
type base struct { _top int }
func (o *Options) Validate() []error { return nil }
type Stack[T any] struct { items []T }
func (s *Stack[T]) Push(item T) {}
type Runner interface { Run() error }
`,
    }
    expect(await addresses(files)).toEqual({
      'cmd/app.Complete': 'code/cmd/app/Complete/',
      'cmd/app.Options': 'code/cmd/app/Options/',
      'cmd/app.Options.Etcd': 'code/cmd/app/Options/#Etcd',
      'cmd/app.Options.Etcd.Prefix': 'code/cmd/app/Options/#Etcd.Prefix',
      'cmd/app.Options.base': 'code/cmd/app/Options/#base',
      'cmd/app.base': 'code/cmd/app/base/',
      'cmd/app.base._top': 'code/cmd/app/base/#_top~',
      'cmd/app.Options.Validate': 'code/cmd/app/Options.Validate/',
      'cmd/app.Stack': 'code/cmd/app/Stack/',
      'cmd/app.Stack.items': 'code/cmd/app/Stack/#items',
      'cmd/app.Stack.Push': 'code/cmd/app/Stack.Push/',
      'cmd/app.Runner': 'code/cmd/app/Runner/',
      'cmd/app.Runner.Run': 'code/cmd/app/Runner/#Run',
    })
  })

  it('of what only another system’s type or group has is the page alone, which shows that for linux', async () => {
    const files = {
      'a/fd_linux.go': 'package a\ntype fd struct { number int; name string }\n',
      'a/fd_windows.go': 'package a\ntype fd struct { handle uintptr; name string }\n',
    }
    const index = await indexOf(files)
    const all = [...index.declarations()].map((one) => [one.file, one.name, declarationAddress(one, index)])
    expect(all).toEqual(expect.arrayContaining([
      ['a/fd_linux.go', 'number', 'code/a/fd/#number'],
      ['a/fd_linux.go', 'name', 'code/a/fd/#name'],
      ['a/fd_windows.go', 'handle', 'code/a/fd/'],
    ]))
  })

  it('of a constant or variable in a group is on the page of the first', async () => {
    const files = { 'a/a.go': 'package a\nconst (\n\t_ = iota\n\tRed\n\tGreen\n)\nvar (\n\tx = 1\n\ty = 2\n)\nconst Alone, Pair = 1, 2\n' }
    expect(await addresses(files)).toMatchObject({
      'a.Red': 'code/a/Red/',
      'a.Green': 'code/a/Red/#Green',
      'a.x': 'code/a/x/',
      'a.y': 'code/a/x/#y',
      'a.Alone': 'code/a/Alone/',
      'a.Pair': 'code/a/Pair/',
    })
  })

  it('differs from all others where a disk ignores case', async () => {
    const files = {
      'a/a.go': 'package a\nfunc Run() {}\nfunc run() {}\nfunc RUN() {}\nfunc sub() {}\ntype Sub struct{}\nfunc Größe() {}\nfunc größe() {}\n',
      'a/sub/s.go': 'package sub\nfunc Deep() {}\n',
    }
    const found = await addresses(files)
    expect(found).toMatchObject({
      'a.RUN': 'code/a/RUN/',
      'a.Run': 'code/a/Run~2/',
      'a.run': 'code/a/run~3/',
      'a.Sub': 'code/a/Sub~2/',
      'a.sub': 'code/a/sub~3/',
      'a/sub.Deep': 'code/a/sub/Deep/',
    })
    const folded = Object.values(found).map((address) => decodeURIComponent(address).toLowerCase())
    expect(new Set(folded).size).toBe(folded.length)
  })

  it('is a name that any disk can have', async () => {
    const long = `Long${'x'.repeat(300)}`
    const found = await addresses({ 'a b/#1?.go': '', 'a b/a.go': `package a\nfunc aux() {}\nfunc Con() {}\nfunc ${long}() {}\nfunc ${long}y() {}\nfunc 世界() {}\n` })
    expect(found['a b.aux']).toBe('code/a_b/aux~/')
    expect(found['a b.Con']).toBe('code/a_b/Con~/')
    expect(decodeURIComponent(found['a b.世界'] ?? '')).toBe('code/a_b/世界/')
    const [one = '', other = ''] = [found[`a b.${long}`], found[`a b.${long}y`]]
    expect(one).not.toBe(other)
    expect(Math.max(...one.split('/').map((part) => part.length))).toBeLessThan(100)
  })

  it('stands below the name of the module for a program at its root', async () => {
    const index = await indexOf({ 'main.go': 'package main\nfunc main() {}\n', 'm/m.go': 'package m\nfunc main() {}\n' })
    const page = (symbol: string): string => declarationAddress(index.bySymbol(symbol)[0] as Declaration, index)
    expect(page('example.org/m.main')).toBe('code/m/main/')
    expect(page('example.org/m/m.main')).toBe('code/m~2/main/')
    const addresses = declarationAddresses(index)
    expect(['example.org/m', 'example.org/m/m', 'elsewhere'].map((path) => addresses.package(path))).toEqual(['code/m/', 'code/m~2/', undefined])
  })

  it('is the same for a declaration that has one for each system', async () => {
    const index = await indexOf({ 'a/a_linux.go': 'package a\nfunc F() {}\n', 'a/a_windows.go': 'package a\nfunc F() {}\n' })
    const all = [...index.declarations()].map((one) => declarationAddress(one, index))
    expect(all).toEqual(['code/a/F/', 'code/a/F/'])
  })
})
