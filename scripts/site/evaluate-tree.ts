import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import writeFileAtomic from 'write-file-atomic'
import { projectRoot, type WalkthroughConfig } from '../../src/config/index.ts'
import { diskTree, moduleLayout, openParser } from '../../src/golang/index.ts'
import { diskReader } from '../../src/options/disk-reader.ts'
import { evaluateOptions } from '../../src/options/evaluate-options.ts'
import type { OptionsOutcome } from '../../src/options/model.ts'
import type { FolderReader } from '../../src/options/program/index.ts'
import { defaultCacheRoot } from '../../src/source/cache.ts'
import type { SourceTree } from '../../src/source/index.ts'

/** An outcome with everything it was read from, by hash: it holds as long as that is the same. */
interface Kept {
  readonly folders: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  readonly outcome: OptionsOutcome
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

/**
 * Works out the options of a walkthrough from its tree, or takes what was worked out before from the same files by the same code.
 *
 * @throws WaymarkError when a root isn't there.
 */
export async function evaluateTree({ id, options, aliases }: WalkthroughConfig, { root }: SourceTree): Promise<OptionsOutcome | undefined> {
  if (options === undefined) return undefined
  const folder = join(defaultCacheRoot(process.env), 'options')
  const file = join(folder, `${id}-${hashOf(JSON.stringify([root, options, aliases, await evaluatorHash()]))}.json`)
  const disk = diskReader(root)
  const before = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Kept) : undefined
  if (before !== undefined && isSame(before, disk)) return before.outcome
  const seen = { folders: new Map<string, string>(), files: new Map<string, string>() }
  const outcome = evaluateOptions({ layout: moduleLayout(diskTree(root)), reader: noting(disk, seen), parser: await openParser() }, options, aliases)
  const kept: Kept = { folders: Object.fromEntries(seen.folders), files: Object.fromEntries(seen.files), outcome }
  await mkdir(folder, { recursive: true })
  await writeFileAtomic(file, JSON.stringify(kept))
  return outcome
}

function isSame({ folders, files }: Kept, disk: FolderReader): boolean {
  return Object.entries(folders).every(([folder, hash]) => hashOf(disk.goFiles(folder).join('\n')) === hash) && Object.entries(files).every(([path, hash]) => hashOf(disk.read(path) ?? '') === hash)
}

function noting(disk: FolderReader, seen: { readonly folders: Map<string, string>; readonly files: Map<string, string> }): FolderReader {
  return {
    goFiles(folder) {
      const names = disk.goFiles(folder)
      seen.folders.set(folder, hashOf(names.join('\n')))
      return names
    },
    read(path) {
      const text = disk.read(path)
      seen.files.set(path, hashOf(text ?? ''))
      return text
    },
  }
}

/** Hash of the code that works options out: what it found before it changed isn't what it would find. */
async function evaluatorHash(): Promise<string> {
  const files = await glob(['src/options/**/*.ts', 'src/golang/*.ts'], { cwd: projectRoot })
  const texts = await Promise.all(files.sort().map((path) => readFile(join(projectRoot, path), 'utf8')))
  return hashOf(texts.join('\0'))
}
