import { dev } from 'astro'
import { projectRoot, type WaymarkConfig } from '../../src/config/index.ts'
import { keepFiles } from '../../src/golang/resolve/index.ts'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import type { Diagnostic, Progress } from '../../src/report/index.ts'
import { createLiveChapters, setLiveChapters } from '../../src/site/content/live-chapters.ts'
import { writingHelp } from '../../src/site/writing/writing-help.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import { followEdits } from './follow-edits.ts'
import { knowOptionsAside } from './know-options-aside.ts'
import { knowOptions } from './know-options.ts'
import { obtainTrees, type ObtainedTree } from './obtain-trees.ts'
import { openBooks } from './open-books.ts'
import { siteConfig } from './site-config.ts'

/** What a site for somebody who writes needs. */
export interface WritingOptions {
  readonly config: WaymarkConfig
  readonly source: string | undefined
  readonly offline: boolean
  readonly host: string
  /** Hears that the configuration was written. */
  readonly reconfigure: () => Promise<void>
  /** Hears every problem, each time it is found. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** A site that is being served. */
export interface WritingServer {
  readonly port: number
  stop(): Promise<void>
}

/** Pages about declarations are written by a build, after Astro's; while writing, names lead to the code host instead. */
const PAGES_ABOUT_CODE = false

/**
 * Reads everything that a configuration names, and gives what serves its site: on the port that is wanted, or the next free one.
 *
 * @throws WaymarkError when a book cannot be opened.
 */
export async function prepareWriting({ config, source, offline, host, reconfigure, report, progress, signal }: WritingOptions): Promise<(port: number) => Promise<WritingServer>> {
  const trees = await obtainTrees({ config, source, offline, progress, signal })
  for (const { problems } of trees) report(problems.map((problem) => ({ ...problem, severity: 'warning' })))
  for (const { tree } of trees) if (tree !== undefined) keepFiles(tree)
  const books = new Map<string, Book>()
  const options = new Map<string, KnownOptions>()
  const reopen = async (changed: readonly ObtainedTree[]): Promise<void> => {
    for (const { walkthrough, book, problems } of await openBooks(changed, progress, PAGES_ABOUT_CODE)) {
      books.set(walkthrough.id, book)
      report(problems)
    }
  }
  const reconsider = async (changed: readonly ObtainedTree[]): Promise<ObtainedTree[]> => {
    const known = await knowOptionsAside(changed, progress)
    const different = changed.filter(({ walkthrough: { id } }) => JSON.stringify(known.get(id)) !== JSON.stringify(options.get(id)))
    for (const [id, one] of known) options.set(id, one)
    return different
  }
  await reopen(trees)
  for (const [id, one] of await knowOptions(trees, progress)) options.set(id, one)
  const site = await siteConfig({ config, books, options, writing: true, report })
  return async (port) => {
    const chapters = createLiveChapters()
    setLiveChapters(chapters)
    const follow = followEdits({ root: projectRoot, trees, chapters, reopen, reconsider, reconfigure, labOf: config.lab?.walkthrough, progress })
    const integrations = [...(site.integrations ?? []), follow, writingHelp({ books })]
    const server = await dev({ ...site, integrations, server: { port, host }, force: true })
    return { port: server.address.port, stop: () => server.stop() }
  }
}
