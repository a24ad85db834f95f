/** Prints the path of the Node that the npm scripts run on, once it is here; exit code 1 when it is not. */
import { nodeCacheFolder } from './cache-folder.mjs'
import { findFetchedNode } from './find-fetched-node.mjs'
import { nodePackage } from './node-package.mjs'
import { isNewEnough, OLDEST_FOR_TOOLS } from './node-versions.mjs'

const binary = isNewEnough(process.versions.node, OLDEST_FOR_TOOLS)
  ? process.execPath
  : findFetchedNode(nodeCacheFolder(), nodePackage())?.binary
if (binary === undefined) process.exitCode = 1
else process.stdout.write(`${binary}\n`)
