/** A declaration named in brackets: `[Name]`, `[Type.Method]`, `[pkg.Name]`, `[encoding/json.Decoder]`, or a package. */
export interface DocName {
  /** As the comment calls the package: an import path or a package's name; undefined for the package of the comment. */
  readonly qualifier: string | undefined
  /** `Name` or `Type.Method`; undefined for a package. */
  readonly name: string | undefined
}

/** A piece of running text. */
export type DocInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** What names in brackets lead to is for the reader to find; `text` is without brackets. */
  | { readonly kind: 'name'; readonly text: string; readonly name: DocName }

/** An item of a list; `number` is what the author wrote. */
export interface DocItem {
  readonly number: string | undefined
  readonly paragraphs: readonly (readonly DocInline[])[]
}

/** A piece of a doc comment. */
export type DocBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly DocInline[] }
  | { readonly kind: 'heading'; readonly content: readonly DocInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly DocItem[]; readonly spread: boolean }
