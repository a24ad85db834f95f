import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { CONTENT_FOLDER } from '../../src/markdown/index.ts'
import { RENDERED, type Renewal } from '../../src/site/content/render-again.ts'
import type { Book } from '../../src/walkthrough/index.ts'
import type { Progress } from '../../src/report/index.ts'
import { LAB } from '../../src/site/data/links.ts'
import { forgetModules } from './forget-modules.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** What changes while somebody writes, and what to do then. */
export interface FollowCodeOptions {
  readonly trees: readonly ObtainedTree[]
  /** Books by walkthrough id, as they are now: what they have shown tells which chapters come first. */
  readonly books: ReadonlyMap<string, Book>
  /** Opens the books of these trees again. */
  readonly reopen: (changed: readonly ObtainedTree[]) => Promise<void>
  /** Works out again what else is known of these trees; may take its time. */
  readonly reconsider: (changed: readonly ObtainedTree[]) => Promise<void>
  /** Id of the walkthrough whose code the lab's pages show. */
  readonly labOf?: string | undefined
  readonly progress: Progress
}

/** Editors write a file in several steps; what comes within this time counts as one change. */
const TOGETHER_MS = 60

/** How long after the last edit the pages that show the changed code have the machine for themselves. */
const FIRST_MS = 4000

/** Modules that are made of what the books say. */
const OWN_DATA = '\0virtual:waymark/'
/** The module that Astro makes of the chapters. */
const CHAPTERS = '\0astro:data-layer-content'

/** Files that are read once, at the start: what they say holds until the next one. */
const READ_ONCE = /^(walkthrough\.[^/]+\.ts|content\/locks\/.+\.json)$/

/**
 * While the site is served to somebody who writes: when a Go file of a tree on this machine changes, reads that tree again,
 * renders the chapters that show the file and reloads the pages; soon after, all other chapters of the walkthrough, which may
 * speak of what is declared there. Copies in the cache are not watched: nobody edits them.
 */
export function followCode({ trees, books, reopen, reconsider, labOf, progress }: FollowCodeOptions): AstroIntegration {
  const followed = trees.filter(({ tree }) => tree?.origin.kind === 'folder')
  return {
    name: 'waymark-follow-code',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const changed = new Map<ObtainedTree, Set<string>>()
        const waiting = new Set<ObtainedTree>()
        const rounds: Record<string, number> = {}
        let soon: NodeJS.Timeout | undefined
        let later: NodeJS.Timeout | undefined
        let working = Promise.resolve()
        const enqueue = (work: () => Promise<void>): void => {
          working = working.then(work).catch((error: unknown) => progress.say(`The code could not be read again: ${error instanceof Error ? error.message : String(error)}`))
        }
        /** Astro does this when its watcher hears of the file it keeps chapters in, but not of two changes in a row. */
        const showAgain = (): void => {
          forgetModules(server, (id) => id.startsWith(OWN_DATA) || id.startsWith(CHAPTERS))
          server.environments.client.hot.send({ type: 'full-reload', path: '*' })
        }
        const render = async (renewal: Renewal): Promise<void> => {
          // The chapters' own text is the same: the numbers make them new (see `chapterLoader`).
          await refreshContent?.({ loaders: ['waymark-chapters'], context: { ...renewal } })
          showAgain()
        }
        const renew = async (): Promise<void> => {
          const now = [...changed]
          changed.clear()
          progress.say(`Reading the code of ${now.map(([{ walkthrough }]) => walkthrough.id).join(', ')} again.`)
          const only = now.flatMap(([{ walkthrough }, files]) => chaptersShowing(books.get(walkthrough.id), files))
          await reopen(now.map(([tree]) => tree))
          for (const [tree] of now) {
            waiting.add(tree)
            const { id } = tree.walkthrough
            for (const folder of id === labOf ? [id, LAB] : [id]) rounds[folder] = (rounds[folder] ?? 0) + 1
          }
          if (only.length > 0) await render({ rounds: { ...rounds }, only })
          clearTimeout(later)
          later = setTimeout(() => enqueue(renewOthers), FIRST_MS)
        }
        const renewOthers = async (): Promise<void> => {
          const now = [...waiting]
          waiting.clear()
          await reconsider(now)
          await render({ rounds: { ...rounds } })
        }
        const look = (path: string): void => {
          const ofProject = path.startsWith(server.config.root + sep) ? path.slice(server.config.root.length + 1).replaceAll(sep, '/') : ''
          if (READ_ONCE.test(ofProject)) progress.say(`${ofProject} changed: end this with Ctrl-C and start it again to see what it says now.`)
          if (!path.endsWith('.go')) return
          for (const one of followed) {
            if (one.tree === undefined || !path.startsWith(one.tree.root + sep)) continue
            const file = path.slice(one.tree.root.length + 1).replaceAll(sep, '/')
            changed.set(one, (changed.get(one) ?? new Set()).add(file))
          }
          if (changed.size === 0) return
          clearTimeout(soon)
          soon = setTimeout(() => enqueue(renew), TOGETHER_MS)
        }
        // Astro waits half a second for more before it keeps a chapter; a refresh of nothing makes it keep at once.
        const keep = (): void => void refreshContent?.({ loaders: ['waymark-nothing'] }).then(showAgain)
        ;(server.watcher as { on(event: string, listener: () => void): unknown }).on(RENDERED, keep)
        server.watcher.add(followed.flatMap(foldersOf))
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, look)
      },
    },
  }
}

/** Ids of the chapters that show code of these files. */
function chaptersShowing(book: Book | undefined, files: ReadonlySet<string>): string[] {
  const shown = (book?.mentions.excerpts ?? []).filter(({ view }) => files.has(view.file))
  return [...new Set(shown.map(({ file }) => file.slice(CONTENT_FOLDER.length + 1).replace(/\.md$/, '')))]
}

function foldersOf({ walkthrough, tree }: ObtainedTree): string[] {
  return tree === undefined ? [] : walkthrough.packages.map((entry) => join(tree.root, entry.replace(/\/?\.\.\.$/, '')))
}
