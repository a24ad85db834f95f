import { projectRoot, type WalkthroughConfig, type WaymarkConfig } from '../../src/config/index.ts'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { findSource, getSource, type SourceTree } from '../../src/source/index.ts'

/** A walkthrough with the tree it will be read from; none where it could not be had. */
export interface ObtainedTree {
  readonly walkthrough: WalkthroughConfig
  readonly tree: SourceTree | undefined
  /** Why there is no tree; empty where nobody asked for one. */
  readonly problems: readonly Diagnostic[]
}

/** How hard to try. */
export interface ObtainOptions {
  readonly config: WaymarkConfig
  /** Folder or URL to take pinned repositories from, instead of what the config says. */
  readonly source: string | undefined
  /** Only what is on this machine already. */
  readonly offline: boolean
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Gets the tree of every walkthrough. What cannot be had is told in `problems`, not thrown. */
export async function obtainTrees({ config, source, offline, progress, signal }: ObtainOptions): Promise<ObtainedTree[]> {
  const obtained: ObtainedTree[] = []
  for (const walkthrough of config.walkthroughs) {
    const bundled = 'folder' in walkthrough.source
    const options = {
      projectRoot,
      env: process.env,
      progress,
      signal,
      offline,
      needs: resolverNeeds,
      // A folder of this project is always at hand: nothing else can stand for it.
      ...(source === undefined || bundled ? {} : { override: source }),
    }
    try {
      // A named source is taken even offline: a folder needs no network.
      const tree = offline && source === undefined ? await findSource(walkthrough, options) : await getSource(walkthrough, options)
      obtained.push({ walkthrough, tree, problems: [] })
    } catch (error) {
      if (!(error instanceof WaymarkError)) throw error
      obtained.push({ walkthrough, tree: undefined, problems: error.diagnostics })
    }
  }
  return obtained
}
