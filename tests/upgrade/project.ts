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
export const fixture = join(projectRoot, 'tests/upgrade/tiny-apiserver-next')

/** A copy of the project that a test may rewrite, with both versions of the example; removed after the test. */
export function projectCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-upgrade-'))
  onTestFinished(() => {
    rmSync(copy, { recursive: true, force: true })
  })
  for (const name of COPIED) cpSync(join(projectRoot, name), join(copy, name), { recursive: true })
  cpSync(fixture, join(copy, NEXT), { recursive: true })
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
