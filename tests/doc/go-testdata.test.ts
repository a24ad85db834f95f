import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { goLibrary } from '../../scripts/index/go-library.ts'
import { renderDoc, type DocName } from '../../src/golang/doc/index.ts'

/** Go's own examples for its parser of doc comments, where Go's library is at hand. */
const library = await goLibrary(process.env)
const folder = library === undefined ? undefined : join(library, 'go', 'doc', 'comment', 'testdata')
const here = folder !== undefined && existsSync(folder)
if (!here) process.stderr.write('\n!! Go’s examples of doc comments are not on this machine: comments are not compared with what Go makes of them.\n')

/** What is different on purpose: words set by a caller, numbers that no browser can count to, a link that leads to nobody. */
const OTHERWISE = ['words.txt', 'list5.txt', 'crash1.txt']
/** Names that Go's own test knows. */
const SYMBOLS = ['Doc', 'NoURL', 'Parser.Parse']
/** Packages that Go's own test can tell by their last element alone. */
const PACKAGES: Readonly<Record<string, string>> = { comment: 'go/doc/comment', bytes: 'bytes', math: 'math', io: 'io', rand: 'math/rand', template: 'text/template' }

function hrefOf({ qualifier, name }: DocName): string | undefined {
  const path = qualifier === undefined ? '' : qualifier.includes('/') ? qualifier : PACKAGES[qualifier]
  if (path === undefined || (qualifier === undefined && !SYMBOLS.includes(name ?? ''))) return undefined
  return `${path === '' ? '' : `/${path}`}${name === undefined ? '' : `#${name}`}`
}

/** Both sides without what Go leaves out or we add: closing tags, ids, code inside links. */
function bare(html: string): string {
  return html
    .replace(/<\/(?:p|li)>|<\/?code>| id="[^"]*"| tabindex="0"| translate="no"| rel="noreferrer"| class="[^"]*"|<\/?i>/g, '')
    .replace(/&(?:#x27|apos|#39);/g, "'")
    .replace(/&(?:#x22|quot|#34);/g, '"')
    .replace(/&(?:#x3c|lt);/gi, '<')
    .replace(/&(?:#x3e|gt);/gi, '>')
    .replace(/&(?:#x26|amp);/gi, '&')
    .replace(/\s*(<\/?(?:p|li|ul|ol|pre|h\d)\b[^>]*>)\s*/g, '$1')
    .trim()
}

describe.runIf(here)('a doc comment becomes what Go makes of it', () => {
  const files = here ? readdirSync(folder).filter((file) => file.endsWith('.txt') && !OTHERWISE.includes(file)) : []
  const cases = files.flatMap((file) => {
    const parts = readFileSync(join(folder ?? '', file), 'utf8').split(/^-- (\w+) --\n/m)
    const part = (name: string): string | undefined => parts[parts.indexOf(name) + 1]
    const [input, html] = [part('input'), parts.includes('html') ? part('html') : undefined]
    return input === undefined || html === undefined || (parts[0] ?? '').trim() !== '' ? [] : [{ file, input: input.replace(/\$$/gm, ''), html: html.replace(/\$$/gm, '') }]
  })

  it('has examples to look at', () => {
    expect(cases.length).toBeGreaterThan(20)
  })

  it.each(cases)('$file', ({ input, html }) => {
    const rendered = renderDoc(input, { hrefOf, headingLevel: 3, deprecated: 'Deprecated:' })
    expect(bare(toHtml(rendered))).toBe(bare(html))
  })
})
