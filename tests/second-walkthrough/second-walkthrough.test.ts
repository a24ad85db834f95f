import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkPages } from '../../scripts/check/check-pages.ts'
import { loadConfig, type WaymarkConfig } from '../../src/config/index.ts'
import { pageContexts, remarkWaymark } from '../../src/markdown/index.ts'
import { silentProgress, type Diagnostic } from '../../src/report/index.ts'
import { getSource } from '../../src/source/index.ts'
import { formatLock, openBook, type OpenBook } from '../../src/walkthrough/index.ts'

const project = join(import.meta.dirname, 'project')
const config = await loadConfig('walkthrough.config.ts', project)

/** Opens the walkthrough of a project folder as `check` does, or from its lock file alone. */
async function open(root: string, withSource = true): Promise<OpenBook> {
  const [walkthrough] = config.walkthroughs
  if (walkthrough === undefined) throw new Error('no walkthrough')
  const options = { projectRoot: root, progress: silentProgress }
  const tree = withSource ? await getSource(walkthrough, { ...options, env: {}, offline: true }) : undefined
  return openBook(walkthrough, { ...options, tree })
}

const check = ({ book }: OpenBook, projectRoot: string): Promise<Diagnostic[]> => checkPages({ config, books: new Map([['postroom', book]]), projectRoot })

const pages = config.languages.flatMap(({ locale }) => ['morning', 'sorting'].map((chapter) => `content/docs/${locale === 'root' ? '' : `${locale}/`}postroom/${chapter}.md`))

function render({ book }: OpenBook, file: string, settings: WaymarkConfig = config): string {
  const contextOf = pageContexts({ config: settings, books: new Map([['postroom', book]]), writing: false, report: () => undefined })
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).use(remarkWaymark, { contextFor: () => contextOf(file) })
  const page = new VFile({ path: file, value: readFileSync(join(project, file), 'utf8') })
  return toHtml(toHast(processor.runSync(processor.parse(page), page) as Root))
}

describe('a second walkthrough, of a module with a local replace and a vendor folder', async () => {
  const opened = await open(project)
  const diagnostics = await check(opened, project)

  it('fits its code in both languages, and has been looked at', async () => {
    await expect(formatLock(opened.recorded)).toMatchFileSnapshot(join(project, 'content/locks/postroom.lock.json'))
    expect(diagnostics).toEqual([])
  })

  it('proves every step of its path', () => {
    const path = opened.book.path('zh-CN', (chapter) => chapter)
    expect(path.kind === 'found' && path.value.map(({ label, file, hop }) => [label, file, hop?.status, hop?.from])).toEqual([
      ['main', 'cmd/postroom/main.go', undefined, undefined],
      ['NewDay', 'internal/sorting/day.go', 'resolved', 0],
      ['Read', 'internal/sorting/day.go', 'resolved', 0],
      ['add', 'internal/sorting/day.go', 'resolved', 2],
      // Where the module lies that the replace names, and not the copy below vendor.
      ['For', 'stamps/stamps.go', 'resolved', 3],
      ['report', 'cmd/postroom/main.go', 'resolved', 0],
    ])
  })

  it.each(pages)('shows code and notes, and without the source the notes still: %s', async (file) => {
    const html = render(opened, file)
    const excerpts = readFileSync(join(project, file), 'utf8').split('::::go{').length - 1
    expect(html.split('<figure class="wm-excerpt').length - 1).toBe(excerpts)
    expect(html.includes('class="wm-text"')).toBe(true)
    expect(html.includes('wm-diagnostic')).toBe(false)
    const bare = render(await open(project, false), file)
    const notes = (text: string): string[] => [...text.matchAll(/id="([\w.-]+-note-\d+)"/g)].map((match) => match[1] ?? '')
    expect(notes(bare)).toEqual(notes(html))
    expect(notes(bare).length).toBeGreaterThan(0)
    expect(bare.includes('class="wm-text"')).toBe(false)
  })

  it('asks for its author’s eyes where the code has changed, and only there', async () => {
    const root = mkdtempSync(join(tmpdir(), 'waymark-second-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    cpSync(project, root, { recursive: true })
    const file = join(root, 'code/internal/sorting/day.go')
    writeFileSync(file, `${readFileSync(file, 'utf8').replace('letter.Grams <= 0 {', 'letter.Grams <= 0 || letter.Grams > 9000 {')}\n// Moved nothing.\n`)
    const told = await check(await open(root), root)
    expect([...new Set(told.map(({ code }) => code))]).toEqual(['code-changed'])
    expect([...new Set(told.map((one) => one.file))]).toEqual(pages.filter((page) => page.endsWith('sorting.md')).sort())
  })
})
