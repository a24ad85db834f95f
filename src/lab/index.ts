/**
 * The lab's steps: read from chapters, rendered for pages, scripts and tests from one source with one set of values.
 *
 * Everything here is pure apart from `loadLab`, which reads the chapters. Nothing here runs a command; that is for
 * `scripts/lab`. How a step looks on a page is decided in `src/markdown`.
 */
export { fenceKinds, platforms, type Fence, type FenceKind, type Platform, type Step, type Template, type ToolNeed } from './step.ts'
export { findVersion, formatCondition, holds, parseCondition, type VersionCondition } from './versions/condition.ts'
export { formatValue, quoteShell, readSettings, resolveValues, validateValue, type LabValues, type ValueFormat } from './parameters/index.ts'
export { dlvCommands, golandSettings, launchJson } from './debuggers.ts'
export type { Lab } from './lab.ts'
export { loadLab, readVerified, type LoadedLab } from './load-lab.ts'
export { compareOutputs, type ComparedOutput } from './output/compare-outputs.ts'
export { matchOutput, type OutputMismatch } from './output/match-output.ts'
export { readTranscript, type Transcript } from './output/read-transcript.ts'
export { readPage } from './read/read-page.ts'
export { readStep, type ReadStep } from './read/read-step.ts'
export { renderFence, renderPlain, renderShell, renderStep, type RenderedFence, type RenderedPiece, type RenderedStep } from './render-step.ts'
export { buildScript, type BuildOptions } from './script/build-script.ts'
export { labDownloads, stepDownload, type LabDownload } from './script/lab-downloads.ts'
export { portOf } from './script/step-functions.ts'
export { changedIn, componentsOf, originSchema, VERIFIED_FILE, verifiedSchema, type Origin, type Verified } from './verified.ts'
