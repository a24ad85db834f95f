import { isIP } from 'node:net'
import { validateValue, type LabValues } from '../../../src/lab/index.ts'
import type { LabConfig } from '../../../src/config/index.ts'
import { WaymarkError } from '../../../src/report/index.ts'
import type { LabProxyTargets } from './lab-proxy.ts'

/**
 * Where the lab's values say that `kubectl proxy` and etcd answer.
 *
 * @throws WaymarkError `proxy-target` for anything but plain HTTP on this machine's loopback address.
 */
export function proxyTargets(lab: LabConfig, values: LabValues): LabProxyTargets {
  return { api: target(lab, 'PROXY_PORT', values, (port) => `http://127.0.0.1:${port}`), etcd: target(lab, 'ETCD_URL', values, (url) => url) }
}

function target(lab: LabConfig, name: string, values: LabValues, toUrl: (value: string) => string): URL {
  const value = values[name] ?? ''
  const parameter = lab.parameters.find((one) => one.name === name)
  const reason = parameter === undefined ? 'The lab has no such parameter.' : validateValue(parameter, value, 'en')
  const url = reason === undefined ? new URL(toUrl(value)) : undefined
  if (url !== undefined && url.protocol === 'http:' && isLoopback(url.hostname)) return url
  throw new WaymarkError({
    code: 'proxy-target',
    severity: 'error',
    message: `${name}: ${reason ?? 'The lab’s proxy reads only from this machine, over plain HTTP.'}`,
    expected: parameter?.default ?? 'http://127.0.0.1:<port>',
    found: value,
    fix: `Give another with --set ${name}=<value>, or leave it out.`,
  })
}

/** Names other than `localhost` are refused unresolved: what they lead to may change between the look and the request. */
function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true
  return isIP(hostname) === 4 && hostname.startsWith('127.')
}
