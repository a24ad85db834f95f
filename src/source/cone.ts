/**
 * Which folders of a repository are wanted, as the config writes them: `a/b` is that folder's own files, `a/b/...` also
 * everything below it, `...` the whole tree.
 */
export type Cone = readonly string[]

/** A name that no folder has: asking git's cone for it inside a folder selects that folder's own files and no more. */
const OWN_FILES_ONLY = '.waymark-own-files-only'

/** Sorted, each once, without what another entry already holds. */
export function normaliseCone(entries: Iterable<string>): string[] {
  const list = [...new Set([...entries].map(clean).filter((entry) => entry !== undefined))].sort()
  const deep = new Set(list.filter(isDeep).map(folderOf))
  return list.filter((entry) => {
    const folder = folderOf(entry)
    const above = folder.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))
    if (folder !== '' && above.some((parent) => deep.has(parent))) return false
    return isDeep(entry) || !deep.has(folder)
  })
}

/** True when everything `part` asks for is in `whole`. */
export function coneHolds(whole: Cone, part: Cone): boolean {
  const all = normaliseCone([...whole, ...part])
  const had = normaliseCone(whole)
  return all.length === had.length && all.every((entry, index) => entry === had[index])
}

/** True when the cone is the whole tree. */
export const isWhole = (cone: Cone): boolean => cone.includes('...')

/** `dir` of `dir/...`; `''` for the root. */
export const folderOf = (entry: string): string => (entry === '...' ? '' : entry.replace(/\/\.\.\.$/, ''))

/** True for `dir/...`. */
export const isDeep = (entry: string): boolean => entry === '...' || entry.endsWith('/...')

/** What `git sparse-checkout set --stdin` is fed in cone mode; the root's own files are always part of a cone. */
export function coneLines(cone: Cone): string {
  return normaliseCone(cone)
    .filter((entry) => folderOf(entry) !== '')
    .map((entry) => `${isDeep(entry) ? folderOf(entry) : `${entry}/${OWN_FILES_ONLY}`}\n`)
    .join('')
}

/** Undefined for what can be no folder inside a repository. */
function clean(entry: string): string | undefined {
  const path = entry.replaceAll(/\/{2,}/g, '/').replace(/^(\.\/)+/, '').replace(/\/$/, '')
  if (path === '' || path === '.') return ''
  if (/[\u0000-\u001f\\]/.test(path) || path.startsWith('/') || path.startsWith('"')) return undefined
  return path.split('/').some((part) => part === '..' || part === '.' || part.toLowerCase() === '.git') ? undefined : path
}
