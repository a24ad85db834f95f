import { describe, expect, it } from 'vitest'
import { highlightLines } from '../../src/site/home/highlight-lines.ts'
import { homeModel, localeOfPath } from '../../src/site/home/home-model.ts'
import { site } from './support/site.ts'
import { fan, stop } from './support/stop.ts'

const context = { base: '/docs', locale: 'fr', tag: 'fr' }
const walkthroughs = site.walkthroughs.map((walkthrough) => ({ ...walkthrough, path: { ...walkthrough.path, fr: fan } }))

describe('the home page', () => {
  it('draws the first walkthrough and opens a door to each other', () => {
    const home = homeModel(walkthroughs, context)
    expect(home).toMatchObject({ title: 'Le long chemin', version: 'v2', start: '/docs/fr/long/intro/', chapters: 3 })
    expect(home?.doors).toEqual([{ title: 'The short way', lead: undefined, href: '/docs/fr/short/walk/', labels: fan.map(({ label }) => label) }])
  })

  it('counts calls, and names the caller', () => {
    const stations = homeModel(walkthroughs, context)?.stations ?? []
    expect(stations.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 2, 3])
    expect(stations[5]?.caller).toMatchObject({ label: 'Run', how: 'call', through: undefined, via: undefined })
  })

  it('shows a few lines, never a blank one at the end, and nothing without the source', () => {
    const paths = { fr: [stop('long', 'a', undefined, { code: ['1', '2', '3', '4', '5', ' ', '7'] }), stop('bare', 'a', 0, { code: undefined, file: '' })] }
    const stations = homeModel([{ ...walkthroughs[0]!, path: paths }], context)?.stations ?? []
    expect(stations.map(({ code, place }) => [code, place?.text])).toEqual([
      [['1', '2', '3', '4', '5'], 'app/server.go:10'],
      [[], undefined],
    ])
  })

  it('is nothing without a walkthrough', () => {
    expect(homeModel([], context)).toBeUndefined()
  })

  it('knows its locale by its address', () => {
    expect(['/', '/fr/', '/docs/fr/', '/docs/'].map((path) => localeOfPath(site, path))).toEqual(['root', 'fr', 'fr', 'root'])
  })

  it('escapes what the code says', () => {
    const [line] = highlightLines(['x := "</script><img src=x onerror=alert(1)>" // & more'])
    expect(line).not.toMatch(/<(?!\/?span\b)/)
    expect(line).toContain('&#x3C;/script>')
  })
})
