import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const COMMIT = /^[0-9a-f]{40}$/

/**
 * The commit that is checked out in a folder, read from the files of its `.git`: no git is run, so none of the folder's
 * own settings can have an effect.
 *
 * Knows a `.git` file that points elsewhere (worktrees, submodules), loose and packed refs. Undefined when there is no
 * `.git`, or when it keeps its refs in another way.
 */
export async function readHead(folder: string): Promise<string | undefined> {
  const text = async (...path: string[]): Promise<string | undefined> =>
    (await readFile(join(...path), 'utf8').catch(() => undefined))?.trim()
  const pointer = /^gitdir: (.+)$/m.exec((await text(folder, '.git')) ?? '')?.[1]
  const git = pointer === undefined ? join(folder, '.git') : resolve(folder, pointer)
  const common = resolve(git, (await text(git, 'commondir')) ?? '.')
  let value = await text(git, 'HEAD')
  for (let hops = 0; value !== undefined && hops < 5; hops++) {
    if (COMMIT.test(value)) return value
    const ref = /^ref: (refs\/[^\s]+)$/.exec(value)?.[1]
    if (ref === undefined || ref.split('/').includes('..')) return undefined
    value = (await text(git, ref)) ?? (await text(common, ref)) ?? packed(await text(common, 'packed-refs'), ref)
  }
  return undefined
}

function packed(refs: string | undefined, ref: string): string | undefined {
  return refs
    ?.split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0]
}
