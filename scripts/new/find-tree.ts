import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError, type Progress } from '../../src/report/index.ts'
import { LICENSE_FILES } from '../../src/scaffold/read-license.ts'
import { linesUrlOf, nameOf, readLicense, type LicenseNote } from '../../src/scaffold/index.ts'
import { resolveTag } from '../../src/source/git/resolve-tag.ts'
import { getSource, readGoMod, readOrigin, type Origin, type SourceTree } from '../../src/source/index.ts'

/** What is asked for, and from where. */
export interface WantedTree {
  /** A git URL, a git repository's folder, or a folder of Go code, as a person writes it. */
  readonly repo: string
  readonly tag: string
  /** What a relative folder is relative to. */
  readonly base: string
  readonly cacheRoot?: string | undefined
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
}

/** A whole tree, and how a config names it. */
export interface FoundTree {
  readonly tree: SourceTree
  readonly source: WalkthroughConfig['source']
  readonly name: string
  readonly license: LicenseNote
}

/**
 * Gets all of a repository at a tag; a folder without git is taken as it is, the tag then being only its version's name.
 *
 * @throws WaymarkError of the source step.
 */
export async function findTree({ repo, tag, base, ...edge }: WantedTree): Promise<FoundTree> {
  const [origin] = readOrigin(repo, { repository: repo, tag, commit: '', mirrors: [] }, edge.env, base)
  const source = await sourceOf(origin, tag, edge)
  const name = 'repository' in source ? nameOf(source.repository) : await moduleName(source.folder)
  edge.progress.stage(`Getting ${name} ${tag}`)
  const tree = await getSource(walkthroughOf(source, name, tag), { projectRoot: base, ...edge })
  const texts = await Promise.all(LICENSE_FILES.map((file) => readFile(join(tree.root, file), 'utf8').catch(() => undefined)))
  return { tree, source, name, license: readLicense(texts.find((text) => text !== undefined), name) }
}

async function sourceOf(origin: Origin | undefined, tag: string, { env, signal }: Pick<WantedTree, 'env' | 'signal'>): Promise<WalkthroughConfig['source']> {
  if (origin === undefined || origin.kind === 'proxy') {
    throw new WaymarkError({
      code: 'repo-unfit',
      severity: 'error',
      message: 'A module proxy gives no repository, and so no tag and no history to link to.',
      expected: 'a git URL, or a folder',
      fix: 'Name the repository of the module with --repo.',
    })
  }
  if (origin.kind === 'folder' && !existsSync(join(origin.path, '.git'))) return { folder: origin.path }
  const repository = origin.kind === 'git' ? origin.url : pathToFileURL(origin.path).href
  try {
    const commit = await resolveTag(repository, tag, { env, signal })
    const linesUrl = linesUrlOf(repository)
    return { repository, tag, commit, mirrors: [], ...(linesUrl === undefined ? {} : { linesUrl }) }
  } catch (error) {
    if (!(error instanceof WaymarkError)) throw error
    // What the source step says speaks of a config, which is not written yet.
    throw new WaymarkError(error.diagnostics.map((told) => (told.code.startsWith('tag-') ? { ...told, fix: told.found === undefined ? 'Name a tag that the repository has with --tag.' : 'Tag the commit to walk through (git tag v0.1.0), or name a folder of the code without .git with --repo.' } : told)))
  }
}

/** What a folder's module is called; a folder without one goes by its own name. */
async function moduleName(folder: string): Promise<string> {
  const { module } = readGoMod(await readFile(join(folder, 'go.mod'), 'utf8').catch(() => ''))
  return nameOf((module ?? folder).replace(/\/v\d+$/, ''))
}

/** As much of a walkthrough as the source step asks for: all of the tree. */
function walkthroughOf(source: WalkthroughConfig['source'], id: string, version: string): WalkthroughConfig {
  return { id, title: { en: id }, source, version, license: { name: '', url: '', holder: '' }, packages: ['...'], aliases: {}, path: [], chapters: [] }
}
