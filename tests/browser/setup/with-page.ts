import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a page did that it should not have done. */
export interface Complaints {
  /** Console errors, uncaught errors and violations of the security policy. */
  readonly errors: string[]
  /** Requests to anywhere but the site; they are refused. */
  readonly foreign: string[]
}

/** Opens pages of the site for the tests of one file. */
export interface Reader {
  /**
   * Runs `work` with `path` (after the site's address) open in a fresh context, and closes it. Resolves to what the page did wrong.
   */
  readonly read: (path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>) => Promise<Complaints>
}

/** A `describe` for tests in a browser, which are skipped, as the setup has said aloud, where there is none. */
export function describeInBrowser(name: string, define: (reader: Reader) => void): void {
  const executablePath = inject('chromium')
  describe.runIf(executablePath !== undefined)(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS })
    })
    afterAll(async () => browser?.close())
    define({
      async read(path, options, work) {
        if (browser === undefined) throw new Error('the browser is not running')
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
        const complaints: Complaints = { errors: [], foreign: [] }
        try {
          const page = await context.newPage()
          await watch(page, complaints)
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

async function watch(page: Page, { errors, foreign }: Complaints): Promise<void> {
  const { origin } = new URL(inject('site').url)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.context().route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:') return route.continue()
    foreign.push(url.href)
    return route.abort()
  })
}
