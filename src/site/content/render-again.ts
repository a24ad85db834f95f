import type { LoaderContext } from 'astro/loaders'

type Store = LoaderContext['store']

/** Which chapters a refresh is for. */
export interface Renewal {
  /** How often the code of each walkthrough was read again, by the folder of its chapters. */
  readonly rounds: Readonly<Record<string, number>>
  /** Ids of the chapters that come first; the others wait for a refresh without this. */
  readonly only?: readonly string[]
}

/** What a refresh was asked for with; undefined for any other loading. */
export function renewalOf(data: unknown): Renewal | undefined {
  return typeof data === 'object' && data !== null && 'rounds' in data ? (data as unknown as Renewal) : undefined
}

/** An event on the development server's watcher: a chapter that somebody edited has been rendered. */
export const RENDERED = 'waymark:rendered'

/**
 * The store of chapters as it is for a refresh: those whose code was read again since they were rendered count as changed,
 * and no others. A chapter's folder is the first part of its id, or the second where the first is a language.
 */
export function renewingStore(store: Store, { rounds, only }: Renewal): Store {
  const suffixOf = (id: string): string => {
    const folder = id.split('/', 2).find((part) => Object.hasOwn(rounds, part))
    return folder === undefined ? '' : ` ${rounds[folder] ?? 0}`
  }
  return {
    ...store,
    get: ((id: string) => {
      const entry = store.get(id)
      const suffix = suffixOf(id)
      if (entry === undefined || suffix === '') return entry
      const digest = String(entry.digest ?? '')
      const isAsItIs = digest.endsWith(suffix) || only?.includes(id) === false
      return { ...entry, digest: isAsItIs ? digest.replace(/ \d+$/, '') : '' }
    }) as Store['get'],
    set: (entry) => store.set({ ...entry, digest: `${String(entry.digest ?? '')}${suffixOf(entry.id)}` }),
  }
}

/** A watcher that says when a chapter it has noticed is rendered, so that nobody has to wait for what else may come. */
export function tellingWatcher<Watcher extends NonNullable<LoaderContext['watcher']>>(watcher: Watcher): Watcher {
  const on = (event: string, listener: (path: string) => unknown): unknown =>
    watcher.on(event as 'change', (path: string) => {
      const done = Promise.resolve(listener(path))
      // The watcher hears of every file, also of those that keeping a chapter writes.
      if (path.endsWith('.md')) void done.finally(() => (watcher as { emit(name: string): boolean }).emit(RENDERED))
    })
  return new Proxy(watcher, { get: (target, name, receiver) => (name === 'on' ? on : (Reflect.get(target, name, receiver) as unknown)) })
}
