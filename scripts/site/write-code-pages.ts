import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot, localize, type WaymarkConfig } from '../../src/config/index.ts'
import { createGoHighlight } from '../../src/markdown/highlight/index.ts'
import { CONTENT_FOLDER, locateChapter } from '../../src/markdown/index.ts'
import { cardStore, excerptStrings } from '../../src/markdown/render/index.ts'
import { sitePath } from '../../src/site/data/links.ts'
import type { ChapterLink } from '../../src/site/declarations/code-context.ts'
import { renderCodePages } from '../../src/site/declarations/code-pages.ts'
import { stampPage } from '../../src/site/declarations/stamp-page.ts'
import { codeStrings } from '../../src/site/declarations/strings.ts'
import { defaultCacheRoot } from '../../src/source/index.ts'
import { symbolIndex, SYMBOLS_FILE, type WalkthroughSymbols } from '../../src/site/declarations/symbol-index.ts'
import { CODE, codePages, type Book, type CodePages, type Mention } from '../../src/walkthrough/index.ts'
import { openKeptPages } from './kept-pages.ts'
import { programDigest } from './program-digest.ts'

/** What the pages about code are made from. */
export interface CodePagesOptions {
  readonly config: WaymarkConfig
  readonly books: ReadonlyMap<string, Book>
  /** Path the site will live under. */
  readonly base: string | undefined
  /** The built site, with the one page that Astro made for each walkthrough and language. */
  readonly siteFolder: string
}

/** Where Astro puts scripts, stylesheets and all that is named by its content. */
const ASSETS = '_astro'

/** Writes the pages about the code of every walkthrough that has its source, and the index that search offers first. Returns how many pages. */
export async function writeCodePages({ config, books, base = '/', siteFolder }: CodePagesOptions): Promise<number> {
  const highlight = await createGoHighlight(Infinity)
  const symbols: WalkthroughSymbols[] = []
  const cards = cardStore()
  const program = await programDigest(projectRoot)
  let count = 0
  for (const walkthrough of config.walkthroughs) {
    const { id, title, version } = walkthrough
    const book = books.get(id)
    const pages = book && (await codePages(book))
    if (book === undefined || pages === undefined) continue
    symbols.push(symbolIndex(id, pages))
    for (const { locale, tag } of config.languages) {
      const folder = join(siteFolder, locale === 'root' ? '' : locale, id, CODE)
      const template = await readFile(join(folder, 'index.html'), 'utf8')
      const below = sitePath(base, locale === 'root' ? '' : locale, id)
      const context = {
        pages,
        stops: stopsByPackage(book, pages, tag),
        walkthrough: localize(title, tag),
        version,
        strings: codeStrings(tag),
        excerptStrings: excerptStrings(tag),
        highlight,
        keepCards: (list: Parameters<typeof cards.keep>[0]) => `${sitePath(base)}${ASSETS}/${cards.keep(list)}`,
        hrefOf: (address: string) => `${below}${address}`,
        chapterOf: await chapterLinks(config, locale, base),
      }
      const kept = await openKeptPages(defaultCacheRoot(process.env), JSON.stringify([book.tree?.root, id, locale]), `${program}\0${tag}`)
      for (const page of renderCodePages(context, kept.keep)) {
        await mkdir(join(folder, page.path), { recursive: true })
        await writeFile(join(folder, page.path, 'index.html'), stampPage(template, `${id}/${CODE}/`, page))
        count += 1
      }
      await kept.save()
    }
  }
  if (symbols.length > 0) await writeFile(join(siteFolder, SYMBOLS_FILE), JSON.stringify(symbols))
  for (const [name, text] of cards.files) await writeFile(join(siteFolder, ASSETS, name), text)
  return count
}

/** What the path has in each package, by its import path. */
function stopsByPackage(book: Book, { packages }: CodePages, tag: string): Map<string, readonly string[]> {
  const path = book.path(tag, (chapter) => chapter)
  const stops = path.kind === 'found' ? path.value : []
  return new Map(
    packages.map(({ importPath, entries }) => {
      const declared = new Set(entries.map(({ declaration }) => declaration.symbol))
      return [importPath, stops.filter(({ symbol }) => declared.has(symbol)).map(({ label }) => label)]
    }),
  )
}

/** Finds chapters in a language by what was written down about them; a chapter that is not translated counts in every language. */
async function chapterLinks(config: WaymarkConfig, locale: string, base: string): Promise<(mention: Mention) => ChapterLink | undefined> {
  const locales = config.languages.map((language) => language.locale).filter((one) => one !== 'root')
  const walkthroughs = config.walkthroughs.map(({ id }) => id)
  const titles = new Map<string, string>()
  const titleOf = (file: string): string => {
    const known = titles.get(file) ?? readTitle(file)
    titles.set(file, known)
    return known
  }
  const texts = new Map<string, string>()
  for (const { id, chapters } of config.walkthroughs) for (const chapter of chapters) await read(`${id}/${chapter}.md`)
  for (const chapter of config.lab?.chapters ?? []) await read(`lab/${chapter}.md`)
  async function read(page: string): Promise<void> {
    for (const folder of ['', ...locales.map((one) => `${one}/`)]) {
      const file = `${CONTENT_FOLDER}/${folder}${page}`
      if (existsSync(join(projectRoot, file))) texts.set(file, await readFile(join(projectRoot, file), 'utf8'))
    }
  }
  function readTitle(file: string): string {
    const front = /^---\r?\n([^]*?)\r?\n---/.exec(texts.get(file) ?? '')?.[1] ?? ''
    const { title } = (parse(front) ?? {}) as { title?: unknown }
    return typeof title === 'string' ? title : file
  }
  return ({ file, id }) => {
    if (!texts.has(file)) return undefined
    const chapter = locateChapter(file.slice(CONTENT_FOLDER.length + 1), locales, walkthroughs)
    const page = [chapter.walkthrough, chapter.chapter].filter((part) => part !== undefined).join('/')
    const isTranslated = texts.has(`${CONTENT_FOLDER}/${locale}/${page}.md`)
    if (chapter.locale !== (isTranslated ? locale : 'root')) return undefined
    const href = `${sitePath(base, locale === 'root' ? '' : locale, page)}${id === undefined ? '' : `#${id}`}`
    return { title: titleOf(file), href }
  }
}
