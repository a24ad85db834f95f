import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Progress } from '../../src/report/index.ts'
import { CHAPTERS } from '../../src/site/content/chapter-loader.ts'
import type { LiveChapters } from '../../src/site/content/live-chapters.ts'
import { LAB } from '../../src/site/data/links.ts'
import { ownModules } from './own-modules.ts'
import type { ObtainedTree } from './obtain-trees.ts'
import { reloadOpenPagesOnly, reloadPages } from './reload-pages.ts'
import { sortEdits, watchedPaths } from './sort-edits.ts'
import { watchFiles } from './watch-files.ts'

/** What changes while somebody writes, and what to do then. */
export interface FollowEditsOptions {
  /** Absolute path of the project. */
  readonly root: string
  readonly trees: readonly ObtainedTree[]
  readonly chapters: LiveChapters
  /** Opens the books of these trees again. */
  readonly reopen: (changed: readonly ObtainedTree[]) => Promise<void>
  /** Works out again what else is known of these trees, which may take its time; gives those of which it is something else now. */
  readonly reconsider: (changed: readonly ObtainedTree[]) => Promise<readonly ObtainedTree[]>
  /** Hears that the configuration was written. */
  readonly reconfigure: () => Promise<void>
  /** Id of the walkthrough whose code the lab's pages show. */
  readonly labOf?: string | undefined
  readonly progress: Progress
}

/** How long after the last edit the page that somebody looks at has the machine for itself. */
const FIRST_MS = 4000

/** Astro looks at no chapter while it reads `content.config.ts` again: it is asked again after this time, so often. */
const AGAIN_MS = 50
const TRIES = 40

/** Folders of the project that pages are not made of, or whose changes are followed here. */
const NOT_VITES = ['content/docs', 'content/locks', '.astro', '.cache', 'dist', 'reports', 'tests']

/**
 * While the site is served to somebody who writes: what was edited shows at once on the page that is asked for; soon after, the
 * other chapters are rendered, so that their problems are told. Vite does not watch these files: for each that changes, Astro would
 * put together anew what all pages are made of.
 */
export function followEdits({ root, trees, chapters, reopen, reconsider, reconfigure, labOf, progress }: FollowEditsOptions): AstroIntegration {
  const modules = ownModules()
  let end = (): Promise<void> => Promise.resolve()
  return {
    name: 'waymark-follow-edits',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const folders = [...NOT_VITES.map((folder) => join(root, folder)), ...trees.flatMap(({ tree }) => tree?.root ?? [])]
        const isIgnored = (path: string): boolean => folders.some((folder) => path === folder || path.startsWith(folder + sep))
        updateConfig({ vite: { plugins: [modules.plugin], server: { watch: { ignored: [isIgnored] } } } })
      },
      'astro:server:setup': async ({ server, refreshContent }) => {
        const waiting = new Set<ObtainedTree>()
        let heard = 0
        let later: NodeJS.Timeout | undefined
        let working = Promise.resolve()
        let considering = Promise.resolve()
        const tellFailure = (error: unknown): void => progress.say(`The change could not be followed: ${error instanceof Error ? error.message : String(error)}`)
        const enqueue = (work: () => Promise<void>): void => {
          working = working.then(work).catch(tellFailure)
        }
        const show = (): void => reloadPages(server)
        reloadOpenPagesOnly(server)
        const lookAtChapters = async (): Promise<void> => {
          const before = chapters.rounds
          for (let tries = 0; chapters.rounds === before && tries < TRIES; tries++) {
            if (tries > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
            await refreshContent?.({ loaders: [CHAPTERS] })
          }
        }
        const renew = async (code: readonly ObtainedTree[]): Promise<void> => {
          progress.say(`Reading the code of ${code.map(({ walkthrough }) => walkthrough.id).join(', ')} again.`)
          await reopen(code)
          chapters.outdate(isChapterOf(code, labOf))
          for (const tree of code) waiting.add(tree)
        }
        // What takes its time must not keep an edit waiting: it is no part of the work on edits, which is done in their order.
        const considerOthers = (): void => {
          const now = [...waiting]
          waiting.clear()
          considering = considering.then(async () => {
            const different = await reconsider(now)
            enqueue(() => renewOthers(different))
          }).catch(tellFailure)
        }
        const renewOthers = async (different: readonly ObtainedTree[]): Promise<void> => {
          const now = heard
          chapters.outdate(isChapterOf(different, labOf))
          // An edit comes first; the rest is taken up again after it.
          if (!(await chapters.catchUp(() => heard !== now))) return
          if ((await modules.forgetChanged(server)) || different.length > 0) show()
        }
        const hear = (changed: readonly string[]): void => {
          heard++
          clearTimeout(later)
          enqueue(async () => {
            const { code, chapters: ofChapters, config } = sortEdits(changed, root, trees)
            if (code.length > 0) await renew(code)
            if (ofChapters) await lookAtChapters()
            if (code.length > 0 || ofChapters) {
              await modules.forgetChanged(server)
              show()
            }
            if (config) await reconfigure()
            clearTimeout(later)
            later = setTimeout(considerOthers, FIRST_MS)
          })
        }
        const watching = await watchFiles(await watchedPaths(root, trees), hear)
        end = () => {
          clearTimeout(later)
          return watching.close()
        }
      },
      'astro:server:done': () => end(),
    },
  }
}

/** Whether a chapter, by its id, shows code of one of these trees. An id's first part is its folder, or its language. */
function isChapterOf(trees: readonly ObtainedTree[], labOf: string | undefined): (id: string) => boolean {
  const folders = trees.flatMap(({ walkthrough: { id } }) => (id === labOf ? [id, LAB] : [id]))
  return (id) => id.split('/', 2).some((part) => folders.includes(part))
}
