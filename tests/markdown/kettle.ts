import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSchema } from '../../src/config/schema.ts'
import type { StopConfig, WaymarkConfig } from '../../src/config/index.ts'
import { openIndex } from '../../src/golang/index.ts'
import type { SourceTree } from '../../src/source/index.ts'
import { createBook, emptyLock, lockBinder, recordingBinder, sourceBinder, type Book, type Lock } from '../../src/walkthrough/index.ts'

const here = import.meta.dirname

/** A project around the small Go tree beside this file, pinned to a commit that nobody has. */
export const config: WaymarkConfig = configSchema.parse({
  title: 'Test',
  languages: [
    { locale: 'root', tag: 'en', label: 'English' },
    { locale: 'zh-cn', tag: 'zh-CN', label: '简体中文' },
  ],
  walkthroughs: [
    {
      id: 'kettle',
      title: { en: 'Kettle' },
      version: 'v1',
      source: {
        repository: 'https://code.example/kettle',
        tag: 'v1',
        commit: 'c'.repeat(40),
        linesUrl: 'https://code.example/kettle/{commit}/{path}#L{start}-L{end}',
      },
      license: { name: 'MIT', url: 'https://code.example/licence', holder: 'nobody' },
      packages: ['...'],
      aliases: { app: 'example.org/kettle/app', main: 'example.org/kettle' },
      path: [
        { symbol: 'main.main', chapter: 'walk', summary: { en: 'Starts.' } },
        { symbol: 'app.NewCommand', calledBy: 'main.main', chapter: 'walk', summary: { en: 'Makes the command.' } },
        { symbol: 'app.Check', calledBy: 'app.NewCommand', chapter: 'walk', summary: { en: 'Checks.' } },
        { symbol: 'app.Boil', calledBy: 'app.NewCommand', chapter: 'walk', summary: { en: 'Boils.' } },
      ],
      chapters: ['walk'],
    },
  ],
})

export const treeAt = (root: string, more: Partial<SourceTree> = {}): SourceTree => ({
  root,
  repository: 'https://code.example/kettle',
  tag: 'v1',
  commit: 'c'.repeat(40),
  origin: { kind: 'folder', path: root },
  pinned: true,
  topLevel: ['app'],
  ...more,
})

export const lockOrigin: Lock['source'] = { repository: 'https://code.example/kettle', tag: 'v1', commit: 'c'.repeat(40) }

/** The book read from the tree, and the lock that grows as it is asked. */
export async function bookFromSource(
  root = join(here, 'tree'),
  lock: Lock = emptyLock(lockOrigin),
  furtherStops: readonly StopConfig[] = [],
): Promise<{ book: Book; recorded: Lock }> {
  const [configured] = config.walkthroughs
  if (configured === undefined) throw new Error('no walkthrough')
  const walkthrough = { ...configured, path: [...configured.path, ...furtherStops] }
  const tree = treeAt(root)
  const index = await openIndex(tree, { packages: walkthrough.packages })
  const { binder, lock: recorded } = recordingBinder(await sourceBinder(index, walkthrough, lock), lockOrigin)
  return { book: createBook({ walkthrough, binder, lock, status: 'pinned', tree }), recorded }
}

/** The book read from a lock alone. */
export function bookFromLock(lock: Lock): Book {
  const [walkthrough] = config.walkthroughs
  if (walkthrough === undefined) throw new Error('no walkthrough')
  return createBook({ walkthrough, binder: lockBinder(lock), lock, status: 'none', tree: undefined })
}

/** A copy of the tree that a test may change, removed afterwards. */
export async function withTreeCopy<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'waymark-kettle-'))
  try {
    await cp(join(here, 'tree'), root, { recursive: true })
    return await use(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
