import { AxeBuilder } from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const SCREENS = [
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a phone', width: 390, height: 844 },
]

describeInBrowser('every page on', ({ read }) => {
  for (const { name, ...viewport } of SCREENS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it.each(sitePages().map(({ path }) => path))(`${name} in ${colorScheme}: accessible, quiet, contained: /%s`, async (path) => {
        const complaints = await read(path, { viewport, colorScheme, reducedMotion: 'reduce' }, async (page) => {
          expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme)
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) }))).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          expect(overflow, 'columns by which the page scrolls sideways').toBe(0)
        })
        // The browser itself calls the answer to an unknown address an error.
        const errors = complaints.errors.filter((text) => !(path === '404.html' && text.includes('404')))
        expect({ ...complaints, errors }).toEqual({ errors: [], foreign: [] })
      })
    }
  }
})
