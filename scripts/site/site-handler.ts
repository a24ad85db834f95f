import { readFileSync, existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

/**
 * Answers requests from a built site: its files, its 404 page, and nothing else.
 *
 * File names under `_astro/` hold a hash of their content and may be kept for ever; everything else is asked for again, so that a
 * rebuilt page is never an old one. Pages carry their Content-Security-Policy themselves; headers add what only they can say.
 */
export function siteHandler(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const notFound = existsSync(join(folder, '404.html')) ? readFileSync(join(folder, '404.html')) : Buffer.from('Not found\n')
  const serve = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      // sirv leaves out in which characters texts are written, and takes no tour for one.
      const type = TEXTS[extname(path)]
      if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`)
      response.setHeader('Cache-Control', path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return (request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?', 2)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end()
    } else if (lacksSlash(folder, path)) {
      // Addresses end in a slash; leading slashes are folded, or `//host` would lead away from here.
      const place = `/${path.replace(/^\/+/, '')}/${query === undefined ? '' : `?${query}`}`
      response.writeHead(308, { ...headers, Location: place }).end()
    } else {
      serve(request, response, () => {
        response.writeHead(404, { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
        response.end(request.method === 'HEAD' ? undefined : notFound)
      })
    }
  }
}

/** Media types of exports that are opened in a browser. */
const TEXTS: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.md': 'text/markdown', '.tour': 'application/json' }

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Whether `path` names a folder with a page in it, but doesn't end in a slash. */
function lacksSlash(folder: string, path: string): boolean {
  if (path.endsWith('/') || path.includes('\\')) return false
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return false
  }
  if (decoded.includes('\0') || decoded.split(/[/\\]/).includes('..')) return false
  const page = statSync(join(folder, decoded, 'index.html'), { throwIfNoEntry: false })
  return page?.isFile() === true
}
