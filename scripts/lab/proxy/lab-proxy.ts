import type { IncomingMessage, RequestListener } from 'node:http'
import { refuseForeign } from './is-local-request.ts'
import { refuse } from './refuse.ts'
import { relay } from './relay.ts'
import { etcdRange } from './etcd-range.ts'

/** The two addresses the proxy reads from; both on this machine. */
export interface LabProxyTargets {
  /** `kubectl proxy`. */
  readonly api: URL
  /** etcd's client address. */
  readonly etcd: URL
}

/** Everything below this path is the proxy's: no page of the site stands there. */
export const LAB_PROXY_PREFIX = '/-/lab/'

/**
 * Answers what is below `/-/lab/` and hands everything else on.
 *
 * - `api/…`: the same path of `kubectl proxy`.
 * - `etcd?prefix=/registry/…`: the keys that begin so, with their values, as etcd's JSON.
 *
 * GET and HEAD only, for pages of this origin only (`refuseForeign`). Neither cookies nor credentials are passed on, no redirect is
 * followed, and what comes back cannot run as a page of this site.
 */
export function labProxy({ api, etcd }: LabProxyTargets, next: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url ?? '/'
    if (!path.startsWith(LAB_PROXY_PREFIX)) {
      next(request, response)
      return
    }
    const rest = path.slice(LAB_PROXY_PREFIX.length)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, 'The lab’s proxy only reads.', { Allow: 'GET, HEAD' })
      return
    }
    const foreign = refuseForeign(originOf(request))
    if (foreign !== undefined) {
      refuse(response, 403, foreign)
      return
    }
    if (rest.startsWith('api/')) {
      const below = rest.slice('api'.length)
      if (!isPlainPath(below)) {
        refuse(response, 400, 'The path leads somewhere else.')
        return
      }
      relay(request, response, { target: api, path: below, method: request.method, name: 'kubectl proxy' })
      return
    }
    if (/^etcd(?:\?|$)/.test(rest)) {
      const range = etcdRange(new URL(rest, 'http://local/').searchParams.get('prefix') ?? '/registry/')
      if (range === undefined) {
        refuse(response, 400, 'Only keys below /registry/ are read.')
        return
      }
      relay(request, response, { target: etcd, path: '/v3/kv/range', method: 'POST', body: range, name: 'etcd' })
      return
    }
    refuse(response, 404, 'The lab’s proxy knows /-/lab/api/ and /-/lab/etcd.')
  }
}

const originOf = ({ socket, headers }: IncomingMessage) => ({ remoteAddress: socket.remoteAddress, localPort: socket.localPort, headers })

/** Without what servers along the way read differently: dots that climb, backslashes, a second slash in front. */
function isPlainPath(path: string): boolean {
  const [before = ''] = path.split('?', 1)
  if (before.startsWith('//') || /[\\\0]|%(?:2e|2f|5c|00)/i.test(before)) return false
  return !before.split('/').some((part) => part === '.' || part === '..')
}
