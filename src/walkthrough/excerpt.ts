/**
 * The shapes a page is made of: what an excerpt, a note and a path are once everything in them has been resolved.
 *
 * All lines are one-based lines of the Go file. A view is plain data: it can be made from the source or, without
 * it, from the lock file; then `code` is undefined and everything else is the same.
 */

/** A run of lines that is shown, or one that is folded away and says how many lines it hides. */
export type Segment =
  | { readonly kind: 'shown'; readonly startLine: number; readonly endLine: number }
  | { readonly kind: 'elided'; readonly startLine: number; readonly endLine: number }

/** A piece of code an annotation points at. */
export interface CodeRange {
  readonly startLine: number
  /** One-based, UTF-16 code units. */
  readonly startColumn: number
  readonly endLine: number
  /** One past the last character. */
  readonly endColumn: number
}

/** A note of an excerpt, bound to code. */
export interface NoteView {
  /** One-based, in order of the code; what the reader sees in the circle. */
  readonly number: number
  /** Unique in the page, usable in a fragment. */
  readonly id: string
  /** What it is bound to; undefined when it could not be resolved and the build allows drift. */
  readonly range: CodeRange | undefined
  /** URL of its lines on the code host, where there is one. */
  readonly url: string | undefined
  /** The code under the anchor changed since its author last looked. */
  readonly changed: boolean
}

/** An excerpt of a declaration, with its notes. */
export interface ExcerptView {
  /** Unique in the page, usable in a fragment. */
  readonly id: string
  /** Full symbol, e.g. `k8s.io/kubernetes/cmd/kube-apiserver/app.Complete`. */
  readonly symbol: string
  /** Name as a reader says it, e.g. `app.Complete`. */
  readonly label: string
  /** Path relative to the tree's root. */
  readonly file: string
  readonly startLine: number
  readonly endLine: number
  /** URL of the lines at the pinned commit, where there is one. */
  readonly url: string | undefined
  /** URL of one line: `{line}` is to be replaced. */
  readonly lineUrl: string | undefined
  readonly segments: readonly Segment[]
  /** Lines `startLine`…`endLine`, without line ends; undefined when the source is not at hand. */
  readonly code: readonly string[] | undefined
  readonly notes: readonly NoteView[]
}

/** How sure it is which declaration a hop leads to: proven, or by name alone. */
export type HopStatus = 'resolved' | 'candidate'

/** The step from one stop of a path to another. */
export interface HopView {
  /** Index of the calling stop in the path. */
  readonly from: number
  /** Where the call stands, or what hands the function over. */
  readonly line: number
  readonly file: string
  readonly url: string | undefined
  readonly status: HopStatus
  /** `value`: the caller doesn't call it but hands it over, for somebody else to call. */
  readonly how: 'call' | 'value'
  /** What decides whether it runs, e.g. the field `RunE` of the closure the call stands in; undefined for a plain call. */
  readonly through: string | undefined
  /** Name of the function between the two stops, in whose body the call stands; undefined when there is none. */
  readonly via: string | undefined
}

/** A stop of a path as pages show it. */
export interface StopView {
  readonly symbol: string
  readonly label: string
  readonly summary: string
  /** Place of the declaration. */
  readonly file: string
  readonly startLine: number
  readonly endLine: number
  readonly url: string | undefined
  /** Address of the chapter on this site, with base and locale. */
  readonly href: string
  readonly chapter: string
  /** What leads here; undefined for the first stop. */
  readonly hop: HopView | undefined
  /** The first lines of the declaration, for the home page; undefined without source. */
  readonly code: readonly string[] | undefined
}
