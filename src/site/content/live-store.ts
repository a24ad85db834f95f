import type { LoaderContext } from 'astro/loaders'
import type { LiveChapters } from './live-chapters.ts'

type Store = LoaderContext['store']
type Entry = Parameters<Store['set']>[0]

/** What the store needs besides. */
export interface LiveStoreOptions {
  readonly chapters: LiveChapters
  /** Renders the chapter of a file once more; its path is relative to the project's root. */
  readonly renderAgain: (filePath: string) => Promise<string>
  readonly digestOf: LoaderContext['generateDigest']
}

/**
 * The store of chapters while somebody writes: holds what lists and menus need of them, and hands their HTML to the live chapters.
 * It changes only when a title or a heading does, so that nothing that was made of it has to be made again for a changed sentence.
 */
export function liveStore(store: Store, { chapters, renderAgain, digestOf }: LiveStoreOptions): Store {
  return {
    ...store,
    get: ((id: string) => {
      const entry = store.get(id)
      return entry && { ...entry, digest: chapters.digest(id) ?? '' }
    }) as Store['get'],
    set: ({ rendered, digest, ...entry }: Entry) => {
      const { id, filePath = '' } = entry
      chapters.keep(id, { digest: String(digest ?? ''), html: rendered?.html ?? '' }, () => renderAgain(filePath))
      const known = { ...entry, rendered: { html: '', ...(rendered?.metadata && { metadata: rendered.metadata }) } }
      return store.set({ ...known, digest: digestOf(known) })
    },
    delete: (id) => {
      chapters.drop(id)
      store.delete(id)
    },
  }
}

/** A store that holds nothing and passes on the HTML of what is put into it. */
export function passingStore(store: Store, pass: (html: string) => void): Store {
  return {
    ...store,
    get: () => undefined,
    keys: () => [],
    set: ({ rendered }) => {
      pass(rendered?.html ?? '')
      return true
    },
    delete: () => undefined,
  }
}
