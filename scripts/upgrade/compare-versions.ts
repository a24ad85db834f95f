import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WalkthroughConfig, WaymarkConfig } from '../../src/config/index.ts'
import { openCalls, type Calls } from '../../src/golang/calls/index.ts'
import { resolverNeeds } from '../../src/golang/needs/index.ts'
import { WaymarkError, type Progress } from '../../src/report/index.ts'
import { getSource } from '../../src/source/index.ts'
import { classify, compare, declarationOf, reportOf, type Report, type Side } from '../../src/upgrade/index.ts'
import { chooseVersion, type OtherVersion } from './choose-version.ts'
import { blockOf, configBindings, placeAt, type ConfigFile } from './config-bindings.ts'
import { gatherChapters, type BoundChapter } from './gather-bindings.ts'
import { openTree } from './open-sides.ts'

/** Where a project's config is spelled out. */
const CONFIG_FILES = ['walkthrough.config.ts', 'walkthrough.lab.ts']

/** What is compared, and how. */
export interface UpgradeOptions {
  readonly config: WaymarkConfig
  readonly walkthrough: WalkthroughConfig
  readonly to: string
  /** Where the older side comes from, instead of what the config says. */
  readonly source: string | undefined
  readonly projectRoot: string
  readonly base: string
  readonly offline: boolean
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** The comparison, and what is needed to act on it. */
export interface Upgrade {
  readonly report: Report
  readonly other: OtherVersion
  readonly chapters: readonly BoundChapter[]
  readonly configFiles: readonly ConfigFile[]
  readonly before: Side
  readonly after: Side
}

/**
 * Gets both versions and finds out what became of everything that the walkthrough's chapters and config hold on to.
 *
 * @throws WaymarkError when either version cannot be had, or the other does not have the path at all.
 */
export async function compareVersions(options: UpgradeOptions): Promise<Upgrade> {
  const { config, walkthrough, to, source, projectRoot, offline, env, progress, signal } = options
  const other = await chooseVersion(walkthrough, to, options)
  const common = { projectRoot, env, progress, signal, offline, needs: resolverNeeds }
  const here = await getSource(walkthrough, { ...common, ...(source === undefined || 'folder' in walkthrough.source ? {} : { override: source }) })
  // The environment's source is the older side's.
  const there = await getSource(other.walkthrough, { ...common, ...('folder' in other.walkthrough.source || other.folder === undefined ? {} : { override: other.folder }) })
  const before = await openTree(here, walkthrough, progress)
  const after = await openTree(there, walkthrough, progress)
  const configFiles = await readConfigFiles(projectRoot)
  refuseWithoutPath(walkthrough, before, after, to, configFiles[0])

  const chapters = await gatherChapters(config, walkthrough, projectRoot)
  const bindings = [...configBindings(config, walkthrough, configFiles, other.pin?.tag), ...chapters.flatMap((chapter) => chapter.bindings)]
  const calls = new Map<Side, Calls>()
  const callsOf = (side: Side): Calls => {
    const known = calls.get(side) ?? openCalls(side.wide)
    calls.set(side, known)
    return known
  }
  const comparison = compare(before, after, (side, from, to_) => callsOf(side).leads(from, to_))
  progress.stage('comparing the two versions')
  const verdicts = await classify(bindings, comparison)
  const report = reportOf({ walkthrough: walkthrough.id, from: walkthrough.version, to: other.label, pin: other.pin, verdicts })
  return { report, other, chapters, configFiles, before, after }
}

async function readConfigFiles(projectRoot: string): Promise<ConfigFile[]> {
  const files: ConfigFile[] = []
  for (const file of CONFIG_FILES) {
    const text = await readFile(join(projectRoot, file), 'utf8').catch(() => undefined)
    if (text !== undefined) files.push({ file, text })
  }
  return files
}

/** A version in which no package of the path exists is another program: comparing would only list everything as gone. */
function refuseWithoutPath({ path, id }: WalkthroughConfig, before: Side, after: Side, to: string, config: ConfigFile | undefined): void {
  const packages = new Set(path.flatMap(({ symbol }) => declarationOf(before, symbol)?.importPath ?? []))
  if (packages.size === 0 || [...packages].some((importPath) => after.wide.filesOf(importPath).length > 0)) return
  throw new WaymarkError({
    code: 'version-without-path',
    severity: 'error',
    message: `${to} has none of the packages on the path of "${id}".`,
    ...(config === undefined ? {} : placeAt(config.text, config.file, Math.max(0, config.text.indexOf('path:', blockOf(config.text, id)[0])))),
    expected: [...packages].sort().join('\n'),
    found: after.wide.packages().slice(0, 5).join('\n') || 'no package at all',
    fix: 'Name another version with --to, or the root of the repository where it is a folder. If the program moved to other packages, write them into packages, aliases and path of walkthrough.config.ts first.',
  })
}
