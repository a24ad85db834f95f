import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../browser/setup/find-chromium.ts'
import { writeDemoPage } from './demo-page.ts'

const executablePath = findChromium()
if (executablePath === undefined) {
  const message = 'No Chromium was found: excerpts are not looked at in a browser. WAYMARK_CHROMIUM=<path> names one.'
  if (process.env['CI']) throw new Error(message)
  process.stderr.write(`\n!!! ${message}\n`)
}
const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ')

describe.runIf(executablePath !== undefined)('an excerpt in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let folder: string
  let pages: { light: string; dark: string }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-excerpts-'))
    pages = { light: await writeDemoPage(folder, 'light'), dark: await writeDemoPage(folder, 'dark') }
    browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(width: number, options: { script?: boolean; theme?: 'light' | 'dark' } = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: options.script ?? true,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    await page.goto(pathToFileURL(pages[options.theme ?? 'light']).href)
    // The script puts notes into place in a frame of its own.
    if (options.script ?? true) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return page
  }

  /** Tops and bottoms of the notes of an excerpt that are to be seen, and the tops of their lines. */
  const boxes = async (page: Page, figure: string) =>
    page.locator(`${figure} .wm-pane`).evaluate((pane) => {
      const codeRight = pane.getBoundingClientRect().right
      return [...pane.querySelectorAll('.wm-note')].filter((note) => note.checkVisibility()).map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect()
        const line = document.querySelector(note.querySelector('.wm-number')?.getAttribute('href') ?? '')?.getBoundingClientRect().top ?? Number.NaN
        return { top, bottom, left, line, codeRight }
      })
    })

  test.each([true, false])('on a wide screen notes stand beside the code, level with their lines, and none touches another (script: %s)', async (script) => {
    const page = await open(1440, { script })
    const notes = await boxes(page, '#open')
    expect(notes).toHaveLength(6)
    for (const [index, note] of notes.entries()) {
      const above = notes[index - 1]
      expect(note.left).toBeGreaterThan(note.codeRight)
      expect(note.top).toBeGreaterThanOrEqual(Math.max(note.line - 1, above?.bottom ?? 0))
      if (above === undefined || above.bottom < note.line - 60) expect(Math.abs(note.top - note.line)).toBeLessThan(2)
    }
    expect(await page.locator('#open + p').evaluate((next) => next.getBoundingClientRect().top)).toBeGreaterThan(notes.at(-1)?.bottom ?? 0)
    await page.context().close()
  })

  test('opening a fold moves the notes below it along with their lines', async () => {
    const page = await open(1440)
    await page.locator('#open summary').first().click()
    const apart = async (): Promise<number> => Math.max(...(await boxes(page, '#open')).slice(0, 3).map(({ top, line }) => Math.abs(top - line)))
    await expect.poll(apart, { timeout: 20_000 }).toBeLessThan(2)
    await page.context().close()
  })

  test.each([1440, 1024, 390])('code scrolls inside its box, never the page, at %i pixels', async (width) => {
    const page = await open(width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const pane = page.locator('#zh .wm-pane')
    await pane.evaluate((element) => element.scrollBy(400, 0))
    expect(await pane.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    await page.context().close()
  })

  test('in between notes stand right under their lines', async () => {
    const page = await open(1024)
    const notes = await boxes(page, '#open')
    expect(notes).toHaveLength(6)
    for (const { top, line } of notes.slice(0, 3)) expect(Math.round(top - line)).toBeLessThan(30)
    await page.context().close()
  })

  test('on a phone a number opens its note and closes it again; without script notes stand open', async () => {
    const page = await open(390)
    const marker = page.locator('#open .wm-marker').nth(1)
    expect(await page.locator('#open .wm-note:visible').count()).toBe(0)
    await marker.click()
    expect(await page.locator('#open .wm-note:visible').count()).toBe(1)
    expect(await marker.getAttribute('aria-expanded')).toBe('true')
    await marker.press(' ')
    expect(await page.locator('#open .wm-note:visible').count()).toBe(0)
    expect(await marker.getAttribute('aria-expanded')).toBe('false')
    await page.context().close()
    const still = await open(390, { script: false })
    expect(await still.locator('#open .wm-note:visible').count()).toBe(6)
    await still.context().close()
  })

  test('a note and its code are lit together, by pointer and by focus', async () => {
    const page = await open(1440)
    const lit = async (): Promise<string[]> => page.locator('.is-on').evaluateAll((all) => all.map((one) => `${one.classList.item(0) ?? ''} ${one.textContent}`))
    await page.locator('#open .wm-anchor[data-note="3"]').hover()
    expect((await lit()).map((one) => one.slice(0, 24))).toEqual(['wm-anchor completed, err', 'wm-marker 3', 'wm-note 3Everything the '])
    await page.locator('#open .wm-marker').first().focus()
    expect((await lit())[0]).toBe('wm-anchor o := NewOptions()')
    await page.locator('h1').hover()
    await page.locator('#options .wm-copy').focus()
    expect(await lit()).toEqual([])
    await page.context().close()
  })

  test('the button copies the whole excerpt as code, tabs and folded lines included', async () => {
    const page = await open(1440)
    // What is copied arrives a moment after the click.
    const clipboard = (): Promise<string> => page.evaluate(async () => navigator.clipboard.readText())
    await page.locator('#options .wm-copy').click()
    await page.locator('#options [role=status]:not(:empty)').waitFor()
    expect(await clipboard()).toBe(
      'type Options struct {\n\tName     string\n\tBerths   int\n\tDepth    float64 // in metres, at the lowest tide\n\tOpening  time.Duration\n\tLanterns []string\n}\n',
    )
    expect(await page.locator('#options [role=status]').textContent()).toBe('Copied')
    await page.locator('#open .wm-copy').click()
    await expect.poll(async () => (await clipboard()).split('\n'), { timeout: 20_000 }).toHaveLength(61)
    await page.context().close()
  })

  test('a selection by hand is copied without numbers and notes, and says what a closed fold hid', async () => {
    const page = await open(1440)
    await page.evaluate(() => {
      const text = (line: number): Element => document.querySelector(`#open-L${line} .wm-text`) ?? document.body
      const range = document.createRange()
      range.setStart(text(28), 0)
      range.setEnd(text(42), 1)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    })
    await page.keyboard.press('ControlOrMeta+c')
    const copied = await page.evaluate(async () => navigator.clipboard.readText())
    expect(copied).toBe('\to := NewOptions()\n\tcmd := &Command{\n// ⋯ 11 lines\n\t\tRunE: func(cmd *Command, args []string) error {\n\t\t\t')
    await page.context().close()
  })

  test('j and k go through the notes, and leave typing and shortcuts alone', async () => {
    const page = await open(1440)
    const focused = async (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
    const visited: (string | undefined)[] = []
    for (const key of ['j', 'j', 'j', 'k']) {
      await page.keyboard.press(key)
      visited.push(await focused())
    }
    expect(visited).toEqual(['open-note-1', 'open-note-2', 'open-note-3', 'open-note-2'])
    await page.keyboard.press('Control+j')
    expect(await focused()).toBe('open-note-2')
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'typing' })))
    await page.locator('#typing').focus()
    await page.keyboard.press('j')
    expect(await focused()).toBe('typing')
    expect(await page.locator('#typing').inputValue()).toBe('j')
    await page.context().close()
  })

  test('printed, notes stand under their lines and nothing is a button', async () => {
    const page = await open(700)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.wm-copy:visible').count()).toBe(0)
    expect(await page.locator('#open .wm-pane .wm-note:visible').count()).toBe(6)
    expect(await page.locator('#open .wm-pane').evaluate((pane) => pane.scrollWidth - pane.clientWidth)).toBe(0)
    await page.context().close()
  })

  test.each([[1440, 'light'], [1024, 'dark'], [390, 'dark']] as const)('axe finds nothing at %i pixels, %s', async (width, theme) => {
    const page = await open(width, { theme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    await page.context().close()
  })
})
