import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { diskTree, moduleLayout } from '../../src/golang/index.ts'
import { keepFiles, openResolver } from '../../src/golang/resolve/index.ts'

/** A module of two files of one package, and what its names mean to whoever reads it at the moment. */
function open() {
  const root = mkdtempSync(join(tmpdir(), 'waymark-kept-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const write = (file: string, text: string): void => writeFileSync(join(root, file), text)
  write('go.mod', 'module example.org/kept\n')
  write('use.go', 'package kept\n\nvar used = Made().Name\n')
  write('make.go', 'package kept\n\ntype Thing struct{ Name string }\n\nfunc Made() *Thing { return nil }\n')
  const tree = { root } as Parameters<typeof openResolver>[0]['tree']
  keepFiles(tree)
  const targets = async (): Promise<string[]> => {
    const references = await openResolver({ tree, layout: moduleLayout(diskTree(root)) }).references('use.go')
    return references.map(({ target }) => `${target?.symbol ?? 'unknown'} in line ${target?.line ?? 0}`)
  }
  return { write, targets }
}

it('resolves a tree anew after an edit, with what is kept of the files that stayed as they were', async () => {
  const { write, targets } = open()
  expect((await targets()).slice(-2)).toEqual(['example.org/kept.Made in line 5', 'example.org/kept.Thing.Name in line 3'])
  // As long as before, so that its length tells nothing.
  write('make.go', 'package kept\n\n\n\nfunc Made() *Thing { return nil }\ntype Thing struct{ Name string }')
  expect((await targets()).slice(-2)).toEqual(['example.org/kept.Made in line 5', 'example.org/kept.Thing.Name in line 6'])
  write('other.go', 'package kept\n\nvar used2 = 1\n')
  write('use.go', 'package kept\n\nvar used = used2\n')
  expect((await targets()).at(-1)).toBe('example.org/kept.used2 in line 3')
})
