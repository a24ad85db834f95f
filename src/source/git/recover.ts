import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Progress } from '../../report/index.ts'

/**
 * Makes a repository whose git was killed usable again: removes lock files and half-received packs.
 *
 * Only to be called by the holder of the cache's own lock, so that what is found belongs to nobody alive. Whole packs stay, so a
 * run goes on where the last one stopped.
 */
export async function removeLeftovers(repository: string): Promise<void> {
  const git = join(repository, '.git')
  const entries = await readdir(git, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const folder = entry.parentPath.slice(git.length).replaceAll('\\', '/')
    const stale =
      entry.name.endsWith('.lock') ||
      (folder.startsWith('/objects') && /^(tmp_|\.tmp-|incoming-)/.test(entry.name)) ||
      (folder === '' && /^shallow_/.test(entry.name))
    if (stale) await rm(join(entry.parentPath, entry.name), { recursive: true, force: true })
  }
}

/**
 * Waits for a git that outlived the run that started it (a killed parent does not take its children along).
 *
 * Gives up after `patienceMs`: the number may long belong to another process.
 */
export async function waitForOrphan(pidFile: string, progress: Progress, patienceMs = 20_000): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0) return
  const end = Date.now() + patienceMs
  let told = false
  while (alive(pid) && Date.now() < end) {
    if (!told) progress.say('The git of a run that was killed is still at work; waiting for it.')
    told = true
    await sleep(100)
  }
  await rm(pidFile, { force: true })
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
