import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { refuse } from './refuse.ts'

/** A request to make in a page's name. */
export interface Relayed {
  readonly target: URL
  /** Path with its query. */
  readonly path: string
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly body?: string
  /** What answers there, for messages. */
  readonly name: string
}

/** Without a byte for this long it is given up. */
const SILENCE_MS = 30_000
/** Headers that say what an answer is; all others stay behind. */
const PASSED_ON = ['content-type', 'content-length', 'content-encoding', 'last-modified']

/** Makes the request and passes the answer on as it comes. */
export function relay(request: IncomingMessage, response: ServerResponse, { target, path, method, body, name }: Relayed): void {
  const { accept } = request.headers
  const headers = { Accept: accept ?? 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }) }
  let outgoing
  try {
    outgoing = httpRequest({ hostname: target.hostname.replace(/^\[|\]$/g, ''), port: target.port === '' ? 80 : target.port, path, method, headers, timeout: SILENCE_MS })
  } catch {
    refuse(response, 400, 'The path cannot be sent as it is.')
    return
  }
  const failed = (): void => {
    if (response.headersSent) response.destroy()
    else refuse(response, 502, `${name} does not answer at ${target.host}.`)
  }
  outgoing.on('timeout', () => outgoing.destroy())
  outgoing.on('error', failed)
  response.on('close', () => outgoing.destroy())
  outgoing.on('response', (answer) => {
    const status = answer.statusCode ?? 502
    if (status >= 300 && status < 400) {
      answer.resume()
      refuse(response, 502, `${name} answers with a redirect, which is not followed.`)
      return
    }
    response.writeHead(status, {
      ...Object.fromEntries(PASSED_ON.flatMap((header) => (answer.headers[header] === undefined ? [] : [[header, answer.headers[header]]]))),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // Opened by itself, an answer must not become a page of this site.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    answer.on('error', failed)
    if (request.method === 'HEAD') {
      answer.resume()
      response.end()
    } else answer.pipe(response)
  })
  outgoing.end(body)
}
