import { z } from 'zod'
import { localizedSchema } from './localized-schema.ts'

/**
 * What a parameter's value is; decides how it is checked.
 *
 * - `path`: absolute, or below the reader's home as `$HOME/…` or `~/…`.
 * - `location`: a URL of any usual scheme, or a path.
 * - `url`: http or https, with a host.
 * - `text`: anything on one line.
 */
export const parameterTypes = ['path', 'port', 'ip', 'url', 'location', 'name', 'version', 'text'] as const

/** A value a type would accept and this parameter does not, and why. */
const refusalSchema = z.strictObject({
  /** JavaScript regular expression, searched for in the value (flag `u`). */
  pattern: z.string(),
  reason: localizedSchema,
})

/** Something in the lab's commands that a reader may choose. */
export const parameterSchema = z.strictObject({
  /** As it stands in commands: `{{LAB_DIR}}`. */
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'capitals, digits and underscores'),
  type: z.enum(parameterTypes),
  /** May name parameters before it: `{{LAB_DIR}}/bin`. `$HOME/…` is below the home folder of whoever runs it. */
  default: z.string(),
  /** What it is, in one sentence. */
  help: localizedSchema,
  refuse: z.array(refusalSchema).default([]),
})

/** A program the lab uses, and how it tells its version. */
export const toolSchema = z.strictObject({
  /** As steps name it, in `tools="go>=1.20"` and `when="kubernetes<1.24"`. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Prints the version, as its first dotted number. Default: `<name> --version`. */
  version: z.string().optional(),
  /** The executable looked for. Default: the name. */
  executable: z.string().optional(),
  /** The version where the program tells none, as a build without release flags does (0.0.0). */
  fallback: z.string().optional(),
  /** Where an older version of something else is content with an older version of this: what steps demand is then lowered to it. */
  lowered: z
    .array(
      z.strictObject({
        /** As on fences: `kubernetes<1.24`. */
        when: z.string().regex(/^[a-z][a-z0-9-]*(<=|>=|<|>|=)v?\d+(\.\d+)*$/, 'a condition such as go<1.21'),
        /** The version that is then enough. */
        to: z.string().regex(/^\d+(\.\d+)*$/, 'a dotted number'),
        reason: z.string(),
      }),
    )
    .default([]),
})

/** Values that suit readers in some place, set together: mirrors of what the lab downloads. */
export const presetSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localizedSchema,
  values: z.record(z.string(), z.string()),
})

/** The lab: its chapters below `content/docs/lab`, and everything in its commands that varies. */
export const labSchema = z.strictObject({
  /** The walkthrough whose code the lab's pages speak of. */
  walkthrough: z.string(),
  /** What the menu calls it. */
  title: localizedSchema.default({ en: 'The lab' }),
  /** Chapter slugs in reading order. */
  chapters: z.array(z.string()).min(1),
  parameters: z.array(parameterSchema).min(1),
  tools: z.array(toolSchema).default([]),
  /** Presets a reader can take in one click, such as mirrors. */
  mirrors: z.array(presetSchema).default([]),
  /** The program whose flags are checked against the walkthrough's code, by the words that begin its command. */
  program: z.strictObject({
    commands: z.array(z.string()).min(1),
    /** The step whose service starts it: what debugger set-ups are made from. */
    step: z.string(),
    /** Folder of its main package in the source, for debuggers that build. */
    package: z.string(),
    /** Where the source stands in the lab. */
    source: z.string(),
    /** Where a debugger stops, as Delve names places: a function, and lines below its `func` line. */
    breakpoint: z.string(),
  }),
})

export type ParameterType = (typeof parameterTypes)[number]
export type ParameterConfig = z.infer<typeof parameterSchema>
export type ToolConfig = z.infer<typeof toolSchema>
export type PresetConfig = z.infer<typeof presetSchema>
export type LabConfig = z.infer<typeof labSchema>
/** The same as an author writes it, defaults left out. */
export type LabConfigInput = z.input<typeof labSchema>
