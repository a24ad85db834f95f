import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { sitePages, type SitePage } from './setup/site-pages.ts'

const unescape = (text: string): string =>
  text.replace(/&(?:amp|#38|#x26);/g, '&').replace(/&(?:quot|#34|#x22);/g, '"').replace(/&(?:#39|#x27);/g, "'")

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<[a-z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map((match) => unescape(match[1] ?? ''))
}

/** Addresses of a page that lead nowhere: no such file, or no such place in the page. */
function broken(page: SitePage, idsOf: (path: string) => ReadonlySet<string> | undefined): string[] {
  const origin = 'http://site.invalid/'
  return [...attributes(page.html, 'href'), ...attributes(page.html, 'src')].filter((address) => {
    const url = new URL(address, new URL(page.path, origin))
    if (url.origin !== new URL(origin).origin) return false
    const path = decodeURIComponent(url.pathname).slice(1)
    const ids = idsOf(path)
    if (ids === undefined) return !(path.includes('.') && existsSync(join(inject('site').folder, path)))
    return url.hash.length > 1 && !ids.has(decodeURIComponent(url.hash.slice(1)))
  })
}

describe('links', () => {
  const pages = sitePages()
  const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]))

  it('are there to be looked at', () => {
    expect(pages.length).toBeGreaterThan(4)
    expect(pages.flatMap(({ html }) => attributes(html, 'href')).length).toBeGreaterThan(100)
  })

  it.each(pages)('of /$path lead to pages and places that exist', (page) => {
    expect(broken(page, (path) => ids.get(path))).toEqual([])
  })

  it.each(pages)('in /$path: no id stands twice', ({ html }) => {
    const all = attributes(html, 'id')
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
  })
})
