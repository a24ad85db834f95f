/** Everything the API server writes stands below this. */
const ROOT = '/registry/'
/** Keys at most: a fresh lab has some two hundred. */
const LIMIT = 20_000

/**
 * The body of etcd's range request for all keys with a prefix, in the JSON of its gateway, where bytes are base64; undefined for a
 * prefix outside the API server's own.
 */
export function etcdRange(prefix: string): string | undefined {
  if (!prefix.startsWith(ROOT)) return undefined
  const start = Buffer.from(prefix, 'utf8')
  // The first key behind all that begin so: the last byte one higher. UTF-8 never ends in 0xff.
  const end = Buffer.from(start)
  end[end.length - 1] = (end.at(-1) ?? 0) + 1
  return JSON.stringify({ key: start.toString('base64'), range_end: end.toString('base64'), limit: LIMIT })
}
