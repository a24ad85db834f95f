import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inputsKey } from '../../scripts/site/index.ts'
import { replaceFolder } from '../../scripts/site/replace-folder.ts'
import type { ObtainedTree } from '../../scripts/site/index.ts'
import { loadConfig } from '../../src/config/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

function write(root: string, file: string, text: string): void {
  const path = join(root, file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

async function treeAt(root: string): Promise<ObtainedTree[]> {
  const { walkthroughs } = await loadConfig()
  const walkthrough = walkthroughs[0]
  if (walkthrough === undefined) throw new Error('the config has no walkthrough')
  const tree = { root, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: root }, pinned: false, topLevel: [] } as const
  return [{ walkthrough: { ...walkthrough, packages: ['cmd/...', 'pkg/options'] }, tree, problems: [] }]
}

describe('what a site is built from', () => {
  it('stays the same while nothing changes, and changes with content, code and options', async () => {
    const project = temporaryFolder()
    write(project, 'content/docs/a.md', 'one')
    write(project, 'src/site/b.ts', 'two')
    const key = () => inputsKey(project, [], undefined, true)
    const first = await key()
    expect(await key()).toBe(first)
    write(project, 'README.md', 'not part of any page')
    expect(await key()).toBe(first)
    expect(await inputsKey(project, [], '/docs/', true)).not.toBe(first)
    expect(await inputsKey(project, [], undefined, false)).not.toBe(first)
    write(project, 'content/docs/a.md', 'changed')
    const second = await key()
    expect(second).not.toBe(first)
    write(project, 'src/site/c.ts', '')
    expect(await key()).not.toBe(second)
  })

  it('changes with the Go files of the packages, also in a tree without commits, and not with others', async () => {
    const project = temporaryFolder()
    const root = temporaryFolder()
    write(root, 'cmd/server/main.go', 'package main')
    write(root, 'pkg/options/options.go', 'package options')
    const key = async () => inputsKey(project, await treeAt(root), undefined, true)
    const first = await key()
    write(root, 'pkg/elsewhere/other.go', 'package elsewhere')
    write(root, 'pkg/options/deeper/other.go', 'package deeper')
    expect(await key()).toBe(first)
    write(root, 'cmd/server/main.go', 'package main // edited')
    expect(await key()).not.toBe(first)
    expect(await inputsKey(project, [], undefined, true)).not.toBe(first)
  })
})

describe('putting a new site in place', () => {
  it('replaces the old one whole and leaves nothing beside it', async () => {
    const parent = temporaryFolder()
    write(parent, 'dist/old.html', 'old')
    write(parent, 'work/built/new.html', 'new')
    await replaceFolder(join(parent, 'work', 'built'), join(parent, 'dist'))
    expect(readdirSync(join(parent, 'dist'))).toEqual(['new.html'])
    expect(readFileSync(join(parent, 'dist', 'new.html'), 'utf8')).toBe('new')
    expect(readdirSync(parent).sort()).toEqual(['dist', 'work'])
  })

  it('works where nothing stood before', async () => {
    const parent = temporaryFolder()
    write(parent, 'built/new.html', 'new')
    await replaceFolder(join(parent, 'built'), join(parent, 'deep', 'dist'))
    expect(existsSync(join(parent, 'deep', 'dist', 'new.html'))).toBe(true)
  })
})
