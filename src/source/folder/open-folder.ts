import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { RepositoryConfig } from '../../config/index.ts'
import { folderIsFile, folderMissing, folderUnreadable, notGo } from '../diagnostics.ts'
import type { SourceTree } from '../source-tree.ts'
import { looksLikeGo } from './looks-like-go.ts'
import { readHead } from './read-head.ts'

/**
 * A folder on this machine as a source tree, used where it is and never written to.
 *
 * With a `.git` the checked-out commit says whether it is the pinned one; changes that are not committed are not looked
 * for. Any commit is welcome: who names a folder has chosen it.
 *
 * @throws WaymarkError `folder-missing`, `folder-is-file`, `folder-unreadable` or `not-go`.
 */
export async function openFolder(path: string, config: RepositoryConfig | undefined, packages: readonly string[]): Promise<SourceTree> {
  const { folders: topLevel, links } = await listTopLevel(path)
  if (!(await looksLikeGo(path, packages))) throw notGo(path, packages, links)
  const commit = await readHead(path)
  const pinned = config !== undefined && commit === config.commit
  return {
    root: path,
    repository: pinned ? config.repository : undefined,
    tag: pinned ? config.tag : undefined,
    commit,
    origin: { kind: 'folder', path },
    pinned,
    topLevel,
  }
}

async function listTopLevel(path: string): Promise<{ folders: string[]; links: string[] }> {
  try {
    if (!(await stat(path)).isDirectory()) throw folderIsFile(path)
    const entries = await readdir(path, { withFileTypes: true })
    const named = (wanted: (entry: Dirent) => boolean): string[] => entries.filter(wanted).map(({ name }) => name).sort()
    return { folders: named((entry) => entry.isDirectory() && entry.name !== '.git'), links: named((entry) => entry.isSymbolicLink()) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw folderMissing(path)
    if (code !== undefined) throw folderUnreadable(path, code)
    throw error
  }
}
