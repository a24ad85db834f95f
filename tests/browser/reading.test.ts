import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { chapters, type SitePage } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const withCode = (): SitePage[] => chapters().filter(({ html }) => html.includes('class="wm-pane'))
const firstWithCode = (): string => withCode()[0]?.path ?? ''

const focused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)

const quiet = { errors: [], foreign: [] }

describeInBrowser('by keyboard alone', ({ read }) => {
  it('the first Tab offers to skip to the content', async () => {
    await read(firstWithCode(), {}, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^#/)
    })
  })

  it('Tab reaches the code, and nothing keeps it', async () => {
    await read(firstWithCode(), { viewport: { width: 390, height: 844 } }, async (page) => {
      const inExcerpt: boolean[] = []
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab')
        inExcerpt.push(await focused(page, '.wm-excerpt *'))
      }
      expect(inExcerpt).toContain(true)
    })
  })

  it('j and k go from note to note and back', async () => {
    const complaints = await read(firstWithCode(), {}, async (page) => {
      const current = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
      await page.keyboard.press('j')
      const first = await current()
      expect(await focused(page, '.wm-note, .wm-row-note')).toBe(true)
      await page.keyboard.press('j')
      const second = await current()
      expect(second).not.toBe(first)
      await page.keyboard.press('k')
      expect(await current()).toBe(first)
    })
    expect(complaints).toEqual(quiet)
  })

  it('n and p go from chapter to chapter and back', async () => {
    const path = chapters().find(({ html }) => html.includes('data-wm-next'))?.path ?? ''
    await read(path, {}, async (page) => {
      const here = page.url()
      await Promise.all([page.waitForURL((url) => url.href !== here), page.keyboard.press('n')])
      const next = page.url()
      await page.waitForLoadState('load')
      await Promise.all([page.waitForURL((url) => url.href !== next), page.keyboard.press('p')])
      expect(new URL(page.url()).pathname).toBe(new URL(here).pathname)
    })
  })

  it('? shows the keys, Escape hides them, and keys rest while something is typed', async () => {
    await read(firstWithCode(), {}, async (page) => {
      const dialog = page.locator('dialog.wm-keys')
      await page.keyboard.press('?')
      expect(await dialog.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await dialog.isVisible()).toBe(false)
      await page.locator('site-search button[data-open-modal]:enabled').waitFor()
      await page.keyboard.press('/')
      // The dialog opens at once; its field comes, and takes the focus, a moment later.
      await page.waitForFunction(() => document.activeElement?.matches('dialog input') === true)
      await page.keyboard.type('n?j')
      expect(await page.locator('dialog input').first().inputValue()).toBe('n?j')
      expect(await dialog.isVisible()).toBe(false)
    })
  })
})

describeInBrowser('without JavaScript', ({ read }) => {
  it.each(chapters().map(({ path }) => path))('every note of /%s can be read, and every fold opened', async (path) => {
    const complaints = await read(path, { javaScriptEnabled: false }, async (page) => {
      const hidden = await page.locator('.wm-note:not(details:not([open]) *)').evaluateAll((notes) => notes.filter((note) => !note.checkVisibility()).map(({ id }) => id))
      expect(hidden).toEqual([])
      const fold = page.locator('.wm-fold').first()
      if ((await fold.count()) > 0) {
        const wasOpen = (await fold.getAttribute('open')) !== null
        await fold.locator('summary').click()
        expect((await fold.getAttribute('open')) !== null).toBe(!wasOpen)
      }
      expect(await page.locator('.wm-copy:visible').count()).toBe(0)
    })
    expect(complaints).toEqual(quiet)
  })

  it('a phone shows the notes under their lines', async () => {
    await read(firstWithCode(), { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }, async (page) => {
      const note = page.locator('.wm-pane .wm-note').first()
      const reachable = await note.evaluate((element) => {
        const marker = document.querySelector(`a[href="#${element.id}"]`)
        return element.checkVisibility() || marker?.checkVisibility() === true
      })
      expect(reachable).toBe(true)
    })
  })
})

describeInBrowser('copying', ({ read }) => {
  it('the button gives the code: real tabs, no line numbers, no notes', async () => {
    const complaints = await read(firstWithCode(), { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const figure = page.locator('.wm-excerpt:has(.wm-pane)').first()
      await figure.locator('.wm-copy').click()
      await figure.locator('[role=status]:not(:empty)').waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      const expected = await figure.locator('.line .wm-text').allTextContents()
      expect(copied.trimEnd().split('\n')).toEqual(expected.join('\n').trimEnd().split('\n'))
      expect(copied).toMatch(/^\t+\S/m)
      expect(copied).not.toMatch(/^\s*\d+\s*\t/m)
      const note = (await figure.locator('.wm-note-body').first().textContent())?.trim() ?? 'no note'
      expect(copied).not.toContain(note.slice(0, 40))
    })
    expect(complaints).toEqual(quiet)
  })
})

describeInBrowser('on paper', ({ read }) => {
  it('only the chapter is printed, with its notes and its folds told', async () => {
    await read(firstWithCode(), {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['header.header', 'nav.sidebar', '.wm-trail', '.wm-copy']) {
        expect(await page.locator(`${selector}:visible`).count(), selector).toBe(0)
      }
      expect(await page.locator('.wm-note:visible').count()).toBeGreaterThan(0)
      expect(await page.locator('h1:visible').count()).toBe(1)
    })
  })
})
