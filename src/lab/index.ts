/**
 * The lab's steps: read from chapters, rendered for pages, scripts and tests from one source with one set of values.
 *
 * Everything here is pure apart from `loadLab`, which reads the chapters. Nothing here runs a command; that is for
 * `scripts/lab`. How a step looks on a page is decided in `src/markdown`.
 */
export { fenceKinds, platforms, type Fence, type FenceKind, type Platform, type Step, type Template, type ToolNeed } from './step.ts'
export { findVersion, formatCondition, holds, parseCondition, type VersionCondition } from './versions/condition.ts'
