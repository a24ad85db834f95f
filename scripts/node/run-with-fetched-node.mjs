import { dirname, delimiter } from 'node:path'
import { nodeCacheFolder } from './cache-folder.mjs'
import { fetchNode } from './fetch-node.mjs'
import { findFetchedNode } from './find-fetched-node.mjs'
import { nodePackage } from './node-package.mjs'
import { OLDEST_FOR_TOOLS } from './node-versions.mjs'
import { endLike, runNode } from './run-node.mjs'

/**
 * Runs `args` on a fetched Node, fetching it first when it is not there yet, and ends like it.
 *
 * Processes started from there find that Node first on their PATH.
 */
export async function runWithFetchedNode(args) {
  let node
  try {
    node = obtain()
  } catch (error) {
    process.stderr.write(
      `A newer Node could not be fetched: ${error instanceof Error ? error.message : String(error)}\n` +
        `Install Node ${OLDEST_FOR_TOOLS} or newer (this is ${process.versions.node}), or check npm's registry and proxy settings, and run this again.\n`,
    )
    process.exitCode = 1
    return
  }
  const env = { ...process.env, PATH: `${dirname(node.binary)}${delimiter}${process.env.PATH ?? ''}` }
  endLike(await runNode(node.binary, args, { env }))
}

function obtain() {
  const packageName = nodePackage()
  if (packageName === undefined) throw new Error(`npm has no Node package for ${process.platform} ${process.arch}`)
  const folder = nodeCacheFolder()
  const found = findFetchedNode(folder, packageName)
  if (found !== undefined) return found
  process.stderr.write(
    `Node ${process.versions.node} is older than the tools need (${OLDEST_FOR_TOOLS}).\n` +
      `Fetching a newer one through npm into ${folder}, this once (tens of megabytes) …\n`,
  )
  const fetched = fetchNode(folder, packageName)
  process.stderr.write(`Fetched Node ${fetched.version}.\n`)
  return fetched
}
