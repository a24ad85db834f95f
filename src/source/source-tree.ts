/** How a tree was obtained. */
export type SourceOrigin =
  | { readonly kind: 'git'; readonly url: string }
  | { readonly kind: 'proxy'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }

/**
 * A Go source tree on this machine.
 *
 * Paths that name files of it elsewhere are relative to `root`, use forward slashes, and are canonical: a
 * symbolic link such as `vendor/k8s.io/x` is never used where its target lies in the tree.
 */
export interface SourceTree {
  /** Absolute path. */
  readonly root: string
  /** Canonical repository URL, or undefined for a folder of unknown descent. */
  readonly repository: string | undefined
  readonly tag: string | undefined
  /** 40-digit commit id; undefined where it cannot be known (a folder without `.git`). */
  readonly commit: string | undefined
  readonly origin: SourceOrigin
  /** True when `commit` is the pinned one. */
  readonly pinned: boolean
  /** Every top-level folder of the repository, present in `root` or not (a sparse checkout holds only some). */
  readonly topLevel: readonly string[]
}
