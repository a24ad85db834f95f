import type { IncomingMessage } from 'node:http'

/** What of a request says where it comes from. */
export interface RequestOrigin {
  /** Address of the other end of the connection. */
  readonly remoteAddress: string | undefined
  /** The port the request arrived at. */
  readonly localPort: number | undefined
  readonly headers: Pick<IncomingMessage['headers'], 'host' | 'origin'> & { readonly 'sec-fetch-site'?: string | string[] | undefined }
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/

/**
 * Why a request is not one of this site's own pages on this machine; undefined when it is.
 *
 * The name in `Host` is compared because a page of another site can make its own name lead to 127.0.0.1 (DNS rebinding): the
 * connection is local then and the browser takes the answer for the other site's, but the name stays the other's.
 */
export function refuseForeign({ remoteAddress, localPort, headers }: RequestOrigin): string | undefined {
  if (remoteAddress === undefined || !LOOPBACK.test(remoteAddress)) return 'Only this machine may ask.'
  const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${localPort ?? ''}`)
  if (!names.includes((headers.host ?? '').toLowerCase())) return 'The address was reached under a name that is not its own.'
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Only pages of this site may ask.'
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host?.toLowerCase() ?? ''}`) return 'Only pages of this site may ask.'
  return undefined
}
