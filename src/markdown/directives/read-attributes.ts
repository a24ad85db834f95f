import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { nearest, type Diagnostic } from '../../report/index.ts'
import type { AuthorPlace } from '../../walkthrough/index.ts'

/** Any of the three forms of a directive. */
export type Directive = ContainerDirective | LeafDirective | TextDirective

/** What a directive's attributes were, and what is wrong with them. */
export interface ReadAttributes<Name extends string> {
  readonly values: Readonly<Partial<Record<Name, string>>>
  readonly diagnostics: readonly Diagnostic[]
}

/** Attributes that remark-directive makes of the shorthands `#id` and `.class`; authors of any directive may use `id`. */
const COMMON = ['id']

/**
 * Reads the attributes a directive may have and reports those it may not, with the nearest that exist; reports
 * required ones that are missing or empty.
 */
export function readAttributes<Name extends string>(
  directive: Directive,
  place: AuthorPlace,
  allowed: readonly Name[],
  required: readonly Name[] = [],
): ReadAttributes<Name> {
  const diagnostics: Diagnostic[] = []
  const values: Partial<Record<string, string>> = {}
  for (const [name, value] of Object.entries(directive.attributes ?? {})) {
    if ((allowed as readonly string[]).includes(name) || COMMON.includes(name)) values[name] = value ?? ''
    else {
      diagnostics.push({
        code: 'attribute-unknown',
        severity: 'error',
        message: `The directive "${directive.name}" has no attribute "${name}".`,
        ...place,
        expected: allowed.join(', ') || 'no attributes',
        found: name,
        candidates: nearest(name, allowed),
        fix: `Remove it or correct its name.`,
      })
    }
  }
  for (const name of required) {
    if ((values[name] ?? '').trim() !== '') continue
    diagnostics.push({
      code: 'attribute-missing',
      severity: 'error',
      message: `The directive "${directive.name}" needs the attribute "${name}".`,
      ...place,
      expected: `${name}="…"`,
      found: name in values ? 'an empty value' : 'none',
      fix: `Add ${name}="…" between the braces.`,
    })
  }
  return { values: values as Partial<Record<Name, string>>, diagnostics }
}

/** Where a directive begins, in the author's file. */
export function placeOf(directive: { readonly position?: Directive['position'] }, file: string): AuthorPlace {
  const start = directive.position?.start
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 }
}
