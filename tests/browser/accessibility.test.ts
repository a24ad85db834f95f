import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { bringAxe, violations } from './setup/axe.ts'
import { layoutFaults } from './setup/layout-faults.ts'
import { sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const SCREENS = [
  { name: 'a laptop', width: 1440, height: 900, themes: ['light', 'dark'] },
  { name: 'a tablet', width: 1024, height: 768, themes: [] },
  { name: 'a phone', width: 390, height: 844, themes: ['dark', 'light'] },
] as const

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
}

/** Pages about code are copies of one, filled by the same few functions: every 120th is looked at. */
const EVERY = 120
function lookedAt(): string[] {
  const paths = sitePages().map(({ path }) => path)
  const isCode = (path: string): boolean => /\/code\/./.test(path)
  const code = paths.filter(isCode)
  return [...paths.filter((path) => !isCode(path)), ...code.filter((_, index) => index % EVERY === 0)]
}

/** Expressive Code makes a block that scrolls focusable a moment after a change of width. Left undone, axe says so. */
async function scrollersNoticed(page: Page): Promise<void> {
  const noticed = (): boolean => [...document.querySelectorAll('.expressive-code pre')].every((pre) => pre.scrollWidth <= pre.clientWidth || pre.hasAttribute('tabindex'))
  await page.waitForFunction(noticed, undefined, { timeout: 20_000 }).catch(() => undefined)
}

describeInBrowser('every page is accessible, quiet and well laid out', ({ read }) => {
  it.concurrent.each(lookedAt())('/%s', async (path) => {
    const complaints = await read(path, { colorScheme: 'light', reducedMotion: 'reduce' }, async (page) => {
      await bringAxe(page)
      for (const { name, themes, ...viewport } of SCREENS) {
        await page.setViewportSize(viewport)
        await scrollersNoticed(page)
        // Notes find their places in a frame of their own after a change of width; what is wrong stays wrong.
        await vi.waitFor(async () => expect(await layoutFaults(page), `layout on ${name}`).toEqual([]), { timeout: 20_000, interval: 100 })
        for (const theme of themes) {
          await setTheme(page, theme)
          expect(await violations(page), `axe, ${theme}, on ${name}`).toEqual([])
        }
      }
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })
})
