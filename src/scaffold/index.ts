/**
 * Draws up a new walkthrough of any Go project: from an entry along the calls that are proven, to a config and first chapters.
 *
 * It computes texts and asks questions of an index; it fetches nothing, writes nothing, and knows no particular project.
 */
export { findEntry } from './find-entry.ts'
export { readLicense, type LicenseNote } from './read-license.ts'
export { nameOf, linesUrlOf } from './repository-names.ts'
export { provenCalls, type Callee, type CallsOf, type FunctionCalls } from './proven-calls.ts'
export { tracePath, type PathEnd, type TracedPath, type TracedStop } from './trace-path.ts'
export { chooseAliases } from './choose-aliases.ts'
export { draftWalkthrough, type Draft } from './draft-walkthrough.ts'
export { frameworkPackage, isFrameworkFile } from './framework-files.ts'
export { projectReadme } from './project-readme.ts'
