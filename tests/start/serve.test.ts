import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen, siteHandler } from '../../scripts/site/index.ts'
import { WaymarkError } from '../../src/report/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A small built site, served; next to it a file that is none of its business. */
async function serveSite(): Promise<string> {
  const parent = temporaryFolder()
  const site = join(parent, 'site')
  mkdirSync(join(site, 'chapter'), { recursive: true })
  mkdirSync(join(site, '_astro'))
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  writeFileSync(join(site, 'index.html'), 'home')
  writeFileSync(join(site, 'chapter', 'index.html'), 'chapter')
  writeFileSync(join(site, '404.html'), 'nothing here')
  for (const name of ['walk.txt', 'book.md', 'walk.tour', 'book.epub']) writeFileSync(join(site, 'chapter', name), '水')
  writeFileSync(join(site, '_astro', 'page.abc123.css'), 'body {}')
  const server = await listen(siteHandler(site), { host: '127.0.0.1', port: 0, alternatives: 0 })
  onTestFinished(() => server.close())
  return server.url
}

/** Sends a path exactly as given; `fetch` would tidy it first. */
function get(url: string, path: string, method = 'GET'): Promise<{ status: number | undefined; body: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }))
    })
    call.on('error', reject).end()
  })
}

describe('serving a built site', () => {
  it('gives pages, asks for them anew each time, and keeps what is named by its content', async () => {
    const url = await serveSite()
    const page = await get(url, '/chapter/')
    expect(page).toMatchObject({ status: 200, body: 'chapter' })
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect((await get(url, '/_astro/page.abc123.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each([['walk.txt', 'text/plain; charset=utf-8'], ['book.md', 'text/markdown; charset=utf-8'], ['walk.tour', 'application/json; charset=utf-8'], ['book.epub', 'application/epub+zip']])('says what %s is', async (name, type) => {
    const { body, headers } = await get(await serveSite(), `/chapter/${name}`)
    expect([body, headers['content-type']]).toEqual(['水', type])
  })

  it('answers unknown addresses with the page for that, and the right status', async () => {
    const url = await serveSite()
    expect(await get(url, '/nowhere/')).toMatchObject({ status: 404, body: 'nothing here' })
    expect(await get(url, '/nowhere/', 'HEAD')).toMatchObject({ status: 404, body: '' })
  })

  it('leads from an address without its slash to the page, and never off the site', async () => {
    const url = await serveSite()
    expect(await get(url, '/chapter?a=b')).toMatchObject({ status: 308, headers: { location: '/chapter/?a=b' } })
    expect(await get(url, '//chapter')).toMatchObject({ status: 308, headers: { location: '/chapter/' } })
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/chapter/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00', '/%E0%A4%A'])('keeps inside its folder: %s', async (path) => {
    const { status, body } = await get(await serveSite(), path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  it('only reads', async () => {
    expect(await get(await serveSite(), '/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })
})

describe('ports', () => {
  // Ports need no site.
  const handler = siteHandler(import.meta.dirname)

  it('takes the next free one when the usual one is taken', async () => {
    const first = await listen(handler, { host: '127.0.0.1', port: 0, alternatives: 0 })
    const second = await listen(handler, { host: '127.0.0.1', port: first.port, alternatives: 20 })
    expect(second.port).toBeGreaterThan(first.port)
    await Promise.all([first.close(), second.close()])
  })

  it('says so when the one that was asked for is taken', async () => {
    const first = await listen(handler, { host: '127.0.0.1', port: 0, alternatives: 0 })
    const refused = await listen(handler, { host: '127.0.0.1', port: first.port, alternatives: 0 }).catch((error: unknown) => error)
    await first.close()
    expect(refused).toBeInstanceOf(WaymarkError)
    expect((refused as WaymarkError).diagnostics[0]).toMatchObject({
      code: 'port-in-use',
      message: `port ${first.port} on 127.0.0.1 is taken by another program`,
      fix: 'Choose another with --port, or leave --port out to get the next free one.',
    })
  })

  it('says so when the address is not one of this machine', async () => {
    const refused = await listen(handler, { host: '192.0.2.1', port: 0, alternatives: 0 }).catch((error: unknown) => error)
    expect((refused as WaymarkError).diagnostics[0]?.code).toBe('host-unknown')
  })
})

