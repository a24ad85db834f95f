/**
 * Finding, fetching and using a Node that is new enough. Knows nothing of what will run on it.
 *
 * Plain JavaScript throughout: these files run on the Node that is too old for the rest.
 */
export { fetchNode } from './fetch-node.mjs'
export { findFetchedNode } from './find-fetched-node.mjs'
export { runInOrder, runNode } from './run-node.mjs'
export { runWithFetchedNode } from './run-with-fetched-node.mjs'
