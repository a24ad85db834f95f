import type { LabConfig } from '../config/index.ts'
import type { Step } from './step.ts'
import type { Verified } from './verified.ts'

/** The lab as its chapters tell it. */
export interface Lab {
  readonly config: LabConfig
  /** In the order of the chapters. */
  readonly steps: readonly Step[]
  /** What the last full run found; undefined before there was one. */
  readonly verified: Verified | undefined
}
