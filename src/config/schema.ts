import { z } from 'zod'
import { labSchema } from './lab-schema.ts'
import { localizedSchema } from './localized-schema.ts'

const commitId = z.string().regex(/^[0-9a-f]{40}$/, 'a full 40-digit commit id')
const relativePath = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\]*$/, 'a path inside the repository, with forward slashes')

/** One staging module that a module proxy serves apart from the main one, and the folder it fills. */
const stagingModuleSchema = z.strictObject({
  path: z.string(),
  version: z.string(),
  directory: relativePath,
  /** Go checksum (`h1:…`) of the zip; checked when given. */
  sum: z.string().startsWith('h1:').optional(),
})

/** Where the pinned tree comes from. */
export const sourceSchema = z.union([
  z.strictObject({
    /** Canonical repository URL; what links and errors name. */
    repository: z.string(),
    tag: z.string(),
    /** The commit the tag must point at. */
    commit: commitId,
    /** Other addresses of the same repository, tried in order after it. */
    mirrors: z.array(z.string()).default([]),
    /** The same tree as Go modules, for a module proxy. */
    module: z
      .strictObject({
        path: z.string(),
        version: z.string(),
        sum: z.string().startsWith('h1:').optional(),
        staging: z.array(stagingModuleSchema).default([]),
      })
      .optional(),
    /** URL of a run of lines, if the code is published anywhere; `{path}`, `{start}`, `{end}`, `{commit}`, `{tag}` are filled in. */
    linesUrl: z.string().optional(),
  }),
  z.strictObject({
    /** A folder that holds the tree: one of this repository, always there; or an absolute one of this machine. No network. */
    folder: relativePath.or(z.string().regex(/^(\/|[A-Za-z]:[\\/])/, 'a path inside this repository, or an absolute one')),
    /** URL of a run of lines, if the code is published anywhere. */
    linesUrl: z.string().optional(),
  }),
])

/** A stop on the path: a symbol, and the chapter that explains it. */
export const stopSchema = z.strictObject({
  symbol: z.string(),
  /** The symbol whose body holds the call that leads here; none for the first stop. */
  calledBy: z.string().optional(),
  /** Slug of the chapter, inside the walkthrough's folder. */
  chapter: z.string(),
  /** Short name for diagrams; the symbol's last part when left out. */
  label: z.string().optional(),
  /** One sentence for the home page and the diagram's description. */
  summary: localizedSchema,
})

/** Where the options of a program are made, by symbols: functions or methods of any name. */
export const optionsSchema = z.strictObject({
  /** Returns the options with their defaults. */
  constructor: z.string(),
  /** Declares the flags. */
  flags: z.string().optional(),
  /** Decides what flags left open. */
  complete: z.string().optional(),
  /** Collects objections. */
  validate: z.string().optional(),
})

/** Another version of the source: what differs there is shown beside the excerpts, from a report that `upgrade --store` wrote. */
export const versionSchema = z.strictObject({
  /** Version readers know it by, and its tag. */
  tag: z.string(),
  commit: commitId,
  /** Where the walkthrough of that version is published, if it is: each version has an address of its own. */
  url: z.string().optional(),
})

/** One walkthrough: a tree, the packages it reads, the path it follows, its chapters. */
export const walkthroughSchema = z.strictObject({
  /** Name of the chapters' folder under `content/docs`, of the lock file, of the cache entry. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: localizedSchema,
  /** What it is about, for its place on the home page: a sentence or two. */
  lead: localizedSchema.optional(),
  source: sourceSchema,
  /** Version readers know it by. */
  version: z.string(),
  /** Other versions, in the order in which readers are told about them. */
  versions: z.array(versionSchema).optional(),
  license: z.strictObject({ name: z.string(), url: z.string(), holder: z.string() }),
  /** Package folders that are read; `dir/...` means a folder and everything below it. */
  packages: z.array(relativePath).min(1),
  /** Package aliases for short symbol names: `app` → `k8s.io/kubernetes/cmd/kube-apiserver/app`. */
  aliases: z.record(z.string(), z.string()).default({}),
  path: z.array(stopSchema).min(1),
  /** Chapter slugs in reading order. */
  chapters: z.array(z.string()).min(1),
  /** What the options explorer starts from; none where it is left out. */
  options: optionsSchema.optional(),
})

/** Where this project itself is kept, so that readers can mend a page or suggest a note. */
export const projectSchema = z.strictObject({
  /** Address of the repository in a browser. */
  repository: z.url(),
  /** The branch that pages are edited on. */
  branch: z.string().default('main'),
  /** Which addresses the code host understands; told from the repository's when left out. */
  host: z.enum(['github', 'gitlab']).optional(),
})

export const configSchema = z.strictObject({
  title: z.string(),
  /** Where the project is kept; without it no page offers to be edited. */
  project: projectSchema.optional(),
  /** Where the site is published; only used for absolute links such as the sitemap's. */
  site: z.url().optional(),
  languages: z
    .array(z.strictObject({ locale: z.string(), tag: z.string(), label: z.string() }))
    .min(1),
  walkthroughs: z.array(walkthroughSchema).min(1),
  lab: labSchema.optional(),
})

/** Text by language tag; always has `en`. */
export type Localized = z.infer<typeof localizedSchema>
export type SourceConfig = z.infer<typeof sourceSchema>
/** A pinned repository, as opposed to a folder of this one. */
export type RepositoryConfig = Extract<SourceConfig, { repository: string }>
export type FolderConfig = Extract<SourceConfig, { folder: string }>
export type VersionConfig = z.infer<typeof versionSchema>
export type ProjectConfig = z.infer<typeof projectSchema>
export type StopConfig = z.infer<typeof stopSchema>
export type WalkthroughConfig = z.infer<typeof walkthroughSchema>
export type WaymarkConfig = z.infer<typeof configSchema>
export type WaymarkConfigInput = z.input<typeof configSchema>
