import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { openIndex, type GoIndex } from '../../src/golang/index.ts'
import type { Progress } from '../../src/report/index.ts'
import type { SourceTree } from '../../src/source/index.ts'
import { openSide, type Side } from '../../src/upgrade/index.ts'

/** Opens a tree as one of the two sides: the configured packages, and those of the same repository that they import. */
export async function openTree(tree: SourceTree, walkthrough: WalkthroughConfig, progress: Progress): Promise<Side> {
  const { packages, aliases } = walkthrough
  progress.stage(`reading ${tree.root}`)
  const index = await openIndex(tree, { packages, progress })
  const wide = await openIndex(tree, { packages: [...packages, ...importedFolders(index)], progress, mode: 'declarations' })
  return openSide({ index, wide, aliases, exists: existence(tree) })
}

/** Folders of this repository that the indexed packages import, third parties' left out. */
function importedFolders(index: GoIndex): string[] {
  const folders = new Set<string>()
  for (const facts of index.files.values()) {
    if (facts.test) continue
    for (const { path } of facts.imports) {
      const folder = index.layout.folderOf(path)
      if (folder !== undefined && folder !== '' && !folder.startsWith('vendor/')) folders.add(folder)
    }
  }
  return [...folders].sort()
}

/** A sparse copy holds only some of the files; git knows the names of all. */
function existence({ root, origin }: SourceTree): (path: string) => boolean {
  return (path) => {
    if (path !== '' && existsSync(join(root, path))) return true
    if (origin.kind !== 'git' || path === '' || path.startsWith('-')) return false
    const listed = spawnSync('git', ['-C', root, 'ls-tree', '--name-only', 'HEAD', '--', path], {
      encoding: 'utf8',
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
    })
    return listed.status === 0 && listed.stdout.trim() !== ''
  }
}
