import { describe, expect, it } from 'vitest'
import { bookMarkdown, chapterText, exportFiles, llmsText } from '../../src/export/index.ts'
import { bookFromLock, bookFromSource } from '../markdown/kettle.ts'
import { plain } from './plain.ts'

describe('a chapter as plain text', async () => {
  const { book, recorded } = await bookFromSource()
  const text = chapterText(plain(book).chapter)

  it('begins with its title and what it is about', () => {
    expect(text.split('\n').slice(0, 3)).toEqual(['# Boiling', '', '> How water gets hot.'])
  })

  it('names symbols and flags as code, with links to their lines', () => {
    expect(text).toMatch(/\[`Check`\]\(https:\/\/code\.example\/kettle\/c{40}\/app\/command\.go#L\d+-L\d+\)/)
    expect(text).toMatch(/\[`--degrees`\]\(https:\/\/code\.example\//)
  })

  it('keeps links to elsewhere, and of links within the site their text', () => {
    expect(text).toContain('[Go](https://go.dev/)')
    expect(text).toContain('see the next and')
  })

  it('holds the code with its tabs, and each note by its line', () => {
    expect(text).toContain('```go\nfunc Check(o *Options) error {\n\tif o.Degrees > 100 {\n')
    expect(text).toMatch(/1\. Line \d+: Water has a limit\.\n2\. Line \d+: Everything is _fine_\./)
  })

  it('tells the path as a list, and an aside as a quotation', () => {
    expect(text).toMatch(/1\. `main` \(main\.go:\[\d+\]\(https:[^)]+\)\) Starts\.\n2\. `NewCommand` /)
    expect(text).toContain('> **Mind the steam**\n>\n> It is hot.')
  })

  it('has no directive, role or front matter left', () => {
    expect(text).not.toMatch(/^:{2,}|:(sym|flag|file)\[|^---$/m)
  })

  it('says that there is no code where there is none, with places and notes all the same', () => {
    const without = chapterText(plain(bookFromLock(recorded)).chapter)
    expect(without).toContain('The code was not at hand')
    expect(without).not.toContain('```go')
    expect(without).toMatch(/1\. Line \d+: Water has a limit\./)
  })

  it('leaves a directive that cannot be resolved as it was written, and reports it', () => {
    const { chapter, diagnostics } = plain(book, '::::go{symbol="app.Chekc"}\n::::\n')
    expect(chapterText(chapter)).toContain('::::go{symbol="app.Chekc"}')
    expect(diagnostics.map(({ code }) => code)).toContain('symbol-not-found')
  })
})

describe('all chapters in one', async () => {
  const { book } = await bookFromSource()
  const chapter = plain(book).chapter

  it('are Markdown with the book’s title on top and the headings of chapters below it', () => {
    const text = bookMarkdown('Kettles · 水壶', [chapter, { ...chapter, title: 'Pouring' }])
    expect(text.split('\n').filter((line) => /^#+ /.test(line))).toEqual(['# Kettles · 水壶', '## Boiling', '### The way', '## Pouring', '### The way'])
    expect(text).toContain('```go\nfunc Check(o *Options) error {\n')
    expect(chapterText(chapter)).toContain('\n## The way\n')
  })

  it('stand beside the pages as book.md, and llms.txt names them', () => {
    const files = exportFiles({ id: 'kettle', locale: 'zh-cn', title: 'Kettles', walkthrough: undefined, chapters: [chapter] }, { publisher: 'Test', contents: 'Contents' })
    expect(files.map(({ kind, path }) => [kind, path])).toEqual([['text', 'zh-cn/kettle/walk.txt'], ['text', 'zh-cn/kettle/book.md'], ['zip', 'zh-cn/kettle/book.epub']])
    const listed = llmsText('Site', 'About kettles.', [{ title: 'Kettles', whole: { title: 'All chapters', href: 'kettle/book.md' }, chapters: [{ title: 'Boiling', description: undefined, href: 'kettle/walk.txt' }] }])
    expect(listed).toBe('# Site\n\n> About kettles.\n\n## Kettles\n\n- [All chapters](kettle/book.md)\n- [Boiling](kettle/walk.txt)\n')
  })
})
