import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfig, projectRoot } from '../../src/config/index.ts'
import { plainHighlight } from '../../src/markdown/highlight/index.ts'
import { excerptStrings } from '../../src/markdown/render/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { renderCodePages, type MadePage } from '../../src/site/declarations/code-pages.ts'
import { codeStrings } from '../../src/site/declarations/strings.ts'
import { symbolIndex } from '../../src/site/declarations/symbol-index.ts'
import { getSource } from '../../src/source/index.ts'
import { codePages, countUses, docNames, openBook, useCounts, type CodePages, type DeclarationView, type Linker } from '../../src/walkthrough/index.ts'

const FILE = 'content/docs/tiny-apiserver/walk.md'
const place = { file: FILE, line: 1, column: 1 }

/** The pages of the example, when a chapter shows `app.Run` and names `options.NewServerRunOptions`. */
async function examplePages(): Promise<{ pages: CodePages; linker: Linker }> {
  const { walkthroughs } = await loadConfig()
  const walkthrough = walkthroughs.find(({ source }) => 'folder' in source)
  if (walkthrough === undefined) throw new Error('the example is gone')
  const tree = await getSource(walkthrough, { projectRoot, env: {}, progress: silentProgress, cacheRoot: join(projectRoot, '.cache') })
  const { book } = await openBook(walkthrough, { projectRoot, tree, progress: silentProgress })
  book.excerpt({ symbol: 'app.Run', part: { kind: 'whole' }, id: undefined, notes: [], place }, new Set())
  book.symbol('options.NewServerRunOptions', place)
  const pages = await codePages(book)
  if (pages === undefined || book.linker === undefined) throw new Error('there is no source')
  return { pages, linker: book.linker }
}

const contextOf = (pages: CodePages) => ({
  pages,
  walkthrough: 'W',
  version: 'v',
  strings: codeStrings('en'),
  excerptStrings: excerptStrings('en'),
  highlight: plainHighlight,
  keepCards: () => 'cards.json',
  stops: new Map([['example.org/tiny-apiserver', ['main']]]),
  hrefOf: (address: string) => `/${address}`,
  chapterOf: () => undefined,
})

describe('pages about declarations', () => {
  let pages: CodePages
  let linker: Linker
  const view = (name: string): DeclarationView => {
    const found = pages.declarations.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no page about ${name}`)
    return found
  }
  beforeAll(async () => {
    ;({ pages, linker } = await examplePages())
  })

  it('tell what chapters speak of, and everything those pages lead to', () => {
    const { mentions } = view('Run')
    expect(mentions).toEqual([{ kind: 'excerpt', file: FILE, id: 'app-run' }])
    expect(view('NewServerRunOptions').mentions.map(({ kind }) => kind)).toEqual(['name'])
    expect(view('ServerRunOptions').members.map(({ name }) => name)).toContain('Validate')
    expect(view('ServerRunOptions.Validate').owner?.address).toBe(view('ServerRunOptions').address)
  })

  it('tell who calls a function, through which field, and what it calls', () => {
    const { callers, callees } = view('Run')
    expect(callers.map(({ label, lines }) => [label, lines.map(({ through }) => through)])).toEqual([['app.NewCommand', ['RunE']]])
    expect(callees.length).toBeGreaterThan(0)
  })

  it('are counted in captions as they list, and only where they do', async () => {
    const run = await useCounts(view('Run').declaration.symbol, linker)
    expect(run.map(({ kind, address }) => `${kind} ${address}`)).toEqual(['calledBy code/app/Run/#called-by', 'calls code/app/Run/#what-it-calls'])
    const [field] = view('ServerRunOptions').members.filter(({ uses }) => uses.length > 0)
    const { address } = view('ServerRunOptions')
    expect(await useCounts(`${view('ServerRunOptions').declaration.symbol}.${field?.name ?? ''}`, linker)).toEqual([{ kind: 'used', count: countUses(field?.uses ?? []), address: `${address}#${field?.id ?? ''}` }])
    for (const { declaration, callers, callees, uses } of pages.declarations) {
      const counts = Object.fromEntries((await useCounts(declaration.symbol, linker)).map(({ kind, count }) => [kind, count]))
      const { used = 0, calledBy = 0, alsoNamed = 0, calls = 0 } = counts
      expect([calledBy, calls, used + calledBy + alsoNamed], declaration.symbol).toEqual([countUses(callers), callees.length, countUses(uses)])
    }
    expect(await useCounts('example.org/none.Nothing', linker)).toEqual([])
  })

  it('are made again only where something they are made from has changed', () => {
    const kept = new Map<string, MadePage>()
    const build = (pagesNow: CodePages, hrefOf = (address: string) => `/${address}`): { made: number; cards: number; html: string } => {
      let made = 0
      const cards = new Set<string>()
      const keepCards = (list: unknown): string => {
        cards.add(JSON.stringify(list))
        return 'cards.json'
      }
      const bodies = [...renderCodePages({ ...contextOf(pagesNow), hrefOf, keepCards }, (from, make) => {
        const key = JSON.stringify(from)
        const page = kept.get(key) ?? make()
        made += kept.has(key) ? 0 : 1
        kept.set(key, page)
        return page
      })]
      return { made, cards: cards.size, html: bodies.map(({ body }) => body).join('') }
    }
    const first = build(pages)
    expect(first.made).toBe(pages.declarations.length)
    expect(build(pages)).toEqual({ ...first, made: 0 })
    const spoken = pages.declarations.map((one) => (one.name === 'Run' ? { ...one, mentions: [] } : one))
    expect(build({ ...pages, declarations: spoken }).made).toBe(1)
    expect(build(pages, (address) => `/docs/${address}`).made).toBe(pages.declarations.length)
    expect(build({ ...pages, docWay: () => ({ address: undefined, url: 'https://elsewhere.example' }) }).made).toBe(pages.declarations.filter(({ declaration, members }) => [declaration, ...members].some(({ doc }) => docNames(doc).length > 0)).length)
  })

  it('lead only to pages and places that are there, and hold each id once', () => {
    const made = [...renderCodePages(contextOf(pages))]
    const map = made.find(({ path }) => path === '')?.body ?? ''
    for (const { address } of pages.packages) expect(map.split(`<a href="/${address}"`), address).toHaveLength(3)
    const ids = new Map(made.map(({ path, body }) => [`/code/${path}`, [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '')]))
    for (const [path, all] of ids) expect(new Set(all).size, path).toBe(all.length)
    const broken = made.flatMap(({ path, body }) =>
      [...body.matchAll(/ href="([/#][^"]*)"/g)].flatMap(([, href = '']) => {
        const { pathname, hash } = new URL(href, `http://x/code/${path}`)
        const there = ids.get(decodeURIComponent(pathname))
        return there === undefined || (hash !== '' && !there.includes(decodeURIComponent(hash.slice(1)))) ? [`${path}: ${href}`] : []
      }),
    )
    expect(broken).toEqual([])
    for (const [, , , address] of symbolIndex('w', pages).symbols) {
      const { pathname, hash } = new URL(address, 'http://x/code/')
      expect(ids.get(decodeURIComponent(pathname)), address).toContain(hash === '' ? '_top' : decodeURIComponent(hash.slice(1)))
    }
  })
})
