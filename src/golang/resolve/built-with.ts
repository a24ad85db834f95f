import type { SourceFile } from './source-file.ts'

/**
 * Whether a file is certainly built wherever the asking one is: files of the build with one another, and with a file for
 * another system those without a constraint, or with one that the asking file's includes.
 */
export function isBuiltWith(source: SourceFile, asker: SourceFile): boolean {
  const { constraint } = source
  if (asker.built) return source.built
  return source === asker || constraint === undefined || constraint === asker.constraint || includes(asker.constraint, constraint)
}

/** Whether `all` of several terms hold only where `some` do; expressions with alternatives are not looked into. */
function includes(all: string | undefined, some: string): boolean {
  if (all === undefined || /[|()]/.test(all) || /[|()]/.test(some)) return false
  const terms = new Set(all.split(' && '))
  return some.split(' && ').every((term) => terms.has(term))
}
