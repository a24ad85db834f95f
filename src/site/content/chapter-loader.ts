import { glob, type Loader, type LoaderContext } from 'astro/loaders'
import { liveChapters } from './live-chapters.ts'
import { liveStore, passingStore } from './live-store.ts'

/** Settings of `chapterLoader`. */
export interface ChapterLoaderOptions {
  /**
   * Everything besides a chapter's own text that decides what it renders to (Go source, plugins, strings), as one
   * string. It's mixed into each chapter's digest, so that a change of it renders the chapter again: Astro by itself
   * looks at the file only (withastro/astro#12761).
   */
  readonly salt?: () => Promise<string> | string
}

/** Name of the loader, for whoever wants it to look at the files again. */
export const CHAPTERS = 'waymark-chapters'

const FOLDER = 'content/docs'
const EVERY = '**/[^_]*.md'

/**
 * Loads the chapters under `content/docs`, as Starlight's own loader does, with digests that know about the source. While somebody
 * writes, their HTML goes to the live chapters, and whoever has set those says when to look at the files again.
 */
export function chapterLoader({ salt = () => '' }: ChapterLoaderOptions = {}): Loader {
  return {
    name: CHAPTERS,
    load: async ({ watcher, ...context }) => {
      const chapters = liveChapters()
      const digestOf: LoaderContext['generateDigest'] = (data) => context.generateDigest(data)
      const salted = await salt()
      const generateDigest: LoaderContext['generateDigest'] = (data) => digestOf(typeof data === 'string' ? `${salted}\n${data}` : { ...data, salted })
      const from = (pattern: string, retainBody = true): Loader => glob({ base: FOLDER, pattern, retainBody })
      if (chapters === undefined) return from(EVERY).load({ ...context, ...(watcher && { watcher }), generateDigest })
      const renderAgain = async (filePath: string): Promise<string> => {
        let html = ''
        const store = passingStore(context.store, (rendered) => {
          html = rendered
        })
        await from(escapeGlob(filePath.slice(FOLDER.length + 1))).load({ ...context, generateDigest, store })
        return html
      }
      await from(EVERY, false).load({ ...context, generateDigest, store: liveStore(context.store, { chapters, renderAgain, digestOf }) })
      chapters.endRound()
    },
  }
}

const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
