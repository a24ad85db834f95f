import type { KnownOptions } from '../../src/markdown/options/index.ts'
import { factsFile, formatFacts } from '../../src/options/facts/facts-file.ts'
import type { Book } from '../../src/walkthrough/index.ts'

/**
 * Files with what is known about the options of pinned repositories, for builds that will not have their source. A folder of
 * this project is always at hand, and what another version's source says isn't this one's.
 */
export function factsToKeep(books: Iterable<Book>, known: ReadonlyMap<string, KnownOptions>): Map<string, string> {
  const files = new Map<string, string>()
  for (const { walkthrough, status } of books) {
    const options = known.get(walkthrough.id)
    if (options?.withSource !== true || !('commit' in walkthrough.source) || !['pinned', 'matching'].includes(status)) continue
    files.set(factsFile(walkthrough.id), formatFacts(options.outcome, walkthrough.source.commit))
  }
  return files
}
