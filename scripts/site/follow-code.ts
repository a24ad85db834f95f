import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Progress } from '../../src/report/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/** What changes while somebody writes, and what to do then. */
export interface FollowCodeOptions {
  readonly trees: readonly ObtainedTree[]
  /** Reads the trees again whose Go files changed. */
  readonly reopen: (changed: readonly ObtainedTree[]) => Promise<void>
  readonly progress: Progress
}

/** Editors write a file in several steps; what comes within this time counts as one change. */
const TOGETHER_MS = 150

/** Modules that are made of what the books say. */
const OWN_DATA = '\0virtual:waymark/'

/** Files that are read once, at the start: what they say holds until the next one. */
const READ_ONCE = /^(walkthrough\.[^/]+\.ts|content\/locks\/.+\.json)$/

/**
 * While the site is served to somebody who writes: when a Go file of a tree on this machine changes, reads that tree again,
 * renders the chapters again and reloads the pages. Copies in the cache are not watched: nobody edits them.
 */
export function followCode({ trees, reopen, progress }: FollowCodeOptions): AstroIntegration {
  const followed = trees.filter(({ tree }) => tree?.origin.kind === 'folder')
  return {
    name: 'waymark-follow-code',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const changed = new Set<ObtainedTree>()
        let timer: NodeJS.Timeout | undefined
        let working = Promise.resolve()
        let round = 0
        const renew = async (): Promise<void> => {
          const now = [...changed]
          changed.clear()
          progress.say(`Reading the code of ${now.map(({ walkthrough }) => walkthrough.id).join(', ')} again.`)
          await reopen(now)
          for (const { moduleGraph } of Object.values(server.environments)) {
            for (const [id, module] of moduleGraph.idToModuleMap) if (id.startsWith(OWN_DATA)) moduleGraph.invalidateModule(module)
          }
          // The chapters' own text is the same: the number makes them new (see `chapterLoader`).
          await refreshContent?.({ loaders: ['waymark-chapters'], context: { round: ++round } })
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
        server.watcher.add(followed.flatMap(foldersOf))
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, look)
      },
    },
  }
}

function foldersOf({ walkthrough, tree }: ObtainedTree): string[] {
  return tree === undefined ? [] : walkthrough.packages.map((entry) => join(tree.root, entry.replace(/\/?\.\.\.$/, '')))
}
