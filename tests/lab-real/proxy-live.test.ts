import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { CHROMIUM_FLAGS } from '../browser/setup/chromium-flags.ts'
import { findChromium } from '../browser/setup/find-chromium.ts'
import { execute, freePorts, newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** `npm start -- --lab-proxy` before a real kubectl proxy and etcd: what the pages read through it, and what it does not do. */
describe('the pages before a real lab', () => {
  let reader: Reader
  let site: ChildProcess | undefined
  let browser: Browser | undefined
  let port = 0
  let said = ''

  beforeAll(async () => {
    reader = await newReader(realServer())
    const { status, stderr } = await reader.setup(['up', 'proxy'])
    expect(stderr).toContain('kubectl-proxy')
    expect(status).toBe(0)
    port = (await freePorts(1))[0] ?? 0
    const words = ['scripts/run.mjs', 'start', '--offline', '--no-open', '--port', String(port), '--lab-proxy', String(reader.ports.proxy), '--lab-etcd', `http://127.0.0.1:${reader.ports.etcd}`]
    site = spawn(process.execPath, words, { cwd: projectRoot, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CI: 'true', NODE_ENV: 'production', TMPDIR: reader.home, WAYMARK_CACHE: join(reader.home, 'cache') } })
    for (const stream of [site.stdout, site.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()))
    await vi.waitFor(() => expect(said).toContain('Reading at'), { timeout: 240_000, interval: 500 })
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    const child = site
    if (child?.pid !== undefined && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('close', resolve))
      process.kill(-child.pid, 'SIGINT')
      await gone
    }
    await reader.bash('rm -rf ../../cache')
    await reader.leave()
  })

  const address = (path: string): string => `http://127.0.0.1:${port}/${path}`

  it('Swagger UI shows the server’s own description, and a GET tried out there answers', async () => {
    const page = await (await browser?.newContext())?.newPage()
    if (page === undefined) throw new Error('no browser')
    await page.goto(address('lab/openapi/'))
    await page.click('[data-openapi-live]')
    const version = page.locator('.opblock-tag-section', { has: page.locator('[data-tag="version"]') })
    await version.waitFor({ timeout: 120_000 })
    expect(await page.locator('.wm-openapi-page .title').first().textContent()).toContain('Kubernetes')
    await version.locator('.opblock-tag').click()
    await version.locator('.opblock-summary-control').first().click()
    await version.locator('.try-out__btn').click()
    await version.locator('.execute').click()
    await expect.poll(() => version.locator('.live-responses-table').textContent(), { timeout: 60_000 }).toContain('gitVersion')
    await page.context().close()
  })

  it('the etcd viewer shows the keys as they are now', async () => {
    const page = await (await browser?.newContext())?.newPage()
    if (page === undefined) throw new Error('no browser')
    await page.goto(address('lab/etcd-viewer/'))
    for (const name of ['before', 'after']) {
      await reader.bash(`kubectl --kubeconfig=kubeconfig --cache-dir=kubectl-cache create namespace ${name}`)
      await page.click('[data-etcd-live]')
      await page.locator(`button[data-key="/registry/namespaces/${name}"]`).waitFor({ state: 'attached', timeout: 30_000 })
    }
    await page.fill('[data-etcd-filter] input', 'namespaces/after')
    await page.click('button[data-key="/registry/namespaces/after"]')
    expect(await page.locator('[data-etcd-value]').textContent()).toContain('v1 Namespace')
    await page.context().close()
  })

  it('only reads, only for this address, and only what it was told to', async () => {
    const status = async (...words: string[]): Promise<string> => (await execute(['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '--path-as-is', ...words], { cwd: reader.home, env: process.env })).stdout
    const api = address('-/lab/api/api/v1/namespaces')
    expect(await status(api)).toBe('200')
    expect(await status('-X', 'POST', '-d', '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"written"}}', api)).toBe('405')
    expect(await status('-X', 'DELETE', `${api}/default`)).toBe('405')
    expect(await status('-H', 'Host: rebound.example', api)).toBe('403')
    expect(await status('-H', `Host: 127.0.0.1:${reader.ports.secure}`, api)).toBe('403')
    expect(await status('-H', 'Origin: http://elsewhere.example', api)).toBe('403')
    expect(await status(address('-/lab/api//elsewhere.example/'))).toBe('400')
    expect(await status(address('-/lab/etcd?prefix=/'))).toBe('400')
    const { stdout } = await reader.bash('kubectl --kubeconfig=kubeconfig --cache-dir=kubectl-cache get namespaces -o name')
    expect(stdout).toContain('namespace/default')
    expect(stdout).not.toContain('written')
  })
})
