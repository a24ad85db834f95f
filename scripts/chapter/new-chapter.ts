import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extendLock, listAnchors, writeChapter, type ChapterExcerpt } from '../../src/authoring/index.ts'
// Apart from the others: it brings the whole TypeScript compiler with it.
import { listChapter } from '../../src/authoring/list-chapter.ts'
import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { checkChapter, CONTENT_FOLDER, pageContexts } from '../../src/markdown/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { formatLock, lockFile, openBook } from '../../src/walkthrough/index.ts'
import type { ScriptContext } from '../cli/index.ts'
import { askForChapter, splitSymbols, type ChapterWishes } from './ask.ts'
import { givenTitle, titleOption, type ChapterCommand, type ChapterFlags } from './chapter-command.ts'
import { lastName, openCode, type OpenCode } from './open-code.ts'

const CONFIG = 'walkthrough.config.ts'
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** `chapter -- new <slug>`: the files of a chapter in every language, its entry in the sidebar, its places in the lock file. */
export const newChapter: ChapterCommand = {
  help: 'begin a chapter: its files in every language, with excerpts and the places of notes',
  async run(command, { name, flags }, context) {
    const { languages, walkthroughs } = await loadConfig()
    const slug = name === undefined ? undefined : wrongSlug(name)
    if (slug !== undefined) return command.error(slug)
    const symbols = flags.symbols === undefined ? undefined : splitSymbols(flags.symbols)
    const titles = new Map(languages.flatMap(({ tag }, i) => {
      const title = i === 0 ? flags.title : givenTitle(flags, tag)
      return title === undefined ? [] : [[tag, title] as const]
    }))
    const path = (walkthroughs.find(({ id }) => id === flags.walkthrough) ?? walkthroughs[0])?.path ?? []
    const [first, ...others] = languages
    let wishes: ChapterWishes | undefined
    if (name !== undefined && symbols !== undefined && symbols.length > 0 && flags.title !== undefined) {
      for (const { tag, label } of others) if (!titles.has(tag)) context.progress.say(`No --${titleOption(tag)}: the title in ${label} is the one in ${first?.label ?? tag}, until somebody translates it.`)
      wishes = { slug: name, symbols, titles: new Map(languages.map(({ tag }) => [tag, titles.get(tag) ?? flags.title ?? ''])) }
    } else if (process.stdin.isTTY && process.stderr.isTTY) {
      wishes = await askForChapter({ slug: name, symbols, titles, path: path.map(({ symbol }) => symbol), languages, wrongSlug })
      if (wishes === undefined) {
        context.progress.say('Nothing was written.')
        return 130
      }
    } else {
      const missing = [...(name === undefined ? ['a name'] : []), ...(symbols === undefined || symbols.length === 0 ? ['--symbols'] : []), ...(flags.title === undefined ? ['--title'] : [])]
      return command.error(`A new chapter needs ${missing.join(', ')}; there is no terminal to ask on. For example: npm run chapter -- new run --symbols app.Run,app.CreateServerChain --title "Run"`)
    }
    const made = await writeFiles(wishes, flags, context)
    if (flags.json === true) process.stdout.write(`${JSON.stringify(made)}\n`)
    else process.stdout.write(`${made.files.join('\n')}\n`)
    context.progress.say(`${made.notes} notes are waiting to be written. npm run dev shows the chapter; npm run check says what is left.`)
    return 0
  },
}

/** What is wrong with a chapter's name, if anything. */
function wrongSlug(slug: string): string | undefined {
  return SLUG.test(slug) ? undefined : `"${slug}" cannot be a chapter's name: small letters, digits and single dashes, such as create-server-chain.`
}

/** What was written: paths relative to the project's root, and how many notes wait in each language. */
interface MadeChapter {
  readonly walkthrough: string
  readonly slug: string
  readonly files: readonly string[]
  readonly notes: number
}

async function writeFiles({ slug, symbols, titles }: ChapterWishes, flags: ChapterFlags, context: ScriptContext): Promise<MadeChapter> {
  const code = await openCode(flags, context)
  const { config, walkthrough } = code
  const files = config.languages.map(({ locale, tag }) => ({ tag, file: `${CONTENT_FOLDER}/${locale === 'root' ? '' : `${locale}/`}${walkthrough.id}/${slug}.md` }))
  const taken = files.filter(({ file }) => existsSync(join(projectRoot, file)))
  if (taken.length > 0 || walkthrough.chapters.includes(slug)) throw chapterExists(slug, taken.map(({ file }) => file), walkthrough.id)
  const excerpts = draftExcerpts(code, symbols)
  const lists = listChapter(await readFile(join(projectRoot, CONFIG), 'utf8'), walkthrough.id, slug)
  for (const { tag, file } of files) {
    await mkdir(dirname(join(projectRoot, file)), { recursive: true })
    await writeFile(join(projectRoot, file), writeChapter({ title: titles.get(tag) ?? slug, excerpts }), { flag: 'wx' })
  }
  if (lists === undefined) context.progress.say(`Add '${slug}' to the chapters of ${walkthrough.id} in ${CONFIG}: the list is not written out there, so it was left alone.`)
  else await writeFile(join(projectRoot, CONFIG), lists)
  await extendLockFile(code, files.map(({ file }) => file), context)
  return {
    walkthrough: walkthrough.id,
    slug,
    files: [...files.map(({ file }) => file), ...(lists === undefined ? [] : [CONFIG]), lockFile(walkthrough.id)],
    notes: excerpts.reduce((sum, { anchors }) => sum + anchors.length, 0),
  }
}

function draftExcerpts(code: OpenCode, symbols: readonly string[]): ChapterExcerpt[] {
  const names = new Set([...code.pathNames, ...symbols.map(lastName)])
  return code.declared(symbols).map((declared): ChapterExcerpt => {
    const symbol = code.short(declared)
    const own = new Set([...names].filter((name) => name !== declared.declaration.name))
    const anchors = listAnchors(declared, own).flatMap(({ anchor, reason }) => (reason === undefined ? [] : [anchor]))
    return { symbol, title: symbol.slice(symbol.indexOf('.') + 1), anchors }
  })
}

/** Puts the places of the new chapter into the lock file, and nothing else: what changed elsewhere still waits for eyes. */
async function extendLockFile({ config, walkthrough, tree }: OpenCode, files: readonly string[], { progress }: ScriptContext): Promise<void> {
  const { book, accepted, recorded } = await openBook(walkthrough, { projectRoot, tree, progress })
  const contextOf = pageContexts({ config, books: new Map([[walkthrough.id, book]]), writing: false, report: () => undefined })
  for (const file of files) {
    const page = contextOf(file)
    if (page !== undefined) checkChapter(await readFile(join(projectRoot, file), 'utf8'), page, '', () => true)
  }
  const lock = join(projectRoot, lockFile(walkthrough.id))
  await mkdir(dirname(lock), { recursive: true })
  await writeFile(lock, formatLock(extendLock(accepted, recorded)))
}

function chapterExists(slug: string, files: readonly string[], walkthrough: string): WaymarkError {
  return new WaymarkError({
    code: 'chapter-exists',
    severity: 'error',
    message: `There is a chapter "${slug}" already.`,
    expected: 'a name that no chapter has',
    found: files.length > 0 ? files.join('\n') : `an entry in the chapters of ${walkthrough}, in ${CONFIG}`,
    fix: 'Choose another name, or add to the chapter that is there: npm run chapter -- note <symbol>',
  })
}
