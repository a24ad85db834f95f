import type { PackageNode, Resolver } from '../resolve/index.ts'
import { NO_ANSWER, type FileAnswer } from './file-answer.ts'
import { readRoles } from './read-roles.ts'

/** Links as plain data: node, import path, and the folder it leads to. */
export type LinkRow = readonly [PackageNode, string, string]

/** Resolves one file and tells what its identifiers do. */
export async function answerFile(resolver: Resolver, file: string): Promise<FileAnswer> {
  const before = resolver.diagnostics.length
  const resolved = await resolver.resolve(file)
  if (resolved === undefined) return NO_ANSWER
  return { references: resolved.references, roles: readRoles(resolved), diagnostics: resolver.diagnostics.slice(before) }
}

/** Every link that a resolver has followed so far. */
export async function linkRows(resolver: Resolver): Promise<LinkRow[]> {
  const { links } = await resolver.packages()
  return [...links].flatMap(([node, led]) => [...led].map(([importPath, to]): LinkRow => [node, importPath, to]))
}
