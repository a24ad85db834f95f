import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/**
 * Writes the whole `.git/config` of a repository that is Waymark's own, in one step, so that no run that was killed leaves half of it.
 *
 * `lazily` makes `origin` a promisor: files are fetched when they are checked out (git's "partial clone"). `url` is only given
 * for a git that takes it no other way.
 */
export async function writeConfig(
  folder: string,
  { lazily, sparse, url }: { readonly lazily: boolean; readonly sparse: boolean; readonly url: string | undefined },
): Promise<void> {
  const origin = [
    ...(lazily ? ['promisor = true', 'partialclonefilter = blob:none'] : []),
    ...(url === undefined ? [] : [`url = ${quoted(url)}`]),
  ]
  const sections: [string, string[]][] = [
    ['core', [`repositoryformatversion = ${lazily ? 1 : 0}`, 'bare = false', 'filemode = false', `sparseCheckout = ${sparse}`, `sparseCheckoutCone = ${sparse}`]],
    ['extensions', lazily ? ['partialClone = origin'] : []],
    ['remote "origin"', origin],
  ]
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `[${name}]\n${lines.map((line) => `\t${line}\n`).join('')}`)
    .join('')
  await writeFileAtomic(join(folder, '.git', 'config'), text, { mode: 0o600 })
}

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`
