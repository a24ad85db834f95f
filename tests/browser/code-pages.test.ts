import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { chapters, sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'
import type { WalkthroughSymbols } from '../../src/site/declarations/symbol-index.ts'

/** A chapter whose captions say how often what they show is called. */
const chapter = (): string => chapters().find(({ html }) => /#called-by"/.test(html))?.path ?? 'no chapter shows a function that is called'

/** A function with a page, of the first walkthrough that has such pages. */
function someFunction(): { walkthrough: string; name: string; spoken: string; address: string } {
  const [first] = JSON.parse(readFileSync(join(inject('site').folder, 'symbols.json'), 'utf8')) as WalkthroughSymbols[]
  const functions = first?.symbols.filter(([, , kind]) => kind === 0) ?? []
  const [name, number, , address] = [...functions].sort(([a], [b]) => b.length - a.length)[0] ?? ['', 0, 0, '']
  return { walkthrough: first?.id ?? '', name, spoken: `${first?.packages[number]?.[0] ?? ''}.${name}`, address }
}

const title = (page: Page): Promise<string | null> => page.locator('h1').first().textContent()
const isSeen = (page: Page, id: string): Promise<boolean> => page.locator(`[id="${id}"]`).isVisible()
const target = (page: Page): string => decodeURIComponent(new URL(page.url()).hash.slice(1))

describeInBrowser('the search for declarations', ({ read }) => {
  it('is opened, asked and followed by keyboard alone', async () => {
    const { walkthrough, name, spoken, address } = someFunction()
    const complaints = await read(chapter(), {}, async (page) => {
      await page.locator('site-search button[data-open-modal]:enabled').waitFor()
      await page.keyboard.press('/')
      await page.waitForFunction(() => document.activeElement?.matches('dialog input') === true)
      await page.keyboard.type(name)
      const first = page.locator('.wm-symbols a').first()
      await first.waitFor()
      expect(await first.locator('code').textContent()).toBe(spoken)
      expect(await page.locator('.wm-symbols ~ [role=status], .wm-symbols + [role=status]').first().textContent()).toMatch(/\d/)
      await page.keyboard.press('ArrowDown')
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true)
      await page.keyboard.press('ArrowUp')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
      await page.keyboard.press('ArrowDown')
      await Promise.all([page.waitForURL((url) => url.pathname.includes(`/${walkthrough}/code/${address}`)), page.keyboard.press('Enter')])
      expect(await title(page)).toBe(name)
    })
    expect(complaints.errors).toEqual([])
  })
})

describeInBrowser('pages about code, without a script', ({ read }) => {
  it('are led to from a caption, and on to callers, the package and the list of all', async () => {
    await read(chapter(), { javaScriptEnabled: false }, async (page) => {
      const count = page.locator('.wm-known a[href$="#called-by"]').first()
      const says = (await count.textContent()) ?? ''
      await Promise.all([page.waitForURL(/#called-by$/), count.click()])
      expect(await isSeen(page, 'called-by')).toBe(true)
      expect(await page.locator('#called-by').textContent()).toContain(/\d+/.exec(says)?.[0])
      expect(await page.locator('.wm-pane .line').count()).toBeGreaterThan(0)
      const line = page.locator('#called-by + .wm-uses .wm-use-lines a[href*="/code/"]').first()
      const number = /\d+/.exec((await line.textContent()) ?? '')?.[0]
      await Promise.all([page.waitForURL(/#the-source-L\d+$/), line.click()])
      expect(target(page)).toBe(`the-source-L${number ?? ''}`)
      expect(await isSeen(page, target(page))).toBe(true)
      const crumbs = page.locator('.wm-crumbs a')
      await Promise.all([page.waitForURL((url) => url.hash === ''), crumbs.nth(1).click()])
      expect(await title(page)).toMatch(/^package /)
      expect(await page.locator('.wm-entries a').count()).toBeGreaterThan(0)
      await Promise.all([page.waitForURL(/\/code\/$/), page.locator('.wm-crumbs a').first().click()])
      expect(await page.locator('svg a').count()).toBeGreaterThan(0)
      await Promise.all([page.waitForURL(/\/code\/.+/), page.locator('.wm-entries a').first().click()])
    })
  })

  it('stand in the menu, which says where the reader is', async () => {
    const about = sitePages().find(({ path }) => /\/code\/.+/.test(path))?.path ?? ''
    await read(about, { javaScriptEnabled: false }, async (page) => {
      const here = page.locator('.wm-chapters a[aria-current]')
      expect(await here.count()).toBe(1)
      expect(await here.getAttribute('aria-current')).toBe('true')
      await Promise.all([page.waitForURL(/\/code\/$/), here.click()])
      expect(await page.locator('.wm-chapters a[aria-current]').getAttribute('aria-current')).toBe('page')
    })
  })
})

it('every count in a caption leads to a list with as many lines', () => {
  const pages = new Map(sitePages().map(({ path, html }) => [path, html]))
  let counted = 0
  for (const { path, html } of chapters()) {
    for (const [, href = '', text = ''] of html.matchAll(/<a href="([^"#]+#called-by)" aria-label="[^"]*">([^<]*)<\/a>/g)) {
      const there = new URL(href, `http://x/${path}`)
      const list = /id="called-by"[^>]*>[^<]*<\/h3>(?:<[^u][^>]*>|[^<])*<ul class="wm-uses[^>]*>([^]*?)<\/ul>/.exec(pages.get(decodeURIComponent(there.pathname.slice(1))) ?? '')?.[1] ?? ''
      expect(list.match(/title="[^"]*:\d+"/g)?.length, `${path}: ${href}`).toBe(Number(/\d+/.exec(text)?.[0]))
      counted += 1
    }
  }
  expect(counted).toBeGreaterThan(0)
})
