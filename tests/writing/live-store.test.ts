import type { LoaderContext } from 'astro/loaders'
import { describe, expect, it } from 'vitest'
import { createLiveChapters } from '../../src/site/content/live-chapters.ts'
import { liveStore } from '../../src/site/content/live-store.ts'

type Store = LoaderContext['store']
type Entry = Parameters<Store['set']>[0]

/** A store like Astro's, as far as is asked of it: it takes what has another digest than before. */
function openStore(): { store: Store; entries: Map<string, Entry>; changes: string[] } {
  const entries = new Map<string, Entry>()
  const changes: string[] = []
  const store = {
    get: (id: string) => entries.get(id),
    set(entry: Entry) {
      if (entries.get(entry.id)?.digest === entry.digest) return false
      changes.push(entry.id)
      entries.set(entry.id, entry)
      return true
    },
    delete: (id: string) => entries.delete(id),
  }
  return { store: store as unknown as Store, entries, changes }
}

function chapter(digest: string, title: string, html: string, heading = 'First'): Entry {
  const headings = [{ depth: 2, slug: heading.toLowerCase(), text: heading }]
  return { id: 'one/main', data: { title }, filePath: 'content/docs/one/main.md', digest, rendered: { html, metadata: { headings } } }
}

describe('the store of chapters while somebody writes', () => {
  const open = () => {
    const { store, entries, changes } = openStore()
    const chapters = createLiveChapters()
    const live = liveStore(store, { chapters, renderAgain: (file) => Promise.resolve(`again from ${file}`), digestOf: (data) => JSON.stringify(data) })
    return { live, entries, changes, chapters }
  }

  it('hands the text to the live chapters and keeps what menus need', async () => {
    const { live, entries, chapters } = open()
    live.set(chapter('a', 'Title', '<p>text'))
    expect(await chapters.html('one/main')).toBe('<p>text')
    expect(entries.get('one/main')).toMatchObject({ data: { title: 'Title' }, rendered: { html: '', metadata: { headings: [{ text: 'First' }] } } })
    chapters.outdate(() => true)
    expect(await chapters.html('one/main')).toBe('again from content/docs/one/main.md')
  })

  it('stays as it is when only sentences change', async () => {
    const { live, changes, chapters } = open()
    live.set(chapter('a', 'Title', '<p>text'))
    expect(live.set(chapter('b', 'Title', '<p>other text'))).toBe(false)
    expect(await chapters.html('one/main')).toBe('<p>other text')
    expect(changes).toEqual(['one/main'])
    live.set(chapter('c', 'New title', '<p>other text'))
    live.set(chapter('d', 'New title', '<p>other text', 'Second'))
    expect(changes).toEqual(['one/main', 'one/main', 'one/main'])
  })

  it('says of a chapter which text it was rendered from, so that an unchanged file is not rendered again', () => {
    const { live, chapters } = open()
    expect(live.get('one/main')).toBeUndefined()
    live.set(chapter('a', 'Title', '<p>text'))
    live.set(chapter('b', 'Title', '<p>other text'))
    expect(live.get('one/main')?.digest).toBe('b')
    live.delete('one/main')
    expect([live.get('one/main'), chapters.digest('one/main')]).toEqual([undefined, undefined])
  })
})
