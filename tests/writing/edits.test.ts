import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ObtainedTree } from '../../scripts/site/index.ts'
import { sortEdits, watchedPaths } from '../../scripts/site/sort-edits.ts'
import { loadConfig } from '../../src/config/index.ts'
import { temporaryFolder } from '../start/temporary-folder.ts'

/** A walkthrough of a folder somebody may edit, one of a copy in the cache, and one without any code. */
async function trees(folder: string): Promise<ObtainedTree[]> {
  const [walkthrough] = (await loadConfig()).walkthroughs
  if (walkthrough === undefined) throw new Error('the config has no walkthrough')
  const tree = { root: folder, repository: undefined, tag: undefined, commit: undefined, origin: { kind: 'folder', path: folder }, pinned: false, topLevel: [] } as const
  const named = (id: string, of: ObtainedTree['tree']): ObtainedTree => ({ walkthrough: { ...walkthrough, id, packages: ['cmd/...', 'pkg/options'] }, tree: of, problems: [] })
  return [named('edited', tree), named('cached', { ...tree, root: join(folder, 'cache'), origin: { kind: 'git', url: 'https://example.org/x' } } as unknown as typeof tree), named('none', undefined)]
}

describe('edits', () => {
  it('are sorted by what has to be done about them', async () => {
    const [project, code] = [temporaryFolder(), temporaryFolder()]
    const all = await trees(code)
    const sort = (...paths: string[]) => {
      const { code: renewed, ...others } = sortEdits(paths.map((path) => (path.endsWith('.go') ? join(code, path) : join(project, path))), project, all)
      return { ...others, code: renewed.map(({ walkthrough }) => walkthrough.id) }
    }
    const nothing = { chapters: false, config: false, code: [] }
    expect(sort('content/docs/zh-cn/edited/main.md')).toEqual({ ...nothing, chapters: true })
    expect(sort('content/docs/edited/.main.md.swp', 'cmd/README.txt')).toEqual(nothing)
    expect(sort('walkthrough.lab.ts')).toEqual({ ...nothing, config: true })
    expect(sort('cmd/main.go')).toEqual({ ...nothing, code: ['edited'] })
    expect(sort('content/locks/cached.lock.json', 'content/docs/cached/main.md')).toEqual({ ...nothing, chapters: true, code: ['cached'] })
    expect(sort('content/locks/none.lock.json', 'cmd/main.go')).toEqual({ ...nothing, code: ['edited', 'none'] })
  })

  it('are looked for in chapters, lock files, the configuration and the packages that somebody may edit', async () => {
    const [project, code] = [temporaryFolder(), temporaryFolder()]
    mkdirSync(join(project, 'content'))
    for (const name of ['walkthrough.config.ts', 'walkthrough.lab.ts', 'other.ts']) writeFileSync(join(project, name), '')
    const expected = ['content/docs', 'content/locks', 'walkthrough.config.ts', 'walkthrough.lab.ts'].map((path) => join(project, path))
    expect((await watchedPaths(project, await trees(code))).sort()).toEqual([...expected, join(code, 'cmd'), join(code, 'pkg/options')].sort())
  })
})
