import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { KeepPage, MadePage } from '../../src/site/declarations/code-pages.ts'

/** Pages that the build before made, to be taken again where nothing they are made from has changed. */
export interface KeptPages {
  readonly keep: KeepPage
  /** How many pages had to be made. */
  readonly made: number
  /** Keeps exactly the pages asked for, where any was made. A cache that cannot be written is no error. */
  save(): Promise<void>
}

/**
 * Opens the pages kept under a name. They are found by content: what a page is made from, and `by`, which tells everything
 * that is the same for all pages, such as the program that makes them. A torn file counts as nothing kept.
 */
export async function openKeptPages(cacheRoot: string, name: string, by: string): Promise<KeptPages> {
  const folder = join(cacheRoot, 'pages')
  const file = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.json`)
  const before = await read(file)
  const now = new Map<string, MadePage>()
  let made = 0
  return {
    keep(madeFrom, make) {
      const key = createHash('sha256').update(by).update(JSON.stringify(madeFrom)).digest('base64url')
      let page = before.get(key)
      if (page === undefined) {
        page = make()
        made += 1
      }
      now.set(key, page)
      return page
    },
    get made() {
      return made
    },
    async save() {
      if (made === 0 && now.size === before.size) return
      try {
        await mkdir(folder, { recursive: true })
        await writeFileAtomic(file, JSON.stringify([...now]))
      } catch {
        return
      }
    },
  }
}

async function read(file: string): Promise<ReadonlyMap<string, MadePage>> {
  try {
    return new Map(JSON.parse(await readFile(file, 'utf8')) as [string, MadePage][])
  } catch {
    return new Map()
  }
}
