import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const SCREENS = [
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a phone', width: 390, height: 844 },
]

/** What axe objects to, in a form that a failed test shows whole. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const result = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`))
}

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
}

describeInBrowser('every page', ({ read }) => {
  for (const { name, ...viewport } of SCREENS) {
    it.each(sitePages().map(({ path }) => path))(`on ${name} is accessible, quiet and contained: /%s`, async (path) => {
      const complaints = await read(path, { viewport, colorScheme: 'light', reducedMotion: 'reduce' }, async (page) => {
        await setTheme(page, 'light')
        expect(await violations(page)).toEqual([])
        // The other theme differs in its colours only.
        await setTheme(page, 'dark')
        expect(await violations(page, ['color-contrast', 'link-in-text-block']), 'in dark').toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(overflow, 'pixels by which the page scrolls sideways').toBe(0)
      })
      expect(complaints).toEqual({ errors: [], foreign: [] })
    })
  }
})
