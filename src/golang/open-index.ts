import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { silentProgress, type Diagnostic, type Progress } from '../report/index.ts'
import type { SourceTree } from '../source/index.ts'
import type { FileFacts } from './declaration.ts'
import { diskTree } from './disk-tree.ts'
import { decodeFacts } from './facts-codec.ts'
import { loadFacts, loadSeen, saveFacts, saveSeen, type EncodedFacts, type SeenFile } from './facts-store.ts'
import { goIndex, type GoIndex } from './go-index.ts'
import { LazyMap } from './lazy-map.ts'
import { listFiles } from './list-files.ts'
import { placeFacts } from './local-declaration.ts'
import { moduleLayout, type ModuleLayout } from './module-layout.ts'
import { contentKey } from './read-batch.ts'
import { problemsOf, type ReadMode } from './read-file-facts.ts'
import { areWorthThreads, readMissing, type MissingFile } from './read-missing.ts'
import { ReadingThreads } from './reading-threads.ts'

/** What to index, and where to keep what was learnt. */
export interface IndexOptions {
  /** Package folders: `dir`, `dir/...` or `...`. */
  readonly packages: readonly string[]
  /** Folder of the cache; nothing is kept without one. */
  readonly cacheRoot?: string | undefined
  readonly progress?: Progress
  /**
   * `whole` parses all of every file and so finds every syntax error; `declarations` (meant for whole trees) drops function
   * bodies first and is several times faster. The declarations are the same. Default: `whole`.
   */
  readonly mode?: ReadMode
  /** Walk `vendor` folders below `...`; default: false. */
  readonly vendor?: boolean
  /** Walk `testdata` and `_x` folders below `...`; default: false. */
  readonly everything?: boolean
}

/** A file whose time stamp is this young may change again without showing it. */
const SETTLED_AFTER_MS = 2000

/**
 * Indexes packages of a tree. What was read before and looks or is the same is taken from the cache: an unchanged file is
 * never parsed again. Never throws for what the files hold; see `GoIndex.diagnostics`.
 */
export async function openIndex(tree: SourceTree, options: IndexOptions): Promise<GoIndex> {
  const { cacheRoot, progress = silentProgress, mode = 'whole', vendor = false, everything = false } = options
  const layout = moduleLayout(diskTree(tree.root))
  const store = cacheRoot === undefined ? undefined : join(cacheRoot, 'index')
  const factsName = nameFor(layout.importPathOf(''))
  const seenName = nameFor(tree.root)
  const known: Map<string, EncodedFacts> = store === undefined ? new Map<string, EncodedFacts>() : loadFacts(store, factsName)
  const seen: Map<string, SeenFile> = store === undefined || known.size === 0 ? new Map<string, SeenFile>() : loadSeen(store, seenName)
  const threads = new ReadingThreads(mode)
  const onFound = (found: number): void => {
    if (known.size === 0 && areWorthThreads(found)) threads.start()
  }
  const { files, missing } = listFiles(tree.root, options.packages, layout, { vendor, everything, onFound })

  const used = new Map<string, EncodedFacts>()
  const unread: MissingFile[] = []
  const looked = new Set<string>()
  const now = Date.now()
  const remember = (file: string, look: SeenFile): void => {
    looked.add(file)
    if (now - look.mtimeMs > SETTLED_AFTER_MS) seen.set(file, look)
    else seen.delete(file)
  }
  const nothingKnown = known.size === 0 && areWorthThreads(files.length)
  for (const file of files) {
    const absolute = `${tree.root}/${file}`
    if (nothingKnown) {
      unread.push({ file, absolute, size: undefined })
      continue
    }
    const stat = statSync(absolute, { throwIfNoEntry: false })
    const size = stat?.size ?? 0
    const before = seen.get(file)
    const same = before !== undefined && before.size === size && before.mtimeMs === stat?.mtimeMs && before.ino === stat.ino
    let facts = same ? factsFor(known, before.key, mode) : undefined
    if (facts === undefined && stat !== undefined && known.size > 0) {
      facts = knownByContent(known, absolute, mode)
      if (facts !== undefined) remember(file, { size, mtimeMs: stat.mtimeMs, ino: stat.ino, key: facts.key })
    }
    if (facts === undefined) unread.push({ file, absolute, size })
    else used.set(file, facts)
  }
  const reading = readMissing(unread, mode, threads, progress, (facts, look) => {
    used.set(look.file, facts)
    remember(look.file, look)
  })
  // Told while the threads read.
  const { importPathOf, filesByImportPath } = packagesOf(files, layout)
  await reading
  if (store !== undefined) {
    if (unread.length > 0) saveFacts(store, factsName, used.values(), known)
    if (looked.size > 0) saveSeen(store, seenName, seen)
  }

  const makers = new Map<string, () => FileFacts>()
  const diagnostics: Diagnostic[] = missing.map(patternMissing)
  for (const file of files) {
    const facts = used.get(file)
    if (facts === undefined) continue
    makers.set(file, () => placeFacts(decode(facts), file, importPathOf(file)))
    if (facts.troubled) diagnostics.push(...problemsOf(file, decode(facts)))
  }
  return goIndex(tree, layout, new LazyMap(makers), filesByImportPath, diagnostics)
}

function packagesOf(files: readonly string[], layout: ModuleLayout): { importPathOf: (file: string) => string; filesByImportPath: Map<string, string[]> } {
  const importPaths = new Map<string, string>()
  const filesByImportPath = new Map<string, string[]>()
  const importPathOf = (file: string): string => {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')))
    const importPath = importPaths.get(folder) ?? layout.importPathOf(folder)
    importPaths.set(folder, importPath)
    return importPath
  }
  for (const file of files) {
    const importPath = importPathOf(file)
    const list = filesByImportPath.get(importPath)
    if (list === undefined) filesByImportPath.set(importPath, [file])
    else list.push(file)
  }
  return { importPathOf, filesByImportPath }
}

function decode({ buffer, offset, length }: EncodedFacts): ReturnType<typeof decodeFacts> {
  return decodeFacts(buffer.toString('utf8', offset, offset + length))
}

/** Facts under a key, if they are of the wanted mode: what was parsed whole will do for declarations too. */
function factsFor(known: ReadonlyMap<string, EncodedFacts>, key: string, mode: ReadMode): EncodedFacts | undefined {
  const whole = known.get(`w${key.slice(1)}`)
  return whole ?? (mode === 'declarations' ? known.get(key) : undefined)
}

function knownByContent(known: ReadonlyMap<string, EncodedFacts>, path: string, mode: ReadMode): EncodedFacts | undefined {
  try {
    return factsFor(known, contentKey(mode, readFileSync(path)), mode)
  } catch {
    return undefined
  }
}

function nameFor(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function patternMissing(pattern: string): Diagnostic {
  return {
    code: 'package-folder-missing',
    severity: 'warning',
    message: `the tree has no folder for the package pattern ${pattern}`,
    expected: pattern,
    fix: 'Correct `packages` in walkthrough.config.ts, or get the source again: npm run source -- --refresh',
  }
}
