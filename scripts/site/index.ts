/**
 * From walkthroughs to a folder of pages, and from that folder to a browser: what `start`, `build` and `dev` share.
 *
 * What a page looks like is decided in `src/site`, what it says in `content`. Here stands only the order of the steps,
 * and what happens to files, ports and failures on the way.
 */
export { buildSite, type BuildOptions, type BuiltSite } from './build-site.ts'
export { hearLog } from './build-log.ts'
export { inputsKey } from './inputs-key.ts'
export { keptKey, keepKey } from './kept-key.ts'
export { knowOptions } from './know-options.ts'
export { listen, type Listening } from './listen.ts'
export { obtainTrees, type ObtainedTree } from './obtain-trees.ts'
export { openBooks, type OpenedBook } from './open-books.ts'
export { prepareWriting } from './prepare-writing.ts'
export { readConfigAnew } from './read-config-anew.ts'
export { siteConfig } from './site-config.ts'
export { siteHandler } from './site-handler.ts'
