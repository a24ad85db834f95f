import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'

/** What a page did that it should not have done. */
export interface Complaints {
  /** Console errors, uncaught errors and violations of the security policy. */
  readonly errors: string[]
  /** Requests to anywhere but the site; the browser finds nobody there. */
  readonly foreign: string[]
}

/** Opens pages of the site for the tests of one file. */
export interface Reader {
  /** A fresh context of the browser that all tests share; whoever asks closes it. */
  readonly context: (options: BrowserContextOptions) => Promise<BrowserContext>
  /**
   * Runs `work` with `path` (after the site's address) open in a fresh context, and closes it. Resolves to what the page did wrong.
   */
  readonly read: (path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>) => Promise<Complaints>
}

/** A `describe` for tests in a browser, which are skipped, as the setup has said aloud, where there is none. */
export function describeInBrowser(name: string, define: (reader: Reader) => void): void {
  describe.runIf(inject('browser') !== undefined)(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.connect(inject('browser') ?? '')
    })
    afterAll(async () => browser?.close())
    const newContext = (options: BrowserContextOptions): Promise<BrowserContext> => {
      if (browser === undefined) throw new Error('the browser is not running')
      return browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    }
    define({
      context: newContext,
      async read(path, options, work) {
        const context = await newContext(options)
        const complaints: Complaints = { errors: [], foreign: [] }
        try {
          const page = await context.newPage()
          watch(page, complaints)
          await page.goto(new URL(path, inject('site').url).href, { waitUntil: 'load' })
          await work(page)
        } finally {
          await context.close()
        }
        return complaints
      },
    })
  })
}

function watch(page: Page, { errors, foreign }: Complaints): void {
  const { origin } = new URL(inject('site').url)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') foreign.push(url.href)
  })
}
