import { describe, expect, it } from 'vitest'
import { languageLinks } from '../../src/site/header/language-links.ts'
import { chapterHref, commitUrl, homeHref } from '../../src/site/data/links.ts'
import { placeOf } from '../../src/site/data/place.ts'
import { sidebar } from '../../src/site/integration/sidebar.ts'
import { locales } from '../../src/site/integration/locales.ts'
import { config, site } from './support/site.ts'

describe('addresses', () => {
  it('put base and locale in front, whatever slashes the base has', () => {
    const place = { walkthrough: 'long', chapter: 'run' }
    expect(chapterHref({ ...place, base: '/', locale: 'root' })).toBe('/long/run/')
    expect(chapterHref({ ...place, base: '/docs', locale: 'fr' })).toBe('/docs/fr/long/run/')
    expect(chapterHref({ ...place, base: '/docs/', locale: 'fr' })).toBe('/docs/fr/long/run/')
    expect(homeHref('/', 'root')).toBe('/')
    expect(homeHref('/docs', 'fr')).toBe('/docs/fr/')
  })

  it('name the tree at the commit, and nothing for a folder of this repository', () => {
    expect(site.walkthroughs.map(({ commit }) => commit?.url)).toEqual([`https://code.example/long/tree/${'a'.repeat(40)}`, undefined])
  })

  it('fall back to the repository on a host with other addresses', () => {
    const source = { repository: 'https://git.example/x', tag: 'v1', commit: 'b'.repeat(40), mirrors: [], linesUrl: 'https://git.example/x/{path}?h={tag}#n{start}' }
    expect(commitUrl(source)).toBe('https://git.example/x')
  })
})

describe('the place of a page', () => {
  it.each([
    ['long/run', undefined, 'root', 'long', 'run'],
    ['fr/long/run', 'fr', 'fr', 'long', 'run'],
    ['long/run', 'fr', 'fr', 'long', 'run'],
    ['long/elsewhere', undefined, 'root', 'long', undefined],
    ['', undefined, 'root', undefined, undefined],
    ['fr', 'fr', 'fr', undefined, undefined],
    ['404', undefined, 'root', undefined, undefined],
  ])('%j in %j is found', (id, locale, expectedLocale, walkthrough, chapter) => {
    const place = placeOf(site, id, locale)
    expect([place.locale, place.walkthrough?.id, place.chapter]).toEqual([expectedLocale, walkthrough, chapter])
  })
})

describe('a book made from the config', () => {
  it('knows names, sentences and order, and claims no more', () => {
    const [main, run] = site.walkthroughs[0]?.path['fr'] ?? []
    expect(main).toMatchObject({ label: 'main', summary: 'Commence.', href: '/docs/fr/long/start/', hop: undefined, file: '' })
    expect(run).toMatchObject({ label: 'Run', summary: 'Runs.', hop: { from: 0, status: 'candidate' }, code: undefined })
  })
})

describe('links to other languages', () => {
  it('lead to the same page', () => {
    expect(languageLinks(site, '/docs/fr/long/run/', 'fr').map(({ href, current }) => [href, current])).toEqual([
      ['/docs/long/run/', false],
      ['/docs/fr/long/run/', true],
    ])
    expect(languageLinks(site, '/docs/', 'root').map(({ href }) => href)).toEqual(['/docs/', '/docs/fr/'])
  })
})

describe('what Starlight is told', () => {
  it('lists chapters in reading order under each walkthrough', () => {
    expect(sidebar(config)).toEqual([
      { label: 'The long way', translations: { fr: 'Le long chemin' }, items: [{ slug: 'long/intro' }, { slug: 'long/start' }, { slug: 'long/run' }] },
      { label: 'The short way', translations: {}, items: [{ slug: 'short/walk' }] },
    ])
  })

  it('names each language by its tag', () => {
    expect(locales(config)).toEqual({ root: { label: 'English', lang: 'en' }, fr: { label: 'Français', lang: 'fr' } })
  })
})
