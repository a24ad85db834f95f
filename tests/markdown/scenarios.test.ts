import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createColors } from 'picocolors'
import { checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { formatDiagnostic, inReadingOrder, type Diagnostic } from '../../src/report/index.ts'
import { bookFromSource, config } from './kettle.ts'

const scenarios = join(import.meta.dirname, 'scenarios')

/** What an author reads on the terminal for each broken chapter, whole: the messages are part of the product. */
describe('check', async () => {
  const { book } = await bookFromSource()
  for (const name of await readdir(scenarios)) {
    it(`tells what is wrong: ${name}`, async () => {
      const diagnostics: Diagnostic[] = []
      const folder = name === 'outside-walkthrough' ? '' : 'kettle/'
      const context = pageContexts({
        config,
        books: new Map([['kettle', book]]),
        writing: false,
        report: (found) => diagnostics.push(...found),
      })(`content/docs/${folder}walk.md`)
      if (context === undefined) throw new Error('no context')
      checkChapter(await readFile(join(scenarios, name, 'chapter.md'), 'utf8'), context, `${folder}walk`, (page) => page === 'kettle/walk')
      const told = inReadingOrder(diagnostics).filter(({ code }) => code !== 'not-accepted')
      const text = told.map((diagnostic) => `${formatDiagnostic(diagnostic, createColors(false))}\n`).join('')
      await expect(text === '' ? 'nothing\n' : text).toMatchFileSnapshot(join(scenarios, name, 'expected.txt'))
    })
  }
})
