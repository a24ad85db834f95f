import { describe, expect, it } from 'vitest'
import { createLiveChapters, type LiveChapters } from '../../src/site/content/live-chapters.ts'

/** Chapters of two walkthroughs, and a list of those that were rendered again. */
function kept(): { chapters: LiveChapters; rendered: string[] } {
  const rendered: string[] = []
  const chapters = createLiveChapters()
  for (const id of ['one/main', 'one/run', 'two/main']) {
    chapters.keep(id, { digest: `text of ${id}`, html: `<p>${id}` }, () => {
      rendered.push(id)
      return Promise.resolve(`<p>${id}, time ${rendered.length}`)
    })
  }
  return { chapters, rendered }
}

const ofOne = (id: string): boolean => id.startsWith('one/')

describe('chapters while somebody writes them', () => {
  it('are given as they were rendered, for as long as nothing changes', async () => {
    const { chapters, rendered } = kept()
    expect(await chapters.html('one/main')).toBe('<p>one/main')
    expect(chapters.digest('one/main')).toBe('text of one/main')
    expect([await chapters.html('one/other'), chapters.digest('one/other')]).toEqual([undefined, undefined])
    expect(rendered).toEqual([])
  })

  it('render again only what is out of date, when it is asked for, and once for all who ask', async () => {
    const { chapters, rendered } = kept()
    chapters.outdate(ofOne)
    expect(rendered).toEqual([])
    expect(await Promise.all([chapters.html('one/run'), chapters.html('one/run'), chapters.html('two/main')])).toEqual(['<p>one/run, time 1', '<p>one/run, time 1', '<p>two/main'])
    expect(rendered).toEqual(['one/run'])
  })

  it('catch up with the rest, and leave off when there is something better to do', async () => {
    const { chapters, rendered } = kept()
    chapters.outdate(() => true)
    expect(await chapters.catchUp(() => rendered.length === 2)).toBe(false)
    expect(rendered).toEqual(['one/main', 'one/run'])
    expect(await chapters.catchUp()).toBe(true)
    expect(await chapters.catchUp(() => true)).toBe(true)
    expect(rendered).toEqual(['one/main', 'one/run', 'two/main'])
  })

  it('take what is rendered from a new text for what it is, and forget what is deleted', async () => {
    const { chapters, rendered } = kept()
    chapters.outdate(ofOne)
    chapters.keep('one/main', { digest: 'another text', html: '<p>new' }, () => Promise.resolve('<p>new, again'))
    chapters.drop('one/run')
    expect([await chapters.html('one/main'), await chapters.html('one/run'), chapters.digest('one/run')]).toEqual(['<p>new', undefined, undefined])
    expect(rendered).toEqual([])
  })

  it('try again what could not be rendered', async () => {
    const chapters = createLiveChapters()
    let tries = 0
    chapters.keep('one/main', { digest: '', html: '' }, () => (++tries === 1 ? Promise.reject(new Error('the file is being written')) : Promise.resolve('<p>whole')))
    chapters.outdate(ofOne)
    await expect(chapters.html('one/main')).rejects.toThrow('being written')
    expect(await chapters.html('one/main')).toBe('<p>whole')
  })

  it('change while one of them is being rendered: what comes of that is not kept', async () => {
    const chapters = createLiveChapters()
    const endings: ((html: string) => void)[] = []
    chapters.keep('one/main', { digest: '', html: '' }, () => new Promise((resolve) => endings.push(resolve)))
    chapters.outdate(ofOne)
    const first = chapters.html('one/main')
    chapters.outdate(ofOne)
    const second = chapters.html('one/main')
    endings[1]?.('<p>of the new code')
    endings[0]?.('<p>of the old code')
    expect([await first, await second, await chapters.html('one/main')]).toEqual(['<p>of the old code', '<p>of the new code', '<p>of the new code'])
  })
})
