import type { Declaration } from '../golang/index.ts'
import type { Mention } from './declaration-mentions.ts'
import type { ExcerptView } from './excerpt.ts'
import type { LinkedName } from './link-target.ts'

/** Somewhere a reader can go: an address below walkthrough and locale where the site has it, else one on the web. */
export interface Way {
  readonly address: string | undefined
  readonly url: string | undefined
}

/** A line that uses something. */
export interface UseLine extends Way {
  readonly line: number
  /** Field or key that holds what is used, e.g. `RunE`; undefined for plain uses. */
  readonly through: string | undefined
}

/** Uses that stand in one declaration, or at the top of one file. */
export interface UseGroup extends Way {
  /** How a reader calls the declaration, e.g. `app.Run`; the file's name where it is none. */
  readonly label: string
  readonly file: string
  readonly lines: readonly UseLine[]
}

/** A field, method or constant on the page of a declaration. */
export interface MemberView extends Way {
  /** Id on this page; undefined for what has a page of its own. */
  readonly id: string | undefined
  readonly kind: Declaration['kind']
  /** `Field`, or `Field.Inner` inside a struct type in a field. */
  readonly name: string
  readonly signature: string
  readonly doc: string
  readonly line: number
  readonly uses: readonly UseGroup[]
}

/** A page about a declaration: everything on it is resolved. Plain data; lines are one-based lines of the Go file. */
export interface DeclarationView {
  /** Address below walkthrough and locale, without fragment. */
  readonly address: string
  readonly declaration: Declaration
  /** `Complete`, `ServerRunOptions.Validate`. */
  readonly name: string
  readonly packageName: string
  readonly packageAddress: string | undefined
  /** The type a method belongs to. */
  readonly owner: (Way & { readonly name: string }) | undefined
  readonly source: ExcerptView
  readonly names: readonly LinkedName[]
  readonly members: readonly MemberView[]
  readonly uses: readonly UseGroup[]
  readonly callers: readonly UseGroup[]
  readonly callees: readonly UseGroup[]
  readonly mentions: readonly Mention[]
  /** Other declarations of the same symbol, for other systems. */
  readonly twins: readonly (Way & { readonly file: string; readonly line: number })[]
}

/** A declaration in the list of its package. */
export interface PackageEntry extends Way {
  readonly declaration: Declaration
  readonly name: string
  readonly synopsis: string
}

/** A page about a package. */
export interface PackageView {
  readonly address: string
  readonly importPath: string
  readonly name: string
  readonly folder: string
  readonly url: string | undefined
  readonly doc: string
  readonly entries: readonly PackageEntry[]
  /** Import paths of indexed packages that it imports, and that import it. */
  readonly imports: readonly string[]
  readonly importedBy: readonly string[]
}

/** How many lines a list of uses tells of. */
export function countUses(groups: readonly UseGroup[]): number {
  return groups.reduce((sum, { lines }) => sum + lines.length, 0)
}
