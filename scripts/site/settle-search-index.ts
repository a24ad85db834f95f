import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts the languages of Pagefind's entry file in order: it writes them as its threads finish, so that two builds of the same
 * pages would differ in that one file. A site without a search index is left as it is.
 */
export async function settleSearchIndex(siteFolder: string): Promise<void> {
  const file = join(siteFolder, 'pagefind', 'pagefind-entry.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const entry = JSON.parse(text) as { languages?: Record<string, unknown> }
  if (entry.languages === undefined) return
  const languages = Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(file, JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }))
}
