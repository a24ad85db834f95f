import { loadConfig, type WalkthroughConfig } from '../../src/config/index.ts'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import type { Diagnostic, Progress } from '../../src/report/index.ts'
import { getSource } from '../../src/source/index.ts'
import { openBook, type Book, type Lock, type OpenBook } from '../../src/walkthrough/index.ts'
import { chooseWalkthrough } from '../cli/index.ts'
import { readDifferences } from '../site/read-differences.ts'
import { knowOptions } from '../site/know-options.ts'
import { checkPages } from './check-pages.ts'
import { factsToKeep } from './facts-to-keep.ts'

/** What is checked, and from where. */
export interface CheckOptions {
  readonly projectRoot: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal?: AbortSignal
  readonly source: string | undefined
  readonly walkthrough: string | undefined
  readonly offline: boolean
  /** The lock files are to be written anew, so they need not be in order. */
  readonly accept?: boolean | undefined
}

/** Everything that is wrong, in the order of files and lines, and the lock files as they would be now. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly locks: ReadonlyMap<string, Lock>
  /** What would be kept of the options of pinned sources, by path relative to the project's root. */
  readonly facts: ReadonlyMap<string, string>
}

/** Checks every chapter of the project (or of one walkthrough) in one run. */
export async function checkProject(options: CheckOptions): Promise<CheckResult> {
  const { projectRoot, progress } = options
  const config = await loadConfig()
  const chosen = options.walkthrough === undefined ? config.walkthroughs : [chooseWalkthrough(config.walkthroughs, options.walkthrough)]
  const open = new Map<string, OpenBook>()
  for (const walkthrough of chosen) open.set(walkthrough.id, await openFrom(walkthrough, options))
  const books = new Map<string, Book>([...open].map(([id, { book }]) => [id, book]))

  const known = await knowOptions([...books.values()], progress)
  progress.stage('checking the chapters')
  const diagnostics = await checkPages({ config, books, options: known, projectRoot, only: options.walkthrough !== undefined })
  const aboutVersions = readDifferences({ ...config, walkthroughs: chosen }, projectRoot).diagnostics
  return { diagnostics: [...diagnostics, ...aboutVersions], locks: new Map([...open].map(([id, { recorded }]) => [id, recorded])), facts: factsToKeep(books.values(), known) }
}

async function openFrom(walkthrough: WalkthroughConfig, options: CheckOptions): Promise<OpenBook> {
  const { projectRoot, env, progress, signal, offline } = options
  const override = 'repository' in walkthrough.source ? options.source : undefined
  const tree = await getSource(walkthrough, { override, offline, projectRoot, env, progress, needs: resolverNeeds, ...(signal ? { signal } : {}) })
  const opened = await openBook(walkthrough, { projectRoot, tree, progress, mendLock: options.accept })
  if (opened.lockProblem !== undefined) progress.say(`${opened.lockProblem.message} What can be kept of it is kept; the rest is recorded from the code.`)
  return opened
}
