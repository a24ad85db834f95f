import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { inReadingOrder, type Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config } from './kettle.ts'

const scenarios = join(import.meta.dirname, 'scenarios')

/** A chapter may come from an editor that ends lines in another way: it means the same, and so do the places in it. */
describe('chapters with other line ends', async () => {
  const { book } = await bookFromSource()
  const told = (text: string): Diagnostic[] => {
    const diagnostics: Diagnostic[] = []
    const context = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => diagnostics.push(...found) })('content/docs/kettle/walk.md')
    if (context === undefined) throw new Error('no context')
    checkChapter(text, context, 'kettle/walk', (page) => page === 'kettle/walk')
    return inReadingOrder(diagnostics)
  }
  for (const name of await readdir(scenarios)) {
    it(`are read alike: ${name}`, async () => {
      const text = (await readFile(join(scenarios, name, 'chapter.md'), 'utf8')).replace(/\r\n?/g, '\n')
      const expected = told(text)
      expect(told(text.replaceAll('\n', '\r\n'))).toEqual(expected)
      expect(told(text.replaceAll('\n', '\r'))).toEqual(expected)
      // Some editors put a byte order mark in front, which is part of no line.
      expect(told(`\uFEFF${text}`)).toEqual(expected)
    })
  }
})
