import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build } from 'astro'
import { projectRoot } from '../../src/config/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { hearLog } from './build-log.ts'
import { replaceFolder } from './replace-folder.ts'
import { settleSearchIndex } from './settle-search-index.ts'
import { pageContextOf, siteConfig, type SiteConfigOptions } from './site-config.ts'
import { makeWorkFolder } from './work-folder.ts'
import { writeCodePages } from './write-code-pages.ts'
import { writeExports } from './write-exports.ts'

/** How to build, and where to. */
export interface BuildOptions extends Omit<SiteConfigOptions, 'outFolder' | 'cacheFolder' | 'report' | 'writing'> {
  /** Absolute folder that the finished site replaces. */
  readonly outFolder: string
  /** Build chapters that don't fit the code, with a visible notice at each place, instead of refusing them. */
  readonly allowDrift: boolean
  readonly progress: Progress
  /** When aborted, the half-made site is removed and the process ends: Astro's build cannot be stopped otherwise. */
  readonly signal: AbortSignal
}

/** What came out of a build. */
export interface BuiltSite {
  /** How many pages were written. */
  readonly pages: number
  /** What is wrong with the chapters, each thing once. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Builds the site in a folder of its own and puts it in place when it is whole; a failed build leaves what stood there.
 *
 * Astro ends quietly when a Markdown plugin throws, with a blank page (withastro/astro#18054), so every error it logs counts.
 * It also renders a chapter again only when the chapter's own text changes (withastro/astro#12761), so nothing is kept from
 * one build to the next.
 *
 * @throws WaymarkError with what is wrong with the chapters, and a `build-failed` diagnostic for each error of Astro's.
 */
export async function buildSite({ outFolder, progress, signal, allowDrift, ...site }: BuildOptions): Promise<BuiltSite> {
  const work = await makeWorkFolder(projectRoot)
  const errors: string[] = []
  const reported = new Map<string, Diagnostic>()
  const report = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) reported.set(JSON.stringify(diagnostic), diagnostic)
  }
  let pages = 0
  const stopHearing = hearLog(({ level, message }) => {
    const text = stripVTControlCharacters(message)
    if (level === 'error') errors.push(text)
    if (/[├└]─ .*\.html/.test(text)) progress.update(++pages, undefined, 'pages')
  })
  const giveUp = (): void => {
    void rm(work, { recursive: true, force: true }).finally(() => process.exit(130))
  }
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    const built = join(work, 'site')
    progress.stage('Building the pages')
    const config = await siteConfig({ ...site, writing: false, report, outFolder: built, cacheFolder: join(work, 'cache') })
    await build(config).catch((error: unknown) => {
      errors.push(stripVTControlCharacters(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    })
    const diagnostics = [...reported.values()]
    if (errors.length > 0) throw new WaymarkError([...diagnostics, ...[...new Set(errors)].map(failure)])
    if (!allowDrift && diagnostics.some(({ severity }) => severity === 'error')) throw new WaymarkError(diagnostics)
    await settleSearchIndex(built)
    progress.stage('Writing the pages about the code')
    pages += await writeCodePages({ config: site.config, books: site.books, base: site.base, siteFolder: built })
    // What is wrong with a chapter has been said by its page.
    await writeExports({ config: site.config, contextOf: pageContextOf({ ...site, writing: false, report: () => undefined }), siteFolder: built })
    await replaceFolder(built, outFolder)
    return { pages, diagnostics }
  } finally {
    signal.removeEventListener('abort', giveUp)
    stopHearing()
    await rm(work, { recursive: true, force: true })
  }
}

function failure(text: string): Diagnostic {
  const [message = '', ...rest] = text.trim().split('\n')
  return {
    code: 'build-failed',
    severity: 'error',
    message,
    ...(rest.length > 0 ? { found: rest.join('\n') } : {}),
    fix: 'Mend what is named above and build again; the site built before is still in place.',
  }
}
