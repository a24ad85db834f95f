import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labProxy, proxyTargets } from '../../scripts/lab/proxy/index.ts'
import { etcdRange } from '../../scripts/lab/proxy/etcd-range.ts'
import { refuseForeign } from '../../scripts/lab/proxy/is-local-request.ts'
import { loadConfig } from '../../src/config/index.ts'
import { resolveValues } from '../../src/lab/index.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let api: Server
let etcd: Server
let site: Server
let port = 0
const seen: string[] = []

const listen = (server: Server): Promise<number> => new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))

/** Asks as a program would that is free to write any header and any path. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = ''
      answer.on('data', (part: Buffer) => (body += part.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

beforeAll(async () => {
  api = createServer((asked, answer) => {
    seen.push(`${asked.method ?? ''} ${asked.url ?? ''} ${JSON.stringify(Object.keys(asked.headers).sort())}`)
    if (asked.url === '/away') answer.writeHead(302, { Location: 'http://elsewhere.invalid/' }).end()
    else answer.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': 'a=b' }).end('<script>1</script>')
  })
  etcd = createServer((asked, answer) => {
    let body = ''
    asked.on('data', (part: Buffer) => (body += part.toString()))
    asked.on('end', () => answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ method: asked.method, url: asked.url, body: JSON.parse(body) as unknown })))
  })
  const targets = { api: new URL(`http://127.0.0.1:${await listen(api)}`), etcd: new URL(`http://127.0.0.1:${await listen(etcd)}`) }
  site = createServer(labProxy(targets, (_, answer) => answer.end('the site')))
  port = await listen(site)
})

afterAll(() => {
  for (const server of [api, etcd, site]) server.close()
})

describe('the lab’s proxy', () => {
  it('leaves every other path to the site', async () => {
    expect((await ask('/lab/openapi/')).body).toBe('the site')
    expect((await ask('/-/labs/api/x')).body).toBe('the site')
  })

  it('reads the API, with neither credentials nor cookies either way, and as nothing that could run', async () => {
    seen.length = 0
    const answer = await ask('/-/lab/api/openapi/v2?a=b', { headers: { Cookie: 'secret=1', Authorization: 'Bearer x', Accept: 'application/json' } })
    expect(answer.status).toBe(200)
    expect(seen).toEqual(['GET /openapi/v2?a=b ["accept","connection","host"]'])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    seen.length = 0
    expect((await ask('/-/lab/api/api/v1/namespaces', { method })).status).toBe(405)
    expect(seen).toEqual([])
  })

  it.each([
    ['another name for this address', { Host: 'rebound.example' }],
    ['the right name with another port', { Host: '127.0.0.1:1' }],
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of another port', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign origin', { Origin: 'https://elsewhere.invalid' }],
  ])('refuses %s', async (_, headers) => {
    seen.length = 0
    expect((await ask('/-/lab/api/version', { headers })).status).toBe(403)
    expect(seen).toEqual([])
  })

  it.each(['/-/lab/api//elsewhere.invalid/', '/-/lab/api/../etcd', '/-/lab/api/a/..%2fb', '/-/lab/api/%2e%2e/b', '/-/lab/api/a\\b'])('refuses the path %s', async (path) => {
    seen.length = 0
    expect((await ask(path)).status).toBe(400)
    expect(seen).toEqual([])
  })

  it('follows no redirect', async () => {
    const answer = await ask('/-/lab/api/away')
    expect([answer.status, answer.headers.location]).toEqual([502, undefined])
  })

  it('reads a range of keys from etcd, below /registry/ only', async () => {
    const { body } = JSON.parse((await ask('/-/lab/etcd?prefix=/registry/pods/')).body) as { body: { key: string; range_end: string } }
    expect([body.key, body.range_end].map((text) => Buffer.from(text, 'base64').toString())).toEqual(['/registry/pods/', '/registry/pods0'])
    expect((await ask('/-/lab/etcd?prefix=/')).status).toBe(400)
    expect(etcdRange('/registryx')).toBeUndefined()
  })

  it('says who does not answer', async () => {
    const server = createServer(labProxy({ api: new URL('http://127.0.0.1:9'), etcd: new URL('http://127.0.0.1:9') }, (_, answer) => answer.end()))
    const url = `http://127.0.0.1:${await listen(server)}/-/lab/etcd`
    const answer = await fetch(url)
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({ message: 'etcd does not answer at 127.0.0.1:9.' })
    server.close()
  })

  it('answers this machine alone', () => {
    const headers = { host: 'localhost:80' }
    expect(refuseForeign({ remoteAddress: '10.0.0.7', localPort: 80, headers })).toBe('Only this machine may ask.')
    expect(refuseForeign({ remoteAddress: '::1', localPort: 80, headers })).toBeUndefined()
  })
})

describe('the targets', () => {
  it.each(['http://10.0.0.1:2379', 'https://127.0.0.1:2379', 'http://etcd.example:2379', 'http://127.0.0.1.example:2379', 'ftp://127.0.0.1'])('%s is refused', async (url) => {
    const { lab } = await loadConfig()
    expect(lab).toBeDefined()
    expect(() => proxyTargets(lab!, { ...resolveValues(lab!.parameters), ETCD_URL: url })).toThrow()
  })

  it('are the lab’s own by default', async () => {
    const { lab } = await loadConfig()
    const { api: kubectl, etcd: keys } = proxyTargets(lab!, resolveValues(lab!.parameters))
    expect([kubectl.href, keys.href]).toEqual(['http://127.0.0.1:8080/', 'http://127.0.0.1:2379/'])
  })
})
