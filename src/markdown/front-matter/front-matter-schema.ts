/** A schema as far as finding what it refuses needs: what zod and its JSON schemas have in common with others of their kind. */
export interface FrontMatterSchema {
  /** What is wrong with values. Keys that it does not know it may pass over. */
  readonly issuesOf: (data: unknown) => readonly FrontMatterIssue[]
  /** The same schema as JSON Schema, for the names of keys. */
  readonly shape: ObjectSchema
}

/** As zod 4 tells it. */
export interface FrontMatterIssue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  /** The type that was expected, of an `invalid_type`. */
  readonly expected?: string | undefined
  /** What may stand there, of an `invalid_value`. */
  readonly values?: readonly unknown[] | undefined
  /** What each alternative says, of an `invalid_union`. */
  readonly errors?: readonly (readonly FrontMatterIssue[])[] | undefined
}

/** The part of JSON Schema that names keys. */
export interface ObjectSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, ObjectSchema>>
  /** Present and not `false`: any other key will do. */
  readonly additionalProperties?: unknown
  readonly anyOf?: readonly ObjectSchema[]
  readonly items?: ObjectSchema
}

/** What an issue expects, in words. */
export function expectedOf({ code, expected, values, errors, message }: FrontMatterIssue): string {
  if (code === 'invalid_value' && values !== undefined) return values.map(String).join(' or ')
  // An alternative that goes into the value's parts says nothing of the value as a whole.
  if (errors !== undefined) return [...new Set(errors.flatMap((some) => some.filter(({ path }) => path.length === 0).map(expectedOf)))].join(' or ') || message
  return expected ?? message
}

/** Keys that no part of the schema knows, as paths. */
export function unknownKeys(data: unknown, shape: ObjectSchema, path: readonly PropertyKey[] = []): { readonly path: readonly PropertyKey[]; readonly known: readonly string[] }[] {
  const shapes = alternatives(shape)
  if (Array.isArray(data)) {
    const items = shapes.flatMap(({ items }) => items ?? [])
    return items.length === 0 ? [] : (data as unknown[]).flatMap((item, at) => unknownKeys(item, { anyOf: items }, [...path, at]))
  }
  if (typeof data !== 'object' || data === null) return []
  const open = shapes.some(({ type = 'object', properties, additionalProperties = properties === undefined }) => type === 'object' && additionalProperties !== false)
  const objects = shapes.map(({ properties }) => properties).filter((properties) => properties !== undefined)
  if (open || objects.length === 0) return []
  const known = [...new Set(objects.flatMap((properties) => Object.keys(properties)))]
  return Object.entries(data).flatMap(([key, value]) => {
    const within = objects.flatMap((properties) => properties[key] ?? [])
    return within.length === 0 ? [{ path: [...path, key], known }] : unknownKeys(value, { anyOf: within }, [...path, key])
  })
}

function alternatives(shape: ObjectSchema): readonly ObjectSchema[] {
  return shape.anyOf === undefined ? [shape] : shape.anyOf.flatMap(alternatives)
}
