import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Progress } from '../../report/index.ts'
import { coneLines, isWhole, type Cone } from '../cone.ts'
import { commitMismatch, tagInvalid, tagUnknown } from '../diagnostics.ts'
import { classifyFailure, ignoresFilter, lacksRef, refusesLaterObjects } from './classify-failure.ts'
import type { Git, GitRun } from './git.ts'
import { nearestTags } from './nearest-tags.ts'
import { readProgress } from './read-progress.ts'
import { removeLeftovers } from './recover.ts'
import { watchBytes } from './watch-bytes.ts'
import { writeConfig } from './write-config.ts'

/** What to fetch, and into which folder. */
export interface FetchRequest {
  readonly git: Git
  readonly folder: string
  readonly url: string
  /** The address as it may be shown. */
  readonly name: string
  readonly tag: string
  readonly commit: string
  readonly cone: Cone
  readonly progress: Progress
}

/** What stands in the folder afterwards. */
export interface Fetched {
  /** Every folder of the commit, checked out or not. */
  readonly folders: ReadonlySet<string>
  readonly topLevel: readonly string[]
  /** False when git or the server could not do with less and the whole tree lies there. */
  readonly sparse: boolean
}

/**
 * Brings one tag's commit into `folder`, as little of it as the cone needs.
 *
 * Each step can be repeated after having been killed anywhere in it (a plain `git clone --filter --sparse` cannot): init,
 * remote, fetch, compare the commit with the pinned one, and only then check out. Must run under the cache's lock.
 *
 * @throws WaymarkError for every failure; the folder may then hold an unfinished repository.
 */
export async function fetchTree(request: FetchRequest): Promise<Fetched> {
  const { git, progress } = request
  const able = git.atLeast(2, 25)
  if (!able) progress.say(`git ${git.version.join('.')} is older than 2.25 and knows no sparse checkout; fetching the whole tree.`)
  await prepare(request)
  if (able) {
    const outcome = await attempt(request, true)
    if (outcome !== 'no-later-objects') return outcome
    progress.say(`${request.name} does not send single files later; fetching all of ${request.tag} once more.`)
    await rm(request.folder, { recursive: true, force: true })
    await prepare(request)
  }
  const outcome = await attempt(request, false)
  if (outcome === 'no-later-objects') throw classifyFailure('', { url: request.name, folder: request.folder, what: 'checkout' })
  return outcome
}

async function prepare({ git, folder, name, tag }: FetchRequest): Promise<void> {
  const legal = await git.run(dirname(folder), ['check-ref-format', `refs/tags/${tag}`])
  if (!legal.ok || tag.startsWith('-')) throw tagInvalid(tag)
  await mkdir(folder, { recursive: true })
  await removeLeftovers(folder)
  const check = checker(name, folder)
  // A configuration that a killed run cut short would keep git from starting at all.
  await rm(join(folder, '.git', 'config'), { force: true })
  check('init', await git.run(folder, ['init', '--quiet', '--template=', '.']))
  await mkdir(join(folder, '.git', 'info'), { recursive: true })
  // Bytes as committed: this file outranks every .gitattributes of the repository.
  await writeFile(join(folder, '.git', 'info', 'attributes'), '* -text -ident -filter -working-tree-encoding\n')
}

async function attempt(request: FetchRequest, lazily: boolean): Promise<Fetched | 'no-later-objects'> {
  const { git, folder, name, tag, commit, progress } = request
  const check = checker(name, folder)
  await configure(request, lazily)
  progress.stage(`Fetching ${tag} from ${name}`)
  const filter = lazily ? ['--filter=blob:none'] : []
  const fetched = await git.run(
    folder,
    ['fetch', '--progress', '--no-tags', '--no-recurse-submodules', '--depth=1', ...filter, 'origin', `+refs/tags/${tag}:refs/tags/${tag}`],
    { onStderr: readProgress(progress) },
  )
  if (!fetched.ok && lacksRef(fetched.stderr)) throw tagUnknown(name, tag, await nearestTags(git, folder, tag))
  check('fetch', fetched)
  if (lazily && ignoresFilter(fetched.stderr)) progress.say(`${name} knows no filters and sent every file of ${tag}; nothing is wrong, it only took longer.`)
  const found = check('rev-parse', await git.run(folder, ['rev-parse', '--verify', `refs/tags/${tag}^{commit}`])).stdout.trim()
  if (found !== commit) throw commitMismatch(name, tag, commit, found)
  return checkOut(request, lazily)
}

async function checkOut(request: FetchRequest, lazily: boolean): Promise<Fetched | 'no-later-objects'> {
  const { git, folder, name, commit, cone, progress } = request
  const check = checker(name, folder)
  const sparse = lazily && !isWhole(cone)
  progress.stage(sparse ? `Checking out ${cone.length} folders` : 'Checking out every folder')
  if (sparse) await setCone(request, cone)
  const checkedOut = await watchBytes(folder, progress, () => git.run(folder, ['checkout', '--quiet', '--force', '--detach', commit]))
  if (!checkedOut.ok && lazily && refusesLaterObjects(checkedOut.stderr)) return 'no-later-objects'
  check('checkout', checkedOut)
  return { ...(await listFolders(git, folder, name)), sparse }
}

/**
 * Widens a finished checkout to more folders: one more request to the server, for exactly the files that are missing.
 *
 * @throws WaymarkError; what was checked out before stays.
 */
export async function widenTree(request: FetchRequest): Promise<void> {
  await removeLeftovers(request.folder)
  await configure(request, true)
  request.progress.stage(`Widening to ${request.cone.length} folders`)
  const { git, folder, progress, commit, name } = request
  await watchBytes(folder, progress, () => setCone(request, request.cone))
  // Also puts back files that were deleted or left out by a run that was killed.
  checker(name, folder)('checkout', await watchBytes(folder, progress, () => git.run(folder, ['checkout', '--quiet', '--force', '--detach', commit])))
}

/** The promise of later files can be made before the fetch: a server that cannot keep it is found out at the checkout. */
async function configure({ git, folder, url, cone }: FetchRequest, lazily: boolean): Promise<void> {
  await writeConfig(folder, { lazily, sparse: lazily && !isWhole(cone), url: git.keepsAddress ? url : undefined })
}

async function setCone({ git, folder, name }: FetchRequest, cone: Cone): Promise<void> {
  checker(name, folder)('sparse-checkout', await git.run(folder, ['sparse-checkout', 'set', '--stdin'], { stdin: coneLines(cone) }))
}

/** Every folder of the checked-out commit, from its trees alone. */
export async function listFolders(git: Git, folder: string, name: string): Promise<Pick<Fetched, 'folders' | 'topLevel'>> {
  const listed = checker(name, folder)('ls-tree', await git.run(folder, ['ls-tree', '-r', '-d', '-z', '--full-tree', 'HEAD']))
  const folders = listed.stdout
    .split('\0')
    .filter((entry) => / tree /.test(entry))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1))
  return { folders: new Set(folders), topLevel: folders.filter((path) => !path.includes('/')).sort() }
}

function checker(name: string, folder: string): (what: string, run: GitRun) => GitRun {
  return (what, run) => {
    if (!run.ok) throw classifyFailure(run.stderr, { url: name, folder, what })
    return run
  }
}
