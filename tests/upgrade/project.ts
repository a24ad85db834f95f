import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'

/** What a copy of the project needs for its scripts to run; packages are shared. */
const COPIED = ['content', 'examples', 'scripts', 'src', 'walkthrough.config.ts', 'walkthrough.lab.ts', 'package.json']

/** The other version of the example, inside every copy. */
export const NEXT = 'examples/tiny-apiserver-next'

/** The files in which the other version is not the first one: changed, or new. */
const CHANGED = join(projectRoot, 'tests/upgrade/tiny-apiserver-next')

/** Puts the other version of the example into a folder: the program as it is, with what changed laid over it. */
export function writeNext(folder: string): void {
  cpSync(join(projectRoot, 'examples/tiny-apiserver'), folder, { recursive: true, filter: (path) => !/_test\.go$|README\.md$/.test(path) })
  cpSync(CHANGED, folder, { recursive: true })
}

/** A copy of the project that a test may rewrite, with both versions of the example; removed after the test. */
export function projectCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-upgrade-'))
  onTestFinished(() => {
    rmSync(copy, { recursive: true, force: true })
  })
  for (const name of COPIED) cpSync(join(projectRoot, name), join(copy, name), { recursive: true })
  writeNext(join(copy, NEXT))
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** How a script ended. */
export interface Ending {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of a project as a person would, without colours and without a source of this machine. */
export function run(project: string, script: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ending> {
  const env = { ...process.env, NO_COLOR: '1', INIT_CWD: project, WAYMARK_SOURCE: '', ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: project, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
    })
  })
}
