import type { AuthorPlace, PartRequest } from '../walkthrough/index.ts'

/** Where the text that names a piece of code stands in its file, for replacing it. Offsets are UTF-16 code units. */
export interface Spot {
  readonly start: number
  readonly end: number
  /** The quotation mark around it; none for text between square brackets or an unquoted value. */
  readonly quote: '"' | "'" | undefined
  /** Where further attributes of its directive go, just before the closing brace; undefined where there are none. */
  readonly more: number | undefined
}

/** What an author's words are used for. */
export type Use =
  | 'excerpt' | 'show' | 'from' | 'to' | 'note' | 'sym' | 'flag' | 'file' | 'tree' | 'trail'
  | 'stop' | 'called-by' | 'hop' | 'options' | 'alias' | 'package' | 'step-flag' | 'breakpoint' | 'parameter' // prettier-ignore

/**
 * One thing in a chapter or in the config that holds on to the source.
 *
 * - `symbol`: a declaration. An excerpt's also says which part of it is shown.
 * - `key`: a key of a composite literal inside the declaration `inside`; `fragment`: a piece of code there.
 * - `flag`, `file`, `folder`, `package` (an import path): by name. `hop`: the call in `inside` that leads to `text`.
 * - `version`: a setting that repeats the pinned tag.
 */
export interface Binding {
  readonly kind: 'symbol' | 'key' | 'fragment' | 'flag' | 'file' | 'folder' | 'package' | 'hop' | 'version'
  readonly use: Use
  /** As written. */
  readonly text: string
  readonly nth: number | undefined
  /** The symbol it stands in, as written. */
  readonly inside: string | undefined
  readonly part: PartRequest | undefined
  readonly place: AuthorPlace
  /** Undefined: it is only told about, never rewritten. */
  readonly spot: Spot | undefined
}

/** A binding with what most of them leave out. */
export function binding(given: Pick<Binding, 'kind' | 'use' | 'text' | 'place'> & Partial<Binding>): Binding {
  return { nth: undefined, inside: undefined, part: undefined, spot: undefined, ...given }
}
