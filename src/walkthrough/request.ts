import type { Diagnostic } from '../report/index.ts'

/** Where something stands in an author's file: what a diagnostic about it points at. */
export interface AuthorPlace {
  /** Path relative to the project's root. */
  readonly file: string
  /** One-based. */
  readonly line: number
  readonly column: number
}

/** A piece of Go code an author names, and which one when it stands there more than once. */
export interface FragmentRequest {
  readonly text: string
  /** One-based; undefined means that it has to be the only one. */
  readonly nth: number | undefined
  readonly place: AuthorPlace
}

/** Which part of a declaration is shown. */
export type PartRequest =
  | { readonly kind: 'whole' }
  | { readonly kind: 'signature' }
  /** The values of these keys of composite literals inside the declaration. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** The run of statements, fields or specs from one fragment's through another's. */
  | { readonly kind: 'run'; readonly from: FragmentRequest; readonly to: FragmentRequest | undefined }

/** An excerpt as an author asks for it. */
export interface ExcerptRequest {
  /** Full or short symbol, as written. */
  readonly symbol: string
  readonly part: PartRequest
  /** Fragment id the author chose; made from the symbol otherwise. */
  readonly id: string | undefined
  readonly notes: readonly FragmentRequest[]
  readonly place: AuthorPlace
}

/** A value, or what stood in the way of it. Warnings may come with a value. */
export type Resolved<T> =
  | { readonly kind: 'found'; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] }

export const found = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Resolved<T> => ({
  kind: 'found',
  value,
  diagnostics,
})

export const failed = (...diagnostics: [Diagnostic, ...Diagnostic[]]): { kind: 'failed'; diagnostics: [Diagnostic, ...Diagnostic[]] } => ({
  kind: 'failed',
  diagnostics,
})
