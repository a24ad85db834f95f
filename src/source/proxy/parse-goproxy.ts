import { originInvalid } from '../diagnostics.ts'

/** Module proxies in order; `next` says which failures lead on to the one after. */
export type ProxyList = readonly { readonly url: string; readonly next: 'missing' | 'any' }[]

/**
 * Reads a list in `GOPROXY` syntax (Go modules reference, "Environment variables"): after a comma the next entry is asked
 * only when the one before answers 404 or 410, after a pipe on any failure. The list ends at `direct` (then the repository
 * itself is asked) or `off` (then nothing is).
 *
 * @throws WaymarkError `origin-invalid` for an entry that is no http, https or file URL.
 */
export function parseGoProxy(list: string): { readonly proxies: ProxyList; readonly then: 'direct' | 'nothing' } {
  const proxies: { url: string; next: 'missing' | 'any' }[] = []
  for (const [, entry = '', separator] of list.matchAll(/([^,|]*)([,|]|$)/g)) {
    const text = entry.trim()
    if (text === '') continue
    if (text === 'direct') return { proxies, then: 'direct' }
    if (text === 'off') break
    // Go takes an entry without a scheme as https.
    const url = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`
    if (!/^(https?|file):\/\//i.test(url) || !URL.canParse(url)) throw originInvalid(text, 'a module proxy is an http, https or file URL')
    proxies.push({ url: url.replace(/\/+$/, ''), next: separator === '|' ? 'any' : 'missing' })
  }
  return { proxies, then: 'nothing' }
}
