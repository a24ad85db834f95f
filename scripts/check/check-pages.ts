import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { WaymarkConfig } from '../../src/config/index.ts'
import { loadLab } from '../../src/lab/index.ts'
import { checkFrontMatter } from '../../src/markdown/front-matter/index.ts'
import { CONTENT_FOLDER, checkChapter, pageContexts } from '../../src/markdown/index.ts'
import { inReadingOrder, type Diagnostic } from '../../src/report/index.ts'
import { frontMatter } from '../../src/site/content/front-matter.ts'
import { labViewers } from '../../src/site/lab/lab-viewers.ts'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import { explorerPages } from '../../src/site/options/explorer-place.ts'
import { checkLanguages } from './check-languages.ts'
import type { Book } from '../../src/walkthrough/index.ts'

/**
 * Everything that is wrong with the chapters of these books: each page in each language, the path of each walkthrough,
 * chapters that are listed and not written. In the order of files and lines.
 *
 * Pages of walkthroughs without a book are left out; with `only`, so are pages that belong to no walkthrough.
 */
export async function checkPages(project: {
  readonly config: WaymarkConfig
  readonly books: ReadonlyMap<string, Book>
  /** What is known about the options of walkthroughs, by id. */
  readonly options?: ReadonlyMap<string, KnownOptions> | undefined
  readonly projectRoot: string
  readonly only?: boolean
}): Promise<Diagnostic[]> {
  const { config, books, options, projectRoot } = project
  const diagnostics: Diagnostic[] = []
  const files = await glob(`${CONTENT_FOLDER}/**/*.md`, { cwd: projectRoot })
  const pages = new Set(files.map(addressOf))
  for (const { locale } of config.languages) {
    pages.add(locale === 'root' ? '' : locale)
    // A link to the explorer is right even where this build knows nothing to put there.
    for (const { id } of config.walkthroughs) for (const { page } of explorerPages) pages.add(`${locale === 'root' ? '' : `${locale}/`}${id}/${page}`)
    if (config.lab !== undefined) for (const { page } of labViewers) pages.add(`${locale === 'root' ? '' : `${locale}/`}lab/${page}`)
  }
  const labIsOpen = config.lab !== undefined && books.has(config.lab.walkthrough)
  const isOpen = (file: string): boolean =>
    (labIsOpen || !LAB.test(file)) &&
    !config.walkthroughs.some(({ id }) => !books.has(id) && `/${file}`.includes(`/${id}/`))
  const contextOf = pageContexts({ config, books, options, writing: false, report: (found) => diagnostics.push(...found) })
  const texts = new Map<string, string>()
  for (const file of files.filter(isOpen).sort()) {
    const context = contextOf(file)
    if (context === undefined || (project.only === true && context.book === undefined)) continue
    const text = await readFile(join(projectRoot, file), 'utf8')
    texts.set(file, text)
    diagnostics.push(...checkFrontMatter(text, file, frontMatter))
    checkChapter(text, context, addressOf(file), (address) => pages.has(address))
  }
  diagnostics.push(...checkLanguages(config, texts))
  if (labIsOpen) {
    // What is wrong inside a step was told when its page was rendered; the rest is seen only when all are together.
    const told = new Set(diagnostics.map(keyOf))
    const lab = await loadLab(config, projectRoot)
    diagnostics.push(...(lab?.diagnostics ?? []).filter((diagnostic) => !told.has(keyOf(diagnostic))))
  }
  for (const { id, chapters } of config.walkthroughs) {
    const book = books.get(id)
    if (book === undefined) continue
    for (const { locale, tag } of config.languages) {
      diagnostics.push(...missingChapters(id, locale, chapters, pages))
      diagnostics.push(...book.path(tag, (chapter) => chapter).diagnostics)
    }
  }
  return inReadingOrder(summarize(diagnostics))
}

/** Pages of the lab, in any language. */
const LAB = new RegExp(`^${CONTENT_FOLDER}/(?:[^/]+/)?lab/`)

const keyOf = ({ code, file, line, column, message }: Diagnostic): string => JSON.stringify([code, file, line, column, message])

/** `content/docs/zh-cn/kube-apiserver/main.md` → `zh-cn/kube-apiserver/main`. */
const addressOf = (file: string): string =>
  file
    .slice(CONTENT_FOLDER.length + 1)
    .replace(/\.md$/, '')
    .replace(/(^|\/)index$/, '')
    .toLowerCase()

function missingChapters(id: string, locale: string, chapters: readonly string[], pages: ReadonlySet<string>): Diagnostic[] {
  const prefix = locale === 'root' ? id : `${locale}/${id}`
  return chapters
    .filter((chapter) => !pages.has(`${prefix}/${chapter}`))
    .map((chapter) => ({
      code: 'chapter-missing',
      severity: locale === 'root' ? ('error' as const) : ('warning' as const),
      message: `The chapter "${chapter}" has no page${locale === 'root' ? '' : ` in ${locale}`}.`,
      file: `${CONTENT_FOLDER}/${prefix}/${chapter}.md`,
      fix: 'Write it, or take it off the list in walkthrough.config.ts.',
    }))
}

/** What is said once for a page, by code: forty lines of what only waits would hide the one that matters. */
const SAID_ONCE: ReadonlyMap<string, (count: number) => string> = new Map([
  ['not-accepted', (count) => `${count} excerpts and notes of this page are not in the lock file yet.`],
  ['note-unwritten', (count) => `${count} notes of this page are still to be written; this is the first.`],
])

function summarize(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const waiting = new Map<string, Diagnostic[]>()
  const others: Diagnostic[] = []
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.code} ${diagnostic.file ?? ''}`
    if (SAID_ONCE.has(diagnostic.code)) waiting.set(key, [...(waiting.get(key) ?? []), diagnostic])
    else others.push(diagnostic)
  }
  for (const [first, ...more] of waiting.values()) {
    if (first === undefined) continue
    const message = more.length === 0 ? undefined : SAID_ONCE.get(first.code)?.(more.length + 1)
    others.push({ ...first, ...(message === undefined ? {} : { message }) })
  }
  return others
}
