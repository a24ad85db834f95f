import type { VersionConfig } from '../../config/index.ts'
import { factsAbout, type Differences } from '../../upgrade/index.ts'
import { codeUrl } from '../../walkthrough/code-url.ts'
import type { ExcerptRequest, ExcerptView } from '../../walkthrough/index.ts'
import type { KnownDifference } from './render-differences.ts'

/** Stored differences of a walkthrough with one of its other versions. */
export interface StoredVersion {
  readonly version: VersionConfig
  readonly differences: Differences
  /** Template of the address of lines on the code host. */
  readonly linesUrl: string | undefined
}

/**
 * What is stored about an excerpt and its notes, for each other version.
 *
 * @param notes for each note of the view, its index in the request
 */
export function knownDifferences(stored: readonly StoredVersion[], request: ExcerptRequest, view: Pick<ExcerptView, 'symbol' | 'notes'>, notes: readonly number[]): KnownDifference[] {
  return stored.flatMap(({ version, differences, linesUrl }) => {
    const facts = factsAbout(differences, view.symbol, request.part, request.notes)
    if (facts.excerpt === undefined) return []
    return [
      {
        version: version.tag,
        href: version.url,
        excerpt: facts.excerpt,
        notes: view.notes.flatMap(({ number }, i) => {
          const fact = facts.notes[notes[i] ?? -1]
          return fact === undefined ? [] : [{ number, fact }]
        }),
        urlOf: (path, start, end) => (linesUrl === undefined ? undefined : codeUrl(linesUrl, { ...version, path, start, end })),
      } satisfies KnownDifference,
    ]
  })
}
