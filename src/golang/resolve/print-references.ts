import type { Reference } from './reference.ts'

/** The references of a file as lines: with `json` one object each, else `line:column name → symbol`. */
export function* printReferences(references: Iterable<Reference>, json: boolean): Generator<string> {
  for (const reference of references) {
    if (json) {
      yield JSON.stringify(reference)
      continue
    }
    const { line, column, name, status, target, candidates } = reference
    const place = target === null || target.file === null ? '' : `  ${target.file}:${target.line ?? ''}:${target.column ?? ''}`
    const told = target?.symbol ?? (candidates.length > 0 ? `${status}: ${candidates.join(', ')}` : status)
    yield `${line}:${column}\t${name} → ${told}${place}`
  }
}
