import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/config/index.ts'
import { silentProgress } from '../../src/report/index.ts'
import { makeProject, type MadeProject } from '../../scripts/new/make-project.ts'
import { git } from '../source/support/sample-repository.ts'
import { temporaryFolder } from '../start/temporary-folder.ts'

/** A folder of Go beside this file as a git repository with the tag v1.0.0, gone after the test. */
export function repositoryOf(fixture: string): string {
  const folder = join(temporaryFolder(), fixture)
  cpSync(join(import.meta.dirname, 'fixtures', fixture), folder, { recursive: true })
  git(folder, 'init', '-q', '-b', 'main', '.')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'All of it')
  git(folder, 'tag', '-a', '-m', 'First', 'v1.0.0')
  return folder
}

/** What every copy of Waymark has, without the hundreds of files that make it run: copying those takes its time. */
function littleWaymark(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  return folder
}

/** Makes a project of a repository as `npm run new` does, in a folder that is gone after the test; by default of a copy of Waymark without its code. */
export function newProject(repo: string, entry: string, more: { tag?: string; folder?: string; waymark?: string } = {}): Promise<MadeProject> {
  const { tag = 'v1.0.0', folder = join(temporaryFolder(), 'made'), waymark = littleWaymark() } = more
  const cacheRoot = temporaryFolder()
  return makeProject({ repo, tag, entry, folder, base: projectRoot, waymark, cacheRoot, env: process.env, progress: silentProgress })
}
