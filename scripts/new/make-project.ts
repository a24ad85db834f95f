import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { configSchema } from '../../src/config/schema.ts'
import { openIndex } from '../../src/golang/index.ts'
import { WaymarkError, type Diagnostic, type Progress } from '../../src/report/index.ts'
import { draftWalkthrough, findEntry, projectReadme, provenCalls, tracePath } from '../../src/scaffold/index.ts'
import { formatLock, lockFile, openBook } from '../../src/walkthrough/index.ts'
import { checkPages } from '../check/check-pages.ts'
import { copyFramework } from './copy-framework.ts'
import { findTree, type WantedTree } from './find-tree.ts'

/** What is to be made. */
export interface NewProject extends WantedTree {
  readonly entry: string
  /** Absolute; empty, or not there yet. Default: named after the repository, beside Waymark. */
  readonly folder: string | undefined
  /** Absolute folder of the copy of Waymark that is run. */
  readonly waymark: string
  readonly progress: Progress
}

/** What was made. */
export interface MadeProject {
  readonly folder: string
  /** Stops of the path, as the config writes them. */
  readonly stops: readonly string[]
  readonly chapters: readonly string[]
}

/**
 * Makes a walkthrough project: gets the source, walks from the entry, writes config, chapters, lock and Waymark itself. It
 * grows in a folder of its own and is put in place when it is whole; whatever fails leaves nothing.
 *
 * @throws WaymarkError, with what is wrong and what there is instead.
 */
export async function makeProject({ entry, folder: wanted, waymark, ...source }: NewProject): Promise<MadeProject> {
  const { progress, cacheRoot, signal } = source
  if (wanted !== undefined) await refuseUsed(wanted)
  const { tree, source: pinned, name, license } = await findTree(source)
  const folder = wanted ?? join(dirname(waymark), `${name}-walkthrough`)
  if (wanted === undefined) await refuseUsed(folder)
  progress.stage('Reading the code')
  const index = await openIndex(tree, { packages: ['...'], mode: 'declarations', progress, cacheRoot })
  const first = findEntry(index, entry)
  progress.stage(`Following the calls from ${first.symbol}`)
  const path = await tracePath(first, provenCalls(index))
  const draft = draftWalkthrough({
    index, id: name, project: name, version: source.tag, source: pinned, path,
    license: { ...license, url: 'repository' in pinned && /^https?:/.test(pinned.repository) ? pinned.repository : `https://pkg.go.dev/${first.importPath}?tab=licenses` },
  })
  signal?.throwIfAborted()

  progress.stage(`Writing ${folder}`)
  await mkdir(dirname(folder), { recursive: true })
  const work = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  try {
    await copyFramework(waymark, work, `${name}-walkthrough`)
    const chapters = [...draft.files.keys()].filter((file) => file.startsWith('content/docs/'))
    const files = new Map([...draft.files, ['README.md', projectReadme({ project: name, version: source.tag, id: name, chapters })]])
    for (const [path, text] of files) await write(work, path, text)
    const config = configSchema.parse(draft.config)
    const [walkthrough] = config.walkthroughs
    if (walkthrough === undefined) throw new Error('a draft has a walkthrough')
    const { book, recorded } = await openBook(walkthrough, { projectRoot: work, tree, progress, cacheRoot })
    const problems = await checkPages({ config, books: new Map([[name, book]]), projectRoot: work })
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new WaymarkError(errors)
    await write(work, lockFile(name), formatLock(recorded))
    signal?.throwIfAborted()
    await rmdir(folder).catch(() => undefined)
    // Temporary folders are made for one's own eyes only.
    await chmod(work, 0o755)
    await rename(work, folder)
    return { folder, stops: walkthrough.path.map(({ symbol }) => symbol), chapters }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** A project goes where nothing is. */
async function refuseUsed(folder: string): Promise<void> {
  const problem = (told: Omit<Diagnostic, 'severity'>): WaymarkError => new WaymarkError({ ...told, severity: 'error' })
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    throw problem({ code: 'folder-unusable', message: `${folder} cannot hold a project.`, found: code === 'ENOTDIR' ? 'it is a file' : (code ?? String(error)), fix: 'Name another folder with --dir.' })
  }
  if (names.length === 0) return
  throw problem({
    code: 'folder-not-empty',
    message: `${folder} is not empty, and nothing in it is overwritten.`,
    expected: 'an empty folder, or one that does not exist yet',
    found: names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : ''),
    fix: 'Name another folder with --dir.',
  })
}
