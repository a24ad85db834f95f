/**
 * A way for the lab's pages to read what the reader's own lab answers: the API through `kubectl proxy`, and etcd.
 *
 * Browsers keep a page from reading other origins, and rightly. So the server that serves the pages to this machine fetches
 * for them, when it was asked to with `--lab-proxy`: from two loopback addresses named at the start, reading only, for pages of
 * its own origin only. It is no general proxy and is never on by itself.
 */
export { labProxy, LAB_PROXY_PREFIX, type LabProxyTargets } from './lab-proxy.ts'
export { proxyTargets } from './proxy-targets.ts'
