import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { docSynopsis, renderDoc } from '../../src/golang/doc/index.ts'

const render = (doc: string): string =>
  toHtml(renderDoc(doc, { hrefOf: ({ qualifier, name }) => (name === 'Unknown' ? undefined : `#${qualifier ?? ''}.${name ?? ''}`), headingLevel: 3, deprecated: 'Deprecated:' }))

describe('a doc comment', () => {
  it('says what is deprecated', () => {
    expect(render('Old does.\n\nDeprecated: use [New] & be glad.')).toBe(
      '<p>Old does.</p><p class="wm-deprecated"><strong>Deprecated:</strong> use <a href="#.New"><code>New</code></a> &#x26; be glad.</p>',
    )
  })

  it('keeps in brackets what nobody knows', () => {
    expect(render('See [Unknown], [x] and a[i], [http.Client.Do], [encoding/json].')).toBe(
      '<p>See [Unknown], <a href="#x."><code>x</code></a> and a[i], <a href="#http.Client.Do"><code>http.Client.Do</code></a>, <a href="#encoding/json."><code>encoding/json</code></a>.</p>',
    )
  })

  it('has lists with the numbers that were written, and code', () => {
    expect(render('First:\n\n  3. three\n  4. four\n     goes on\n  7. seven\n\nThen:\n\n\tx := <-c\n\n\t\ty()')).toBe(
      '<p>First:</p><ol><li value="3">three</li><li>four\ngoes on</li><li value="7">seven</li></ol><p>Then:</p><pre tabindex="0" translate="no"><code>x := &#x3C;-c\n\n\ty()</code></pre>',
    )
  })

  it('counts no margin that all lines have', () => {
    expect(render('\tOne\n\tgoes on.\n\n\t\tcode')).toBe('<p>One\ngoes on.</p><pre tabindex="0" translate="no"><code>code</code></pre>')
  })

  it('leads nowhere but to the web', () => {
    const html = render('[a], [b] and javascript:alert(1), data:text/html,x.\n\n[a]: javascript:alert(1)\n[b]: https://example.org/"onclick="x')
    expect(html).not.toMatch(/href="(?!https?:|#)/)
    expect(html).not.toContain(' onclick="')
  })

  it('never becomes anything but the elements of a comment, whatever it says', () => {
    const alphabet = fc.constantFrom('<script>', '</p>', '"', "'", '[', ']', '(', ')', '{', ':', ' ', '\n', '\n\n', '\t', '- ', '1. ', '# ', 'A', 'b.', 'https://x.y/', '`', '\\', '\u202e', '&lt;', '\0')
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join('')), (doc) => {
        const tags = [...render(doc).matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1] ?? '')
        expect(tags.filter((tag) => !['p', 'h3', 'pre', 'code', 'ul', 'ol', 'li', 'a', 'strong'].includes(tag))).toEqual([])
      }),
    )
  })

  it('is read in time however it nests', () => {
    for (const text of ['['.repeat(20_000), '(https://'.repeat(5_000), '[a](b)'.repeat(5_000), `${'\t'.repeat(20_000)}x`, '-  '.repeat(20_000), 'A.b'.repeat(20_000), `[${'a/'.repeat(20_000)}]`]) {
      expect(render(text).length).toBeGreaterThan(0)
    }
  })
})

describe('the synopsis', () => {
  it('is the first sentence', () => {
    expect(docSynopsis('Complete sets defaults. It then goes on.\n\nMore.')).toBe('Complete sets defaults.')
    expect(docSynopsis('Written by J. Random Hacker,\nwho stops here. Not there.')).toBe('Written by J. Random Hacker, who stops here.')
    expect(docSynopsis('Version 1.2 is [Type.Method] of x')).toBe('Version 1.2 is Type.Method of x')
    expect(docSynopsis('')).toBe('')
    expect(docSynopsis('# Head\n\n\tcode()')).toBe('')
  })

  it('is not longer than a line or two', () => {
    const long = docSynopsis('word '.repeat(200))
    expect(long.length).toBeLessThan(250)
    expect(long.endsWith('word …')).toBe(true)
  })
})
