import type { PlainChapter } from '../../markdown/index.ts'
import { chapterDocument, navigationDocument } from './documents.ts'
import { containerDocument, packageDocument } from './package-document.ts'
import { BOOK_STYLES } from './styles.ts'

/** What a book is. */
export interface EpubBook {
  /** Unique among the books of this project, and the same for the same book. */
  readonly id: string
  readonly title: string
  readonly languageTag: string
  readonly publisher: string
  /** Heading of the table of contents. */
  readonly contents: string
  /** Whose code is quoted, and under what licence. */
  readonly license: string | undefined
  readonly chapters: readonly PlainChapter[]
}

/** A file of the archive, in the order it has to stand there. */
export interface EpubFile {
  readonly path: string
  readonly text: string
  /** The first file of an e-book must not be compressed. */
  readonly stored: boolean
}

/** The files of an EPUB 3 book (W3C EPUB 3.3), in order. */
export function epubFiles(book: EpubBook): EpubFile[] {
  const chapters = book.chapters.map((chapter, at) => ({ file: `chapter-${at + 1}.xhtml`, chapter }))
  const file = (path: string, text: string): EpubFile => ({ path, text, stored: false })
  return [
    { path: 'mimetype', text: 'application/epub+zip', stored: true },
    file('META-INF/container.xml', containerDocument()),
    file('book/package.opf', packageDocument(book, chapters.map((one) => one.file))),
    file('book/navigation.xhtml', navigationDocument(book, chapters.map(({ file: href, chapter: { title } }) => ({ href, title })))),
    file('book/styles.css', BOOK_STYLES),
    ...chapters.map((one) => file(`book/${one.file}`, chapterDocument(one.chapter))),
  ]
}
