/**
 * Excerpts in every state on one page, to be looked at: `node tests/render/demo.ts <folder>`.
 *
 * Writes `light.html` and `dark.html` and, where a Chromium is at hand, pictures at several widths, without script and
 * printed.
 */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../browser/setup/find-chromium.ts'
import { writeDemoPage } from './demo-page.ts'

const folder = resolve(process.argv[2] ?? join('reports', 'excerpt-demo'))
const pages = { light: await writeDemoPage(folder, 'light'), dark: await writeDemoPage(folder, 'dark') }
process.stdout.write(`${pages.light}\n`)

const chromiumPath = findChromium()
if (chromiumPath !== undefined) {
  const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ')
  const browser = await chromium.launch({ executablePath: chromiumPath, args })
  const shots = [[1440, 'light', true], [1440, 'dark', true], [1440, 'light', false], [1024, 'light', true], [390, 'light', true], [390, 'dark', false]] as const
  for (const [width, theme, script] of shots) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script })
    const tab = await context.newPage()
    tab.on('pageerror', (error) => process.stderr.write(`${error.message}\n`))
    await tab.goto(pathToFileURL(pages[theme]).href)
    await tab.screenshot({ path: join(folder, `${width}-${theme}${script ? '' : '-no-script'}.png`), fullPage: true })
    if (width === 390 && script) {
      for (const marker of (await tab.locator('#open .wm-marker').all()).slice(2, 4)) await marker.click()
      await tab.locator('#open-L45').evaluate((line) => line.scrollIntoView({ block: 'start' }))
      await tab.screenshot({ path: join(folder, '390-opened.png') })
    }
    if (width === 1440 && script && theme === 'light') {
      await tab.setViewportSize({ width: 700, height: 900 })
      await tab.emulateMedia({ media: 'print' })
      await tab.screenshot({ path: join(folder, 'print.png'), fullPage: true })
      await tab.pdf({ path: join(folder, 'print.pdf'), format: 'A4' })
      await tab.emulateMedia({ media: 'screen' })
      await tab.setViewportSize({ width: 1440, height: 900 })
      await tab.locator('#open .wm-note').nth(2).hover()
      await tab.screenshot({ path: join(folder, '1440-hover.png') })
    }
    await context.close()
  }
  await browser.close()
}
