import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { toHast } from 'mdast-util-to-hast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { pageContexts, remarkWaymark } from '../../src/markdown/index.ts'
import type { Diagnostic } from '../../src/report/index.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import { bookFromLock, bookFromSource, config } from './kettle.ts'

const highlight = await createGoHighlight()

/** A chapter as the HTML of its body, rendered as dangerously as any processor could. */
function render(markdown: string, book: Book): { html: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const contextOf = pageContexts({ config, books: new Map([['kettle', book]]), writing: false, report: (found) => diagnostics.push(...found) })
  const processor = unified()
    .use(remarkParse)
    .use(remarkDirective)
    .use(remarkWaymark, { contextFor: ({ path }) => contextOf(path), highlight })
  const file = new VFile({ path: 'content/docs/kettle/walk.md', value: markdown })
  const tree = processor.runSync(processor.parse(file), file) as Root
  return { html: toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), diagnostics }
}

describe('what a page holds', async () => {
  const { book, recorded } = await bookFromSource()

  it('never takes Go text for HTML', () => {
    const { html } = render('::::go{symbol="app.Options.Flags"}\n::::\n', book)
    expect(html).toContain('&#x3C;/script>')
    expect(html).not.toContain('</script>')
    expect(html).not.toContain('<b>')
  })

  it('shows HTML that somebody typed as text, in prose and in notes', () => {
    const { html } = render(
      'Before <img src=x onerror=alert(1)> after.\n\n<script>alert(1)</script>\n\n<!-- a remark -->\n\n' +
        '::::go{symbol="app.Check"}\n:::note{at="return nil"}\nSee <b onclick="x">this</b>.\n\n<iframe src="https://example.org"></iframe>\n:::\n::::\n',
      book,
    )
    for (const tag of ['<img', '<script', '<b ', '<iframe']) expect(html).not.toContain(tag)
    for (const text of ['onerror=alert(1)', 'alert(1)', 'onclick', 'iframe']) expect(html).toContain(text)
    expect(html).not.toContain('a remark')
  })

  it('takes no attribute of a directive for HTML', () => {
    const { html, diagnostics } = render('::::go{symbol="app.Check" id=\'x"><script>alert(1)</script>\'}\n::::\n\n:sym[app.Check]{as="<b>Check</b>"}\n', book)
    expect(html).not.toMatch(/<script|<b>/)
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['attribute-invalid'])
  })

  it('shows no reader a note that is still to be written, and counts on without it', () => {
    const { html, diagnostics } = render('::::go{symbol="app.Check"}\n:::note{at="errors.New"}\n<!-- To be written. -->\n:::\n:::note{at="return nil"}\nFine.\n:::\n::::\n', book)
    expect(diagnostics.filter(({ code }) => code !== 'not-accepted').map(({ code, severity }) => [code, severity])).toEqual([['note-unwritten', 'warning']])
    expect(html).not.toMatch(/To be written|Note 2/)
    expect([...html.matchAll(/aria-label="(Note \d)"/g)].map(([, name]) => name)).toEqual(['Note 1', 'Note 1'])
  })

  it('is the same without the source, but for the code', () => {
    const markdown = '::::go{symbol="app.NewCommand" show="RunE"}\n:::note{at="Boil(o)"}\nBoils.\n:::\n::::\n\n::trail{from="main.main" to="app.Boil"}\n'
    const asked = render(markdown, book)
    const { html, diagnostics } = render(markdown, bookFromLock(recorded))
    expect(diagnostics).toEqual([])
    expect(asked.html).toContain('err')
    expect(html).toContain('Boils.')
    expect(html).toContain('app/command.go')
    expect(html).not.toContain('degrees++')
    // The line numbers of an excerpt link to lines of the page; without code there are none, and each note links to the host.
    const links = (text: string) => new Set([...text.matchAll(/href="(https:[^"]+)"/g)].map((match) => match[1]))
    const kept = [...links(asked.html)]
    expect(kept.length).toBeGreaterThan(2)
    expect(kept.filter((link) => !links(html).has(link))).toEqual([])
  })

  it('has a visible notice in place of what is missing, never a hole', () => {
    const { html, diagnostics } = render('::::go{symbol="app.Gone"}\n::::\n\nAnd :sym[app.Gone].\n', book)
    expect(diagnostics.map(({ code }) => code)).toEqual(['symbol-not-found', 'symbol-not-found'])
    expect(html).toContain('wm-notice')
    expect(html).toContain('app.Gone')
  })
})
