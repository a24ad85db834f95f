import { x } from 'xastscript'
import type { EpubBook } from './epub-files.ts'
import { xmlText } from './xml-text.ts'

const XHTML_TYPE = 'application/xhtml+xml'
/** A book is made of pinned code and of text that has no date of its own; the same book always bears the same one. */
const MODIFIED = '2000-01-01T00:00:00Z'

/** Says what the book is called, which files it has, and in which order they are read. */
export function packageDocument({ id, title, languageTag, publisher, license }: EpubBook, chapters: readonly string[]): string {
  const metadata = [
    x('dc:identifier', { id: 'book-id' }, `urn:waymark:${id}`),
    x('dc:title', title),
    x('dc:language', languageTag),
    x('dc:publisher', publisher),
    ...(license === undefined ? [] : [x('dc:rights', license)]),
    x('meta', { property: 'dcterms:modified' }, MODIFIED),
  ]
  const manifest = [
    x('item', { id: 'navigation', href: 'navigation.xhtml', 'media-type': XHTML_TYPE, properties: 'nav' }),
    x('item', { id: 'styles', href: 'styles.css', 'media-type': 'text/css' }),
    ...chapters.map((href, at) => x('item', { id: `chapter-${at + 1}`, href, 'media-type': XHTML_TYPE })),
  ]
  const spine = ['navigation', ...chapters.map((_, at) => `chapter-${at + 1}`)].map((idref) => x('itemref', { idref }))
  const names = { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book-id', 'xml:lang': languageTag }
  return xmlText(
    x('package', names, [x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata), x('manifest', manifest), x('spine', spine)]),
    false,
  )
}

/** Where a reading device begins to look. */
export function containerDocument(): string {
  const rootfile = x('rootfile', { 'full-path': 'book/package.opf', 'media-type': 'application/oebps-package+xml' })
  return xmlText(x('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, [x('rootfiles', [rootfile])]), false)
}
