import type { WalkthroughConfig } from '../config/index.ts'
import type { PlainChapter } from '../markdown/index.ts'
import { bookMarkdown, chapterText } from './chapter-text.ts'
import { codeTour } from './code-tour.ts'
import { epubFiles, type EpubFile } from './epub/epub-files.ts'
import { exportPaths } from './export-paths.ts'

/** Chapters that belong together, in one language. */
export interface ExportGroup {
  /** Folder of its pages. */
  readonly id: string
  /** `root` or a folder such as `zh-cn`. */
  readonly locale: string
  readonly title: string
  readonly chapters: readonly PlainChapter[]
  /** Whose code the chapters walk through; undefined for chapters that are no walk. */
  readonly walkthrough: WalkthroughConfig | undefined
}

/** What is said in a book beside its chapters. */
export interface ExportOptions {
  /** Who made the pages. */
  readonly publisher: string
  /** Heading of the table of contents. */
  readonly contents: string
}

/** A file of the site: text, or the files of a zip archive. */
export type ExportedFile =
  | { readonly kind: 'text'; /** From the site's base. */ readonly path: string; readonly text: string }
  | { readonly kind: 'zip'; readonly path: string; readonly files: readonly EpubFile[] }

/** All files made from a group of chapters. The same chapters give the same files, byte for byte. */
export function exportFiles(group: ExportGroup, { publisher, contents }: ExportOptions): ExportedFile[] {
  const { id, locale, title, chapters, walkthrough } = group
  const paths = exportPaths(locale, id)
  const texts = chapters.map((chapter): ExportedFile => ({ kind: 'text', path: paths.text(chapter.slug), text: chapterText(chapter) }))
  const languageTag = chapters[0]?.languageTag ?? 'en'
  return [
    ...texts,
    ...(walkthrough === undefined ? [] : tours(chapters, walkthrough, paths.tour)),
    { kind: 'text', path: paths.bookMarkdown, text: bookMarkdown(title, chapters) },
    { kind: 'zip', path: paths.epub, files: epubFiles({ id: `${id}-${walkthrough?.version ?? '0'}-${languageTag}`, title, languageTag, publisher, contents, license: licenseOf(walkthrough), chapters }) },
  ]
}

function tours(chapters: readonly PlainChapter[], { source }: WalkthroughConfig, pathOf: (chapter: string) => string): ExportedFile[] {
  return chapters.map((chapter, at): ExportedFile => {
    const tour = codeTour(chapter, {
      ref: 'commit' in source ? source.commit : undefined,
      // A folder elsewhere on the machine is what a reader opens by itself, as a clone is.
      folder: 'folder' in source && !/^([/\\]|[A-Za-z]:)/.test(source.folder) ? `${source.folder}/` : '',
      isPrimary: at === 0,
      nextTour: chapters[at + 1]?.title,
    })
    return { kind: 'text', path: pathOf(chapter.slug), text: `${JSON.stringify(tour, undefined, 2)}\n` }
  })
}

function licenseOf(walkthrough: WalkthroughConfig | undefined): string | undefined {
  return walkthrough === undefined ? undefined : `${walkthrough.license.holder}, ${walkthrough.license.name}`
}
