import { glob, type Loader } from 'astro/loaders'
import { renewalOf, renewingStore, tellingWatcher } from './render-again.ts'

/** Settings of `chapterLoader`. */
export interface ChapterLoaderOptions {
  /**
   * Everything besides a chapter's own text that decides what it renders to (Go source, plugins, strings), as one
   * string. It's mixed into each chapter's digest, so that a change of it renders the chapter again: Astro by itself
   * looks at the file only (withastro/astro#12761).
   */
  readonly salt?: () => Promise<string> | string
}

/** Loads the chapters under `content/docs`, as Starlight's own loader does, with digests that know about the source. */
export function chapterLoader({ salt = () => '' }: ChapterLoaderOptions = {}): Loader {
  const files = glob({ base: 'content/docs', pattern: '**/[^_]*.md' })
  return {
    name: 'waymark-chapters',
    load: async (context) => {
      const { watcher, ...others } = context
      const renewal = renewalOf(context.refreshContextData)
      const salted = await salt()
      await files.load({
        ...others,
        // Whoever asks for chapters again says whose code has changed; files are watched since the first time already.
        ...(renewal === undefined ? {} : { store: renewingStore(context.store, renewal) }),
        ...(renewal === undefined && watcher !== undefined ? { watcher: tellingWatcher(watcher) } : {}),
        generateDigest: (data) =>
          context.generateDigest(typeof data === 'string' ? `${salted}\n${data}` : { ...data, salted }),
      })
    },
  }
}
