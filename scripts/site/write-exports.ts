import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { localize, projectRoot, type WaymarkConfig } from '../../src/config/index.ts'
import { exportFiles, exportPaths, llmsText, type ExportGroup, type LlmsSection } from '../../src/export/index.ts'
import { CONTENT_FOLDER, readPlainChapter, type PageContext, type PlainChapter } from '../../src/markdown/index.ts'
import { writeZip } from './write-zip.ts'

/** What exports are made of. */
export interface WriteExportsOptions {
  readonly config: WaymarkConfig
  /** The context of a page by its file; see `pageContexts`. */
  readonly contextOf: (file: string) => PageContext | undefined
  /** Absolute folder of the finished site. */
  readonly siteFolder: string
}

/** Folder of the lab's pages. */
const LAB = 'lab'

/** Writes every chapter for other readers than a browser, beside the pages. Returns how many files were written. */
export async function writeExports({ config, contextOf, siteFolder }: WriteExportsOptions): Promise<number> {
  let written = 0
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const file = join(siteFolder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    written++
  }
  const sections: LlmsSection[] = []
  for (const { locale, tag } of config.languages) {
    for (const group of await groupsOf(config, locale, tag, contextOf)) {
      const words = tag.startsWith('zh') ? { contents: '目录', whole: '全部章节' } : { contents: 'Contents', whole: 'All chapters' }
      for (const file of exportFiles(group, { publisher: config.title, contents: words.contents }))
        await write(file.path, file.kind === 'text' ? file.text : await writeZip(file.files))
      const paths = exportPaths(locale, group.id)
      sections.push({ title: group.title, whole: { title: words.whole, href: paths.bookMarkdown }, chapters: group.chapters.map(({ slug, title, description }) => ({ title, description, href: paths.text(slug) })) })
    }
  }
  const first = config.walkthroughs[0]
  const summary = first === undefined ? config.title : `${localize(first.title, 'en')}: Go code of a pinned version, explained line by line. Each chapter is linked as plain text, with its code.`
  await write('llms.txt', llmsText(config.title, summary, sections))
  return written
}

async function groupsOf(config: WaymarkConfig, locale: string, tag: string, contextOf: WriteExportsOptions['contextOf']): Promise<ExportGroup[]> {
  const { lab, walkthroughs } = config
  const wanted = [
    ...walkthroughs.map((walkthrough) => ({ id: walkthrough.id, title: walkthrough.title, slugs: walkthrough.chapters, walkthrough })),
    ...(lab === undefined ? [] : [{ id: LAB, title: lab.title, slugs: lab.chapters, walkthrough: undefined }]),
  ]
  const groups = await Promise.all(
    wanted.map(async ({ id, title, slugs, walkthrough }) => {
      const chapters = await Promise.all(slugs.map((slug) => readChapter(locale, id, slug, contextOf)))
      return { id, locale, title: localize(title, tag), walkthrough, chapters: chapters.filter((chapter) => chapter !== undefined) }
    }),
  )
  return groups.filter(({ chapters }) => chapters.length > 0)
}

/** A chapter; undefined where it has not been translated. */
async function readChapter(locale: string, group: string, slug: string, contextOf: WriteExportsOptions['contextOf']): Promise<PlainChapter | undefined> {
  const file = [CONTENT_FOLDER, ...(locale === 'root' ? [] : [locale]), group, `${slug}.md`].join('/')
  const text = await readFile(join(projectRoot, file), 'utf8').catch(() => undefined)
  const context = contextOf(file)
  return text === undefined || context === undefined ? undefined : readPlainChapter(text, slug, context)
}
