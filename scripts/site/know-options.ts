import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot, type WalkthroughConfig } from '../../src/config/index.ts'
import type { KnownOptions } from '../../src/markdown/options/index.ts'
import { factsFile, readFacts } from '../../src/options/facts/facts-file.ts'
import type { OptionsOutcome } from '../../src/options/model.ts'
import { WaymarkError, type Progress } from '../../src/report/index.ts'
import type { SourceTree } from '../../src/source/index.ts'
import { evaluateTree } from './evaluate-tree.ts'

/** A walkthrough with its tree, if there is one. */
export interface WantedOptions {
  readonly walkthrough: WalkthroughConfig
  readonly tree: SourceTree | undefined
}

/**
 * What is known about the options of each walkthrough, by id: computed from its tree, or without one the facts that were kept.
 * Walkthroughs that have neither are left out, as are those whose roots aren't there in the tree at hand.
 */
export async function knowOptions(wanted: readonly WantedOptions[], progress: Progress): Promise<Map<string, KnownOptions>> {
  const known = new Map<string, KnownOptions>()
  for (const { walkthrough, tree } of wanted) {
    if (walkthrough.options === undefined) continue
    const outcome = tree && (await computed(walkthrough, tree, progress))
    const one = outcome === undefined ? await keptFacts(walkthrough) : { outcome, withSource: true }
    if (one !== undefined) known.set(walkthrough.id, one)
  }
  return known
}

async function computed(walkthrough: WalkthroughConfig, tree: SourceTree, progress: Progress): Promise<OptionsOutcome | undefined> {
  progress.stage('Working out the options')
  try {
    return await evaluateTree(walkthrough, tree)
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error
    for (const { message } of error.diagnostics) progress.say(`The options of “${walkthrough.title.en}” could not be worked out: ${message}`)
    return undefined
  }
}

async function keptFacts({ id, source }: WalkthroughConfig): Promise<KnownOptions | undefined> {
  const file = join(projectRoot, factsFile(id))
  if (!existsSync(file)) return undefined
  const outcome = readFacts(await readFile(file, 'utf8'), 'commit' in source ? source.commit : '')
  return outcome && { outcome, withSource: false }
}
