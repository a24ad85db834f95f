import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where fetched Nodes are kept: `<cache>/node`, with `<cache>` from `WAYMARK_CACHE` or the system's place for caches. */
export function nodeCacheFolder(env = process.env) {
  const cache = env.WAYMARK_CACHE ? resolve(env.WAYMARK_CACHE) : envPaths('waymark', { suffix: '' }).cache
  return join(cache, 'node')
}
