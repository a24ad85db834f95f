import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { RENDERED } from '../../src/site/content/render-again.ts'
import type { Progress } from '../../src/report/index.ts'
import { LAB } from '../../src/site/data/links.ts'
import { forgetModules } from './forget-modules.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** What changes while somebody writes, and what to do then. */
export interface FollowCodeOptions {
  readonly trees: readonly ObtainedTree[]
  /** Reads the trees again whose Go files changed. */
  readonly reopen: (changed: readonly ObtainedTree[]) => Promise<void>
  /** Id of the walkthrough whose code the lab's pages show. */
  readonly labOf?: string | undefined
  readonly progress: Progress
}

/** Editors write a file in several steps; what comes within this time counts as one change. */
const TOGETHER_MS = 60

/** Modules that are made of what the books say. */
const OWN_DATA = '\0virtual:waymark/'
/** The module that Astro makes of the chapters. */
const CHAPTERS = '\0astro:data-layer-content'

/** Files that are read once, at the start: what they say holds until the next one. */
const READ_ONCE = /^(walkthrough\.[^/]+\.ts|content\/locks\/.+\.json)$/

/**
 * While the site is served to somebody who writes: when a Go file of a tree on this machine changes, reads that tree again,
 * renders the chapters again and reloads the pages. Copies in the cache are not watched: nobody edits them.
 */
export function followCode({ trees, reopen, labOf, progress }: FollowCodeOptions): AstroIntegration {
  const followed = trees.filter(({ tree }) => tree?.origin.kind === 'folder')
  return {
    name: 'waymark-follow-code',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const changed = new Set<ObtainedTree>()
        let timer: NodeJS.Timeout | undefined
        let working = Promise.resolve()
        const rounds: Record<string, number> = {}
        const renew = async (): Promise<void> => {
          const now = [...changed]
          changed.clear()
          progress.say(`Reading the code of ${now.map(({ walkthrough }) => walkthrough.id).join(', ')} again.`)
          await reopen(now)
          // The chapters' own text is the same: the numbers make them new (see `chapterLoader`).
          for (const { walkthrough: { id } } of now) for (const folder of id === labOf ? [id, LAB] : [id]) rounds[folder] = (rounds[folder] ?? 0) + 1
          await refreshContent?.({ loaders: ['waymark-chapters'], context: { rounds: { ...rounds } } })
          // Astro does this for the chapters when its watcher hears of their file, but not of two changes in a row.
          forgetModules(server, (id) => id.startsWith(OWN_DATA) || id.startsWith(CHAPTERS))
          server.environments.client.hot.send({ type: 'full-reload', path: '*' })
        }
        const look = (path: string): void => {
          const ofProject = path.startsWith(server.config.root + sep) ? path.slice(server.config.root.length + 1).replaceAll(sep, '/') : ''
          if (READ_ONCE.test(ofProject)) progress.say(`${ofProject} changed: end this with Ctrl-C and start it again to see what it says now.`)
          if (!path.endsWith('.go')) return
          for (const one of followed) if (one.tree !== undefined && path.startsWith(one.tree.root + sep)) changed.add(one)
          if (changed.size === 0) return
          clearTimeout(timer)
          timer = setTimeout(() => {
            working = working.then(renew).catch((error: unknown) => progress.say(`The code could not be read again: ${error instanceof Error ? error.message : String(error)}`))
          }, TOGETHER_MS)
        }
        // Astro waits half a second for more before it keeps a chapter; a refresh of nothing makes it keep at once.
        ;(server.watcher as { on(event: string, listener: () => void): unknown }).on(RENDERED, () => void refreshContent?.({ loaders: ['waymark-nothing'] }))
        server.watcher.add(followed.flatMap(foldersOf))
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, look)
      },
    },
  }
}

function foldersOf({ walkthrough, tree }: ObtainedTree): string[] {
  return tree === undefined ? [] : walkthrough.packages.map((entry) => join(tree.root, entry.replace(/\/?\.\.\.$/, '')))
}
