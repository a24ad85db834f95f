import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { sitePages, type SitePage } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const pagesNamed = (name: string): SitePage[] => sitePages().filter(({ path, html }) => path.endsWith(`/${name}/`) && !html.includes('http-equiv="refresh"'))
const flagPages = pagesNamed('flags').filter(({ html }) => html.includes('wm-flag-entry'))
const first = (pages: readonly SitePage[]): string => pages[0]?.path ?? ''
const visible = (page: Page, selector: string): Promise<number> => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)
const quiet = { errors: [], foreign: [] }

describe('the explorer', () => {
  it('is there, in each language', () => {
    expect(flagPages.length).toBeGreaterThan(1)
    for (const { path } of flagPages) for (const page of ['variables', 'try', 'errors']) expect(sitePages().map((one) => one.path)).toContain(path.replace('flags', page))
  })

  it('needs no more than 60 kB of data for trying a line', () => {
    for (const { path } of flagPages) {
      const file = join(inject('site').folder, path.replace(/^zh-cn\//, '').replace('flags/', 'options.json'))
      expect(existsSync(file), file).toBe(true)
      expect(gzipSync(readFileSync(file)).length, file).toBeLessThan(60 * 1024)
    }
  })

  it('names every flag once, under an id that is its name', () => {
    for (const { html } of flagPages) {
      const ids = [...html.matchAll(/id="(--[^"]+)"/g)].map((match) => match[1])
      expect(ids.length).toBeGreaterThan(3)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describeInBrowser('the flags', ({ read }) => {
  it('can all be read without JavaScript, and nothing is offered that would not work', async () => {
    const complaints = await read(first(flagPages), { javaScriptEnabled: false }, async (page) => {
      expect(await visible(page, '.wm-flag-entry')).toBe(await page.locator('.wm-flag-entry').count())
      expect(await page.locator('.wm-filter').isVisible()).toBe(false)
    })
    expect(complaints).toEqual(quiet)
  })

  it('are filtered as one types, and a link to one that is filtered away brings it back', async () => {
    const complaints = await read(first(flagPages), {}, async (page) => {
      const all = await page.locator('.wm-flag-entry').count()
      const name = (await page.locator('.wm-flag-entry').nth(1).getAttribute('data-flag')) ?? ''
      await page.fill('.wm-filter input[type=search]', `--${name}`)
      expect(await visible(page, '.wm-flag-entry')).toBeLessThan(all)
      expect(await page.locator(`[data-flag="${name}"]`).isVisible()).toBe(true)
      expect(await page.getByRole('status').filter({ hasText: String(all) }).count()).toBe(1)
      const other = (await page.locator('.wm-flag-entry[hidden]').first().getAttribute('data-flag')) ?? ''
      await page.evaluate((hash) => (location.hash = hash), `--${other}`)
      await page.locator(`[data-flag="${other}"]`).waitFor({ state: 'visible' })
    })
    expect(complaints).toEqual(quiet)
  })
})

describeInBrowser('the variables', ({ read }) => {
  const variables = first(flagPages).replace('flags', 'variables')

  it('open without JavaScript, down to the line that set a value', async () => {
    await read(variables, { javaScriptEnabled: false }, async (page) => {
      await page.locator('.wm-vars-pane details:not([open]) > summary').first().click()
      const leaf = page.locator('.wm-var-leaf > summary').filter({ visible: true }).first()
      await leaf.click()
      expect(await leaf.locator('xpath=..').locator('.wm-facts').isVisible()).toBe(true)
    })
  })

  it('show another value after another step, without JavaScript too', async () => {
    await read(variables, { javaScriptEnabled: false }, async (page) => {
      const late = page.locator('[data-states=complete]').first()
      expect(await late.isVisible()).toBe(false)
      await page.locator('.wm-moments label').last().click()
      expect(await late.evaluate((one) => getComputedStyle(one).display)).not.toBe('none')
    })
  })

  it('are found by name, and by an address', async () => {
    const complaints = await read(variables, {}, async (page) => {
      const path = (await page.locator('.wm-var-leaf').last().getAttribute('id')) ?? ''
      await page.fill('[data-vars-filter]', path)
      expect(await page.locator('.wm-var-leaf').last().isVisible()).toBe(true)
      await page.goto(new URL(`${variables}#${encodeURIComponent(path)}`, inject('site').url).href)
      await page.reload()
      await page.locator('.wm-var-leaf[open]').waitFor({ state: 'visible' })
      expect(await page.locator('.wm-var-leaf[open]').getAttribute('id')).toBe(path)
    })
    expect(complaints).toEqual(quiet)
  })

  it('follow the arrow keys', async () => {
    await read(variables, {}, async (page) => {
      await page.locator('.wm-vars-pane summary').first().focus()
      const row = (): Promise<string> => page.evaluate(() => document.activeElement?.parentElement?.id ?? '')
      const root = await row()
      await page.keyboard.press('ArrowRight')
      const inside = await row()
      expect(inside).not.toBe(root)
      await page.keyboard.press('ArrowDown')
      expect(await row()).not.toBe(inside)
      await page.keyboard.press('Home')
      expect(await row()).toBe(root)
    })
  })
})

describeInBrowser('a command line', ({ read }) => {
  it('is told what is unknown, what has the wrong shape and what differs', async () => {
    const [entry] = [...(flagPages[0]?.html ?? '').matchAll(/data-flag="([^"]+)" data-type="(?:int|duration)"/g)]
    const name = entry?.[1] ?? ''
    expect(name).not.toBe('')
    const complaints = await read(first(flagPages).replace('flags', 'try'), {}, async (page) => {
      const result = page.locator('[data-try-result]')
      await result.locator('h2').first().waitFor()
      await page.fill('[data-try-line]', `server --${name}x=1 --${name}=soon`)
      await result.locator('.wm-try-problems li').nth(1).waitFor()
      expect(await result.locator('.wm-try-problems a').first().getAttribute('href')).toContain('../flags/#--')
      await page.fill('[data-try-line]', `server --${name}=0`)
      await result.locator('.wm-try-table tbody tr, .wm-try-remarks').first().waitFor()
    })
    expect(complaints).toEqual(quiet)
  })
})
