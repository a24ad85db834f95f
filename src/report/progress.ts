/** What is being counted by a running piece of work. */
export type ProgressUnit = 'bytes' | 'files' | 'pages' | 'objects'

/** Where long work says how far it is. Implementations write to stderr or nowhere; they never throw. */
export interface Progress {
  /** Begins a stage; the one before it counts as finished. */
  stage(label: string): void
  /** Reports how much of the stage is done; `total` is left out where it is not known. */
  update(done: number, total: number | undefined, unit: ProgressUnit): void
  /** Says one lasting line, e.g. why a fallback was taken. */
  say(line: string): void
}

/** A progress that says nothing: for tests and `--json` consumers. */
export const silentProgress: Progress = {
  stage: () => undefined,
  update: () => undefined,
  say: () => undefined,
}
