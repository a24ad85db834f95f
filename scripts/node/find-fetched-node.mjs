import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNewEnough, OLDEST_FOR_TOOLS } from './node-versions.mjs'

/**
 * The newest Node in the cache folder that is new enough, as `{ version, binary }`; undefined when there is none.
 *
 * A folder `<package>-<version>` counts only as a whole: it appears by a rename when everything in it is in place.
 */
export function findFetchedNode(cacheFolder, packageName) {
  let best
  for (const name of existsSync(cacheFolder) ? readdirSync(cacheFolder) : []) {
    if (!name.startsWith(`${packageName}-`)) continue
    const found = readNode(join(cacheFolder, name))
    if (found === undefined || !isNewEnough(found.version, OLDEST_FOR_TOOLS)) continue
    if (best === undefined || isNewEnough(found.version, best.version)) best = found
  }
  return best
}

/** Reads an unpacked Node package: its version and where its binary stands, as its `package.json` says. */
export function readNode(folder) {
  try {
    const { version, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const binary = join(folder, typeof bin === 'string' ? bin : bin.node)
    return existsSync(binary) ? { version, binary } : undefined
  } catch {
    return undefined
  }
}
