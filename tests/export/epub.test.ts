import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { fromBufferPromise } from 'yauzl'
import { writeZip } from '../../scripts/site/write-zip.ts'
import { epubFiles } from '../../src/export/index.ts'
import { bookFromSource } from '../markdown/kettle.ts'
import { plain } from './plain.ts'

describe('a book', async () => {
  const { book } = await bookFromSource()
  const files = epubFiles({
    id: 'kettle-v1-en',
    title: 'Tea & <other> "drinks"',
    languageTag: 'en',
    publisher: 'Test',
    contents: 'Contents',
    license: undefined,
    chapters: [plain(book).chapter, plain(book, '# Ends\n\nWith \u0000 and \u001b.\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |\n').chapter],
  })

  it('begins with what kind of file it is, stored as it is', () => {
    expect(files[0]).toEqual({ path: 'mimetype', text: 'application/epub+zip', stored: true })
  })

  it('is well-formed XML throughout, whatever chapters hold', () => {
    const documents = files.filter(({ path }) => /\.(xml|opf|xhtml)$/.test(path))
    expect(documents.length).toBe(5)
    for (const { text } of documents) expect(() => fromXml(text)).not.toThrow()
  })

  it('lists every file it has, and has every file it lists', () => {
    const manifest = files.find(({ path }) => path.endsWith('.opf'))?.text ?? ''
    const listed = [...manifest.matchAll(/href="([^"]+)"/g)].map(([, href]) => `book/${href}`)
    const held = files.map(({ path }) => path).filter((path) => path.startsWith('book/') && !path.endsWith('.opf'))
    expect(listed.sort()).toEqual(held.sort())
  })

  it('is the same archive, byte for byte, each time, and whole', async () => {
    const [first, second] = [await writeZip(files), await writeZip(files)]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.from(first).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip')
    const names: string[] = []
    for await (const { fileName } of (await fromBufferPromise(Buffer.from(first))).eachEntry()) names.push(fileName)
    expect(names).toEqual(files.map(({ path }) => path))
  })
})
