/** How much a diagnostic matters: only `error` refuses a build. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * One problem, told the way a person can act on it.
 *
 * `file` is the file of the person who has to mend it (a chapter, the config), never a place inside Waymark.
 * `line` and `column` are one-based; columns count UTF-16 code units.
 */
export interface Diagnostic {
  /** Stable kebab-case identifier, e.g. `anchor-not-found`. */
  readonly code: string
  readonly severity: Severity
  /** One sentence: what is wrong. */
  readonly message: string
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly expected?: string | undefined
  readonly found?: string | undefined
  /** The nearest things that do exist, best first. */
  readonly candidates?: readonly string[] | undefined
  /** The command or edit that mends it. */
  readonly fix?: string | undefined
}

/** An expected failure that carries its diagnostics; anything else that is thrown is a bug in Waymark. */
export class WaymarkError extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: Diagnostic | readonly Diagnostic[], options?: ErrorOptions) {
    const list: readonly Diagnostic[] = Array.isArray(diagnostics)
      ? (diagnostics as readonly Diagnostic[])
      : [diagnostics as Diagnostic]
    super(list.map((d) => d.message).join('\n'), options)
    this.name = 'WaymarkError'
    this.diagnostics = list
  }
}
