import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TreeReader } from '../../src/golang/index.ts'
import type { SourceTree } from '../../src/source/index.ts'

/** A tree for `moduleLayout`, from file texts by path; `links` are symbolic links from folder to folder. */
export function inMemoryTree(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): TreeReader {
  const follow = (path: string): string => {
    for (const [from, to] of Object.entries(links)) if (path === from || path.startsWith(`${from}/`)) return to + path.slice(from.length)
    return path
  }
  const isFolder = (path: string): boolean => path === '' || Object.keys(files).some((file) => file.startsWith(`${follow(path)}/`))
  return {
    readText: (path) => files[follow(path)],
    isFolder,
    realFolder: (path) => (isFolder(path) ? follow(path) : undefined),
  }
}

/** A tree on disk, for the time of one test. */
export function treeOnDisk(files: Readonly<Record<string, string | Buffer>>): SourceTree & { write(file: string, content: string): void; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'waymark-golang-'))
  const write = (file: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  for (const [file, content] of Object.entries(files)) write(file, content)
  return {
    root,
    repository: undefined,
    tag: undefined,
    commit: undefined,
    origin: { kind: 'folder', path: root },
    pinned: false,
    topLevel: [],
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
