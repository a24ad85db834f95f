/**
 * Says what every identifier of a Go file means: scopes, packages, fields and methods, types as far as declarations carry.
 *
 * It works from syntax alone and runs no compiler; it calls an answer resolved only when nothing else could be meant. It
 * does not check programs: of one that does not compile it says what it can.
 */
export { openResolver, type ResolvedFile, type Resolver, type ResolverOptions } from './open-resolver.ts'
export type { Reference, Target, TargetKind } from './reference.ts'
export { keepFiles } from './kept-files.ts'
export { printReferences } from './print-references.ts'
export { child, children, isIdentifier, type Syntax } from './syntax.ts'
export { valueSpecs } from './declare-file.ts'
export { receiverTypeName } from './receiver.ts'
export { digestOf, shapeOf } from './file-shape.ts'
export type { Packages } from './load-packages.ts'
export { linkedFrom, nodeOf, type Links, type PackageNode } from './package-links.ts'
export type { SourceFile } from './source-file.ts'
