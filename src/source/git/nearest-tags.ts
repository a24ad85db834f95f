import { nearest } from '../../report/index.ts'
import type { Git } from './git.ts'

/** Tags of the remote `origin` that look like `tag`; none when the remote cannot be asked. */
export async function nearestTags(git: Git, folder: string, tag: string): Promise<string[]> {
  const listed = await git.run(folder, ['ls-remote', '--tags', '--refs', 'origin'])
  if (!listed.ok) return []
  const tags = listed.stdout
    .split('\n')
    .map((line) => line.split('\t')[1]?.replace(/^refs\/tags\//, ''))
    .filter((name) => name !== undefined && name !== '')
  return nearest(tag, tags as string[])
}
