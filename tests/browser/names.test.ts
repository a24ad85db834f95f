import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bringAxe, violations } from './setup/axe.ts'
import { chapters } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

/** A chapter whose code leads to lines of its own, to other pages and to Go's library. */
const chapter = (): string => chapters().find(({ html }) => ['here', 'page', 'pkg'].every((to) => html.includes(`data-to="${to}"`)) && html.includes('class="wm-ref-link"'))?.path ?? 'no chapter has links of all kinds'

const quiet = { errors: [], foreign: [] }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const card = (page: Page) => page.locator('#wm-card')
const name = (page: Page, to: string) => page.locator(`.wm-run a[data-to="${to}"]:visible`)
const shown = (page: Page) => card(page).waitFor({ state: 'visible' })
const gone = (page: Page) => card(page).waitFor({ state: 'hidden' })
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('class') ?? '')

/** By how much the card reaches over the edges of the screen. */
const beyond = (page: Page): Promise<number> =>
  card(page).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return Math.max(0, -left, right - document.documentElement.clientWidth, -top, bottom - innerHeight)
  })

/** Tab from the caption of the first excerpt that has names until one of them has the focus. */
async function tabToName(page: Page): Promise<void> {
  await page.locator('.wm-excerpt:has(.wm-run a[data-to]) .wm-copy').first().focus()
  await page.waitForFunction(() => document.querySelector('.wm-run a[data-to][tabindex="-1"]') !== null)
  for (let presses = 0; presses < 5 && !(await focused(page)).includes('wm-ref'); presses += 1) await page.keyboard.press('Tab')
}

describeInBrowser('a pointer', ({ read }) => {
  it('resting on a name brings its card, which may be gone onto, and Escape closes it', async () => {
    const complaints = await read(chapter(), {}, async (page) => {
      const link = name(page, 'page').nth(1)
      await link.scrollIntoViewIfNeeded()
      await link.hover()
      await shown(page)
      expect(await card(page).locator('.wm-card-code').textContent()).toContain(await link.textContent())
      expect(await card(page).locator('.wm-card-kind').textContent()).toBe('A page of this site')
      expect(await link.getAttribute('aria-describedby')).toBe('wm-card')
      expect(await card(page).getAttribute('role')).toBe('tooltip')
      await card(page).hover()
      await page.waitForTimeout(500)
      expect(await card(page).isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await gone(page)
      expect(await link.getAttribute('aria-describedby')).toBeNull()
      await page.locator('h1').hover()
      await link.hover()
      await shown(page)
      await page.locator('h1').hover()
      await gone(page)
    })
    expect(complaints).toEqual(quiet)
  })

  it('learns what kind of link it is from the card and from the line under the name', async () => {
    await read(chapter(), {}, async (page) => {
      const lines = new Map<string, string>()
      for (const [to, says] of [['here', /^On this page, line \d+$/], ['page', /^A page of this site$/], ['pkg', /^Documentation on pkg\.go\.dev$/]] as const) {
        const link = name(page, to).first()
        await link.scrollIntoViewIfNeeded()
        await link.hover()
        await page.waitForFunction((id) => document.querySelector('#wm-card:popover-open .wm-card-where')?.getAttribute('data-to') === id, to)
        expect(await card(page).locator('.wm-card-kind').textContent()).toMatch(says)
        lines.set(to, await link.evaluate((element) => getComputedStyle(element).textDecorationStyle))
        await page.mouse.move(0, 0)
        await gone(page)
        expect(await link.evaluate((element) => getComputedStyle(element).textDecorationColor)).toBe('rgba(0, 0, 0, 0)')
      }
      expect(Object.fromEntries(lines)).toEqual({ here: 'dotted', page: 'solid', pkg: 'dashed' })
    })
  })

  it('fetches nothing before it is on a name', async () => {
    await read(chapter(), {}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => {
        if (/\/names?[-.]/.test(request.url())) asked.push(new URL(request.url()).pathname)
      })
      await page.locator('h1').hover()
      await page.waitForTimeout(300)
      expect(asked).toEqual([])
      await name(page, 'page').first().hover()
      await shown(page)
      expect(asked.some((path) => /\/_astro\/names\.[0-9a-f]+\.json$/.test(path))).toBe(true)
      expect(asked.some((path) => /\/_astro\/name-cards\.[^/]+\.js$/.test(path))).toBe(true)
    })
  })
})

describeInBrowser('the keyboard', ({ read }) => {
  it('comes to one name of an excerpt by Tab, goes on by arrows, and hears each card', async () => {
    const complaints = await read(chapter(), {}, async (page) => {
      await tabToName(page)
      expect(await focused(page)).toContain('wm-ref')
      await shown(page)
      const current = () => page.evaluate(() => ({ text: document.activeElement?.textContent, described: document.activeElement?.getAttribute('aria-describedby'), line: document.activeElement?.closest('.line')?.id }))
      const first = await current()
      expect(first.described).toBe('wm-card')
      await page.keyboard.press('ArrowRight')
      const second = await current()
      expect(second).not.toEqual(first)
      expect(second.described).toBe('wm-card')
      await page.keyboard.press('ArrowDown')
      expect((await current()).line).not.toBe(second.line)
      await page.keyboard.press('ArrowUp')
      expect((await current()).line).toBe(second.line)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowLeft')
      expect((await current()).text).toBeTruthy()
      const kept = await current()
      await page.keyboard.press('Escape')
      await gone(page)
      expect(await current()).toEqual({ ...kept, described: null })
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.matches('.wm-run a[data-to]') === true)).toBe(false)
      await page.keyboard.press('Shift+Tab')
      expect((await current()).text).toBe(kept.text)
    })
    expect(complaints).toEqual(quiet)
  })

  it('finds the card again when its name, which the page had scrolled away, is back in sight', async () => {
    await read(chapter(), { reducedMotion: 'reduce' }, async (page) => {
      await tabToName(page)
      await shown(page)
      const { text, described, top } = await page.evaluate(() => {
        const { activeElement } = document
        return { text: activeElement?.textContent, described: activeElement?.getAttribute('aria-describedby'), top: scrollY }
      })
      const scrollTo = (y: number) => page.evaluate((to) => window.scrollTo({ top: to, behavior: 'instant' }), y)
      await scrollTo(top + 4 * 900)
      await gone(page)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text)
      await scrollTo(top)
      await shown(page)
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe(described)
      await scrollTo(top + 4 * 900)
      await gone(page)
      await page.keyboard.press('Escape')
      await scrollTo(top)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      expect(await card(page).isVisible()).toBe(false)
    })
  })

  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 1440 },
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('axe finds nothing with a card open, $colorScheme, $width pixels wide', async ({ colorScheme, width }) => {
    const complaints = await read(chapter(), { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 844 } }, async (page) => {
      await bringAxe(page)
      await page.waitForFunction(() => [...document.querySelectorAll('.expressive-code pre')].every((pre) => pre.scrollWidth <= pre.clientWidth || pre.hasAttribute('tabindex')))
      await tabToName(page)
      await shown(page)
      expect(await violations(page)).toEqual([])
    })
    expect(complaints).toEqual(quiet)
  })

  it('sees cards whole, and on the screen, at 390 pixels', async () => {
    await read(chapter(), { viewport: PHONE.viewport }, async (page) => {
      await tabToName(page)
      for (let step = 0; step < 25; step += 1) {
        await shown(page)
        expect(await beyond(page)).toBe(0)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
        await page.keyboard.press('ArrowRight')
      }
    })
  })
})

describeInBrowser('a finger', ({ read }) => {
  it('opens the card by a first tap and follows by a second', async () => {
    const complaints = await read(chapter(), PHONE, async (page) => {
      const here = page.url()
      const link = name(page, 'here').first()
      await link.scrollIntoViewIfNeeded()
      await link.tap()
      await shown(page)
      expect(page.url()).toBe(here)
      expect(await card(page).getAttribute('role')).toBe('dialog')
      expect(await focused(page)).toBe('wm-card-go')
      expect(await beyond(page)).toBe(0)
      const size = await card(page).locator('.wm-card-go').boundingBox()
      expect(Math.min(size?.height ?? 0, size?.width ?? 0)).toBeGreaterThanOrEqual(44)
      const href = await link.getAttribute('href')
      await link.tap()
      await page.waitForURL((url) => url.hash === href)
      await gone(page)
    })
    expect(complaints).toEqual(quiet)
  })

  it.each(['light', 'dark'] as const)('finds a link and a way to close in the card, and axe nothing, %s', async (colorScheme) => {
    await read(chapter(), { ...PHONE, colorScheme }, async (page) => {
      await bringAxe(page)
      const link = name(page, 'page').first()
      await link.scrollIntoViewIfNeeded()
      await link.tap()
      await shown(page)
      expect(await card(page).locator('.wm-card-go').evaluate((go) => (go as HTMLAnchorElement).href)).toBe(await link.evaluate((one) => (one as HTMLAnchorElement).href))
      expect(await violations(page)).toEqual([])
      await card(page).locator('.wm-card-close').tap()
      await gone(page)
      expect(await focused(page)).toContain('wm-ref')
      await link.tap()
      await shown(page)
      await page.locator('h1').dispatchEvent('click')
      await gone(page)
    })
  })
})

describeInBrowser('without a script', ({ read }) => {
  it('names are links that Tab reaches', async () => {
    await read(chapter(), { javaScriptEnabled: false }, async (page) => {
      const link = name(page, 'here').first()
      await link.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.hash !== '')
      expect(await page.locator('.wm-run a[data-to][tabindex]').count()).toBe(0)
    })
  })
})

it('no page has a link in a link', () => {
  const nested = chapters().filter(({ html }) => /<a\b(?:(?!<\/a>)[^])*<a\b/.test(html))
  expect(nested.map(({ path }) => path)).toEqual([])
})
