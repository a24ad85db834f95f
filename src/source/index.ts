/**
 * Gets the pinned Go tree onto this machine: from git, a mirror, a folder or a module proxy, checked against its pin.
 *
 * It knows repositories, modules and folders. It reads of Go only what decides which folders are needed (`go.mod` and
 * the import section of a file); what the code means is `golang`'s business.
 */
export { defaultCacheRoot } from './cache.ts'
export { cleanCache, cleanWholeCache } from './clean-cache.ts'
export { findSource, getSource, type SourceOptions } from './get-source.ts'
export { readGoMod, type GoMod, type GoModReplace } from './go-mod.ts'
export { packageFolder } from './module-folders.ts'
export { originsOf, readOrigin, type Origin } from './origin.ts'
export { scanImports } from './scan-imports.ts'
export type { SourceOrigin, SourceTree } from './source-tree.ts'
export { goFiles, type Needs, type WidenFunction } from './widen.ts'
