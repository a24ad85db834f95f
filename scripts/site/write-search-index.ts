import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { close, createIndex } from 'pagefind'

/**
 * Makes the search index of a built site anew, as Starlight has it made, with the files written here.
 *
 * @throws Error with what Pagefind says.
 */
export async function writeSearchIndex(siteFolder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex()
    if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`)
    const read = await index.addDirectory({ path: siteFolder })
    const { files, errors: unwritten } = await index.getFiles()
    const problems = [...errors, ...read.errors, ...unwritten]
    if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`)
    const folder = join(siteFolder, 'pagefind')
    await rm(folder, { recursive: true, force: true })
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
  } finally {
    await close()
  }
}
