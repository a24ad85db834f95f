/**
 * Binding prose to code: anchors, excerpts, the call path, and the lock file that remembers where they stood.
 *
 * A `Book` answers everything a chapter asks of its walkthrough, from the source or, without it, from the lock file.
 * This folder knows neither Markdown nor HTML.
 */
export { createBook, type Book, type BookParts, type InlineView, type SourceStatus } from './book.ts'
export type { Binder, BoundSymbol, CodePlace } from './binder.ts'
export { CODE, declarationAddress, declarationAddresses, type DeclarationAddresses } from './declaration-address.ts'
export { docNames } from './declaration-doc.ts'
export { codePages, type CodePages } from './declaration-pages.ts'
export type { Mention } from './declaration-mentions.ts'
export { countUses, type DeclarationView, type MemberView, type PackageEntry, type PackageView, type UseGroup, type UseLine, type Way } from './declaration-view.ts'
export { sectionOf } from './package-view.ts'
export { USE_IDS, useCounts, type UseCount } from './use-counts.ts'
export type { CodeRange, ExcerptView, HopStatus, NoteView, Segment, StopView } from './excerpt.ts'
export { pageOfLine } from './page-of-line.ts'
export { pathPackages, type PathPackage } from './path-packages.ts'
export { openLinker, type Linker, type LinkerOptions } from './linker.ts'
export type { DeclaredTarget, LinkedName, LinkTarget, LocalTarget, NameCard, OutsideTarget, PackageTarget } from './link-target.ts'
export { emptyLock, fingerprintOf, formatLock, lockSchema, type Lock } from './lock.ts'
export { lockBinder } from './lock-binder.ts'
export { readLock, lockFile } from './read-lock.ts'
export { openBook, type OpenBook } from './open-book.ts'
export { recordingBinder } from './recording-binder.ts'
export { sourceBinder } from './source-binder.ts'
export {
  failed,
  found,
  type AuthorPlace,
  type ExcerptRequest,
  type FragmentRequest,
  type PartRequest,
  type Resolved,
} from './request.ts'
