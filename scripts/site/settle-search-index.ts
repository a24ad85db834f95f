import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSearchIndex } from './write-search-index.ts'

/**
 * Makes Pagefind's files whole and their order certain: where one was cut off, all are made anew; and the languages of the entry
 * file, which it writes as its threads finish, are sorted, or two builds of the same pages would differ in that one file. A site
 * without a search index is left as it is.
 *
 * @param makeAnew makes the index of a built site
 */
export async function settleSearchIndex(siteFolder: string, makeAnew: (siteFolder: string) => Promise<void> = writeSearchIndex): Promise<void> {
  const folder = join(siteFolder, 'pagefind')
  if (await isCutOff(folder)) await makeAnew(siteFolder)
  const file = join(folder, ENTRY)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const entry = JSON.parse(text) as { languages?: Record<string, unknown> }
  if (entry.languages === undefined) return
  const languages = Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(file, JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }))
}

const ENTRY = 'pagefind-entry.json'

/** Writing stops between pages of memory. */
const PAGE_BYTES = 4096

/**
 * Whether a file of the index may have been cut off. Pagefind says that its files are written while some still are, and is ended
 * then (Pagefind/pagefind#1271); on a busy machine a file stops at a page of memory, or before the first. A whole file of just
 * that length is suspected too, which costs a second and changes nothing.
 */
async function isCutOff(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isFile() && (await stat(join(entry.parentPath, entry.name))).size % PAGE_BYTES === 0) return true
  }
  return false
}
