import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, vi } from 'vitest'
import { bringAxe, violations } from './setup/axe.ts'
import { sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

const ETCD = 'lab/etcd/'
const command = (page: Page): Promise<string | null> => page.locator('.wm-command-service code').first().textContent()
const openPanel = (page: Page): Promise<void> => page.locator('.wm-values summary').first().click()

/** A dump of one key whose value is JSON. */
const dump = JSON.stringify({ kvs: [{ key: btoa('/registry/ships/one'), value: btoa('{"apiVersion":"v1","kind":"Ship","name":"one"}'), create_revision: 1, mod_revision: 2, version: 2 }] })

describe('the lab’s scripts to download', () => {
  const { folder } = inject('site')
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

  it('are served, and linked from the steps they belong to', () => {
    expect(read('lab/setup.sh')).toMatch(/^#!\/usr\/bin\/env bash\n/)
    const links = sitePages()
      .filter(({ path }) => path.startsWith('lab/'))
      .flatMap(({ html }) => [...html.matchAll(/href="([^"]*lab\/steps\/[^"]*\.sh)"/g)].map((match) => (match[1] ?? '').replace(/^(?:\.\.\/|\/)+/, '')))
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(read(link)).toContain('set -euo pipefail')
  })

  it('come with no more than 12 kB of script on a page of the lab', () => {
    for (const { path, html } of sitePages().filter((page) => page.path.includes('lab/'))) {
      const files = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map((match) => match[1] ?? '').filter((file) => !/Search/.test(file))
      for (const file of files) for (const match of readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) if (!files.includes(`/_astro/${match[1] ?? ''}`)) files.push(`/_astro/${match[1] ?? ''}`)
      const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
      expect(bytes, path).toBeLessThan(12 * 1024)
    }
  })
})

describeInBrowser('the reader’s values', ({ read }) => {
  it('stand in the commands as soon as they are typed, quoted, on the next page too, until they are reset', async () => {
    const complaints = await read(ETCD, {}, async (page) => {
      const before = await command(page)
      await openPanel(page)
      await page.fill('#value-LAB_DIR', "/tmp/it's a lab")
      expect(await command(page)).toContain(`--data-dir '/tmp/it'\\''s a lab'/etcd`)
      await page.goto(new URL('zh-cn/lab/certificates/', inject('site').url).href)
      expect(await page.locator('.wm-command code').first().textContent()).toContain(`'/tmp/it'\\''s a lab'`)
      await page.goto(new URL(ETCD, inject('site').url).href)
      await openPanel(page)
      await page.click('[data-values-reset]')
      expect(await command(page)).toBe(before)
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })

  it('that no step could take are refused with a sentence, and the commands stay as they were', async () => {
    await read(ETCD, {}, async (page) => {
      const before = await command(page)
      await openPanel(page)
      await page.fill('#value-ETCD_URL', 'nowhere')
      expect(await page.locator('#value-ETCD_URL').getAttribute('aria-invalid')).toBe('true')
      expect(await page.locator('#wrong-ETCD_URL').textContent()).not.toBe('')
      expect(await command(page)).toBe(before)
    })
  })

  it('from a link are shown, and kept only when the reader says so', async () => {
    await read(`${ETCD}#values=ETCD_URL=http%3A%2F%2F127.0.0.1%3A3379`, {}, async (page) => {
      expect(await command(page)).toContain('http://127.0.0.1:3379')
      expect(await page.locator('[data-values-offer]').isVisible()).toBe(true)
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
      await page.click('[data-values-keep]')
      expect(await page.locator('[data-values-offer]').isVisible()).toBe(false)
      expect(new URL(page.url()).hash).toBe('')
      await page.reload()
      expect(await command(page)).toContain('http://127.0.0.1:3379')
    })
  })

  it('are what is copied and what is downloaded', async () => {
    await read(ETCD, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true }, async (page) => {
      await openPanel(page)
      await page.fill('#value-ETCD_URL', 'http://127.0.0.1:3379')
      await openPanel(page)
      await page.locator('.wm-command-service .wm-copy').first().click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), { timeout: 20_000 }).toBe(`${(await command(page)) ?? ''}\n`)
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.wm-step-script').first().click()])
      expect(download.suggestedFilename()).toBe('etcd.sh')
      expect(await text(await download.createReadStream())).toContain((await command(page)) ?? 'nothing')
    })
  })

  it('are not offered without JavaScript, and the defaults stand', async () => {
    await read(ETCD, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.wm-values').isVisible()).toBe(false)
      expect(await command(page)).toContain('--listen-client-urls http://127.0.0.1:2379')
    })
  })
})

describeInBrowser('the viewers', ({ read }) => {
  it('etcd: a saved dump opens, and a value shows its type', async () => {
    const complaints = await read('lab/etcd-viewer/', {}, async (page) => {
      await page.setInputFiles('[data-etcd-file]', { name: 'dump.json', mimeType: 'application/json', buffer: Buffer.from(dump) })
      await page.locator('button.wm-etcd-key').first().click()
      expect(await page.locator('[data-etcd-value] h2').textContent()).toBe('/registry/ships/one')
      expect(await page.locator('[data-etcd-value]').textContent()).toContain('v1 Ship')
      await page.setInputFiles('[data-etcd-file]', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') })
      await page.getByRole('status').filter({ hasText: 'etcdctl' }).waitFor()
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })

  it.each([
    ['a phone', { width: 390, height: 844 }],
    ['a desk', { width: 1440, height: 900 }],
  ])('etcd: on %s the value can be left by its button, by Escape and by the way back, and the key is where one was', async (_, viewport) => {
    const complaints = await read('lab/etcd-viewer/', { viewport }, async (page) => {
      await page.setInputFiles('[data-etcd-file]', { name: 'dump.json', mimeType: 'application/json', buffer: Buffer.from(dump) })
      const key = page.locator('button.wm-etcd-key').first()
      const pane = page.locator('[data-etcd-value]')
      const leave = [() => page.locator('.wm-etcd-close').click(), () => page.keyboard.press('Escape'), () => page.goBack()]
      for (const go of leave) {
        await key.press('Enter')
        await pane.waitFor()
        // Whoever chose it by keyboard can read it at once, and still sees which key it is.
        expect(await pane.evaluate((element) => element === document.activeElement)).toBe(true)
        const keyIsSeen = async (): Promise<void> => {
          const [below, above] = [await key.boundingBox(), await pane.boundingBox()]
          expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(above?.y ?? 0)
        }
        // The key is brought into view in a frame after the pane has come.
        if (viewport.width < 600) await vi.waitFor(keyIsSeen, { timeout: 20_000, interval: 100 })
        await go()
        await pane.waitFor({ state: 'hidden' })
        expect(await key.evaluate((element) => element === document.activeElement)).toBe(true)
        expect(await key.getAttribute('aria-current')).toBeNull()
        expect(new URL(page.url()).pathname).toBe('/lab/etcd-viewer/')
      }
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })

  it.each(['light', 'dark'] as const)('Swagger UI: in the %s theme it stands on this site’s paper and can be read', async (colorScheme) => {
    await read('lab/openapi/', { colorScheme }, async (page) => {
      const methods = Object.fromEntries(['get', 'post', 'put', 'patch', 'delete'].map((method) => [method, { tags: ['fleet'], summary: 'a ship', responses: { 200: { description: 'all' } } }]))
      const description = { swagger: '2.0', info: { title: 'Ships', version: '1', description: 'With `code` and [a link](/).' }, paths: { '/ships': methods } }
      await page.setInputFiles('[data-openapi-file]', { name: 'openapi.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(description)) })
      await page.locator('.opblock-tag').first().click()
      await page.locator('.opblock-get .opblock-summary-control').first().click()
      await page.locator('.opblock-get .responses-wrapper').waitFor()
      const [sheet, paper] = await page.evaluate(() => [document.querySelector('.swagger-ui'), document.body].map((element) => element && getComputedStyle(element).backgroundColor))
      expect(sheet).toBe(paper)
      await bringAxe(page)
      // Its landmarks and headings, and what it does not name or let the keyboard reach, are Swagger UI's own; the rest is this site's.
      expect((await violations(page)).filter((one) => !/^(?:landmark-[\w-]+|heading-order|select-name|scrollable-region-focusable) at /.test(one))).toEqual([])
    })
  })

  it('Swagger UI: nothing of it is loaded before it is asked for; then it draws a saved file under the page’s own policy', async () => {
    const complaints = await read('lab/openapi/', {}, async (page) => {
      expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('swagger')).length)).toBe(0)
      const description = { swagger: '2.0', info: { title: 'Ships', version: '1' }, paths: { '/ships': { get: { tags: ['fleet'], responses: { 200: { description: 'all' } } } } } }
      await page.setInputFiles('[data-openapi-file]', { name: 'openapi.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(description)) })
      await page.locator('.opblock-tag-section').first().waitFor()
      expect(await page.locator('.wm-openapi-page .title').first().textContent()).toContain('Ships')
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })
})
