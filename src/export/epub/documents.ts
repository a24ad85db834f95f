import { toXast } from 'hast-util-to-xast'
import type { RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { PlainChapter } from '../../markdown/index.ts'
import type { EpubBook } from './epub-files.ts'
import { xmlText } from './xml-text.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'
const EPUB = 'http://www.idpf.org/2007/ops'

/** A chapter as an XHTML document. */
export function chapterDocument({ title, languageTag, blocks }: PlainChapter): string {
  const children: RootContent[] = blocks.flatMap(({ nodes }) => structuredClone([...nodes]))
  const body = toXast(toHast({ type: 'root', children }))
  return document(title, languageTag, [x('h1', title), ...(body.type === 'root' ? (body.children as Element[]) : [])])
}

/** The table of contents, which the device shows and the reader can page to. */
export function navigationDocument({ title, languageTag, contents, publisher, license }: EpubBook, chapters: readonly { href: string; title: string }[]): string {
  const items = chapters.map((chapter) => x('li', [x('a', { href: chapter.href }, chapter.title)]))
  return document(title, languageTag, [
    x('h1', title),
    x('nav', { 'epub:type': 'toc', id: 'toc' }, [x('h2', contents), x('ol', items)]),
    x('p', publisher),
    ...(license === undefined ? [] : [x('p', license)]),
  ])
}

function document(title: string, languageTag: string, body: readonly Element[]): string {
  const head = x('head', [x('title', title), x('link', { rel: 'stylesheet', type: 'text/css', href: 'styles.css' })])
  const names = { xmlns: XHTML, 'xmlns:epub': EPUB, lang: languageTag, 'xml:lang': languageTag }
  return xmlText(x('html', names, [head, x('body', [...body])]), true)
}
