import { z } from 'zod'

/** Where the record stands, relative to the project's root. */
export const VERIFIED_FILE = 'content/lab/verified.json'

/** What a full run of the lab found. Written by `npm run lab -- verify` alone. */
export const verifiedSchema = z.strictObject({
  /** Day of the run, in UTC, as `2026-11-22`. */
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** System and machine it ran on, such as `linux x64`. */
  platform: z.string(),
  /** What each component said its version is. */
  versions: z.record(z.string(), z.string()),
  /** Steps in the order they ran; `outputs` counts those that were compared. */
  steps: z.array(z.strictObject({ id: z.string(), outcome: z.enum(['passed', 'skipped']), outputs: z.number().int() })),
})

export type Verified = z.infer<typeof verifiedSchema>
