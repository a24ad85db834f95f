import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot, type WalkthroughConfig } from '../../src/config/index.ts'
import { factsFile, readFacts } from '../../src/options/facts/facts-file.ts'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import type { Progress } from '../../src/report/index.ts'
import type { ObtainedTree } from './obtain-trees.ts'

/**
 * What is known about the options of each walkthrough, by id: computed from its tree, or without one the facts that were kept.
 * Walkthroughs that have neither are left out.
 */
export async function knowOptions(trees: readonly Pick<ObtainedTree, 'walkthrough' | 'tree'>[], _progress: Progress): Promise<Map<string, KnownOptions>> {
  const known = new Map<string, KnownOptions>()
  for (const { walkthrough } of trees) {
    const kept = await keptFacts(walkthrough)
    if (kept !== undefined) known.set(walkthrough.id, kept)
  }
  return known
}

async function keptFacts({ id, source }: WalkthroughConfig): Promise<KnownOptions | undefined> {
  const file = join(projectRoot, factsFile(id))
  if (!existsSync(file)) return undefined
  const outcome = readFacts(await readFile(file, 'utf8'), 'commit' in source ? source.commit : '')
  return outcome && { outcome, withSource: false }
}
