import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/config/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What is made, or belongs to one machine. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'reports', 'coverage', '.git', '.cache', '.astro'])

/** A copy of the project that a test may change, with packages of its own; removed after the test. */
export function projectCopy(): string {
  const copy = temporaryFolder()
  for (const name of readdirSync(projectRoot)) {
    if (!NOT_COPIED.has(name)) cpSync(join(projectRoot, name), join(copy, name), { recursive: true })
  }
  copyPackages(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/**
 * Astro finds its own files only below the project's root, so a link to the folder would not do; links to its files are
 * quick, where both lie on one disk. What tools keep there between runs is left out: they would write into the original.
 */
function copyPackages(from: string, to: string): void {
  if (spawnSync('cp', ['-al', from, to], { stdio: 'ignore' }).status !== 0) {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
  for (const name of readdirSync(to)) if (name.startsWith('.') && name !== '.bin') rmSync(join(to, name), { recursive: true })
}
