/**
 * Tells where declarations are used: every reference of every indexed file, turned around; who calls whom, and how.
 *
 * How one function leads to another that it may not call itself is for `../calls` to say.
 *
 * It counts only what is resolved, and so may miss a use, but never invents one. What an identifier means is found in
 * `../resolve`; nothing here knows scopes or types.
 */
export { openCrossReferences, type CrossReferenceOptions } from './open-cross-references.ts'
export type { CallEdge, CrossReferences, Use } from './cross-references.ts'
