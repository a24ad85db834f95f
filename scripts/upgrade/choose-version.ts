import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { RepositoryConfig, WalkthroughConfig } from '../../src/config/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { tagCommit } from '../../src/source/git/tag-commit.ts'
import { folderIsFile, folderMissing } from '../../src/source/diagnostics.ts'
import { originsOf } from '../../src/source/index.ts'

/** The other version: the walkthrough as if it were pinned there. */
export interface OtherVersion {
  /** What people know it by. */
  readonly label: string
  readonly walkthrough: WalkthroughConfig
  /** Folder to take it from. */
  readonly folder: string | undefined
  /** What the config has to say to be pinned there; undefined where that cannot be known. */
  readonly pin: { readonly tag: string; readonly commit: string } | undefined
}

interface Asked {
  readonly projectRoot: string
  /** What relative folders are relative to. */
  readonly base: string
  readonly env: NodeJS.ProcessEnv
  readonly offline: boolean
  readonly progress: Progress
  readonly signal: AbortSignal
}

/**
 * Understands `--to`: a folder that exists, a git address (with `#tag`, or else at the tag that is pinned), or a tag of the
 * walkthrough's repository.
 *
 * @throws WaymarkError `version-unknown` (with the tags that may be meant), `version-unasked`, `version-without-repository`,
 * `version-without-tag`, `version-from-proxy`, `folder-missing`, `folder-is-file`.
 */
export async function chooseVersion(walkthrough: WalkthroughConfig, to: string, asked: Asked): Promise<OtherVersion> {
  const { source } = walkthrough
  const path = resolve(asked.base, to)
  if (existsSync(path) && statSync(path).isDirectory() && !isBare(path)) return fromFolder(walkthrough, path, asked.projectRoot)
  if (/^(?:[./~\\]|[A-Za-z]:[\\/])/.test(to)) {
    if (!existsSync(path)) throw folderMissing(path)
    if (!statSync(path).isDirectory()) throw folderIsFile(path)
  }
  if (/^goproxy\b/.test(to)) throw fromProxy(to)
  const { address, tag } = split(to)
  if (address === undefined && 'folder' in source) throw withoutRepository(walkthrough, to)
  const wanted = tag ?? ('tag' in source ? source.tag : undefined)
  if (wanted === undefined) throw withoutTag(to)
  const linesUrl = source.linesUrl ?? ''
  const repository: RepositoryConfig =
    'repository' in source && address === undefined ? { ...source, tag: wanted } : { repository: address ?? '', mirrors: [], tag: wanted, commit: '', linesUrl }
  const known = walkthrough.versions?.find((version) => version.tag === wanted)?.commit
  const commit = address === undefined && known !== undefined ? known : await ask(repository, to, asked)
  const { repository: url, mirrors } = repository
  return { label: wanted, walkthrough: { ...walkthrough, version: wanted, source: { repository: url, mirrors, tag: wanted, commit, linesUrl } }, folder: undefined, pin: { tag: wanted, commit } }
}

function fromFolder(walkthrough: WalkthroughConfig, path: string, projectRoot: string): OtherVersion {
  const label = path.split(/[/\\]/).at(-1) ?? path
  if ('repository' in walkthrough.source) return { label, walkthrough, folder: path, pin: undefined }
  const folder = relative(projectRoot, path).replaceAll('\\', '/')
  return { label, walkthrough: { ...walkthrough, source: { ...walkthrough.source, folder } }, folder: path, pin: undefined }
}

/** `https://host/repo#v2` → its two parts; a bare word is a tag. A bare repository on this machine is an address. */
function split(to: string): { address?: string | undefined; tag?: string | undefined } {
  const at = to.lastIndexOf('#')
  const [address, tag] = at === -1 ? [to, undefined] : [to.slice(0, at), to.slice(at + 1)]
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(address) || /^([^/\\:@]+@)?[^/\\:@]{2,}:.+/.test(address) || existsSync(address)) return { address, tag }
  return { tag: to }
}

const isBare = (path: string): boolean => existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects')) && !existsSync(join(path, '.git'))

async function ask(repository: RepositoryConfig, to: string, { env, projectRoot, offline, progress, signal }: Asked): Promise<string> {
  const { tag } = repository
  if (offline) throw unasked(to, ['--offline: no repository is asked'])
  const details: string[] = []
  for (const origin of originsOf(repository, { env, base: projectRoot })) {
    if (origin.kind !== 'git') continue
    progress.stage(`asking ${origin.name} for ${tag}`)
    const answer = await tagCommit(origin.url, tag, { env, signal })
    if (answer.kind === 'commit') return answer.commit
    if (answer.kind === 'unknown') throw unknown(origin.name, tag, answer.nearest)
    details.push(`${origin.name}: ${answer.detail}`)
  }
  throw unasked(to, details)
}

const problem = (told: Omit<Diagnostic, 'severity'>): WaymarkError => new WaymarkError({ ...told, severity: 'error' })

const unknown = (url: string, tag: string, candidates: readonly string[]): WaymarkError =>
  problem({
    code: 'version-unknown', message: `${url} has no version ${tag}.`, expected: `a tag of that repository, its address with #tag, or a folder`, candidates,
    found: candidates.length === 0 ? 'a repository without any tag' : tag, fix: `Correct --to. All tags: git ls-remote --tags ${url}`,
  })

const unasked = (to: string, details: readonly string[]): WaymarkError =>
  problem({
    code: 'version-unasked', message: `Nobody could be asked which commit ${to} is.`, found: details.join('\n'),
    fix: 'Name a folder that holds the other version (--to <folder>), list it under versions in walkthrough.config.ts with its commit, or try again with the network.',
  })

const withoutRepository = ({ id }: WalkthroughConfig, to: string): WaymarkError =>
  problem({
    code: 'version-without-repository', message: `The walkthrough "${id}" is over a folder of this project, which has no tags.`, file: 'walkthrough.config.ts',
    expected: 'a folder, or a git address with #tag', found: to, fix: 'Name the folder of the other version: --to <folder>',
  })

const fromProxy = (to: string): WaymarkError =>
  problem({ code: 'version-from-proxy', message: 'A module proxy is not asked for another version.', expected: 'a tag, a git address with #tag, or a folder', found: to, fix: 'Name the repository with its tag: --to <git address>#<tag>' })

const withoutTag = (to: string): WaymarkError =>
  problem({ code: 'version-without-tag', message: `${to} names a repository and no version of it.`, expected: `${to}#<tag>`, found: to, fix: 'Add the tag behind a #.' })
