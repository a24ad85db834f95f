import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLab, type OpenLab } from '../../../scripts/lab/open-lab.ts'

export const projectFolder = join(import.meta.dirname, '../project')

/** A machine of its own: an empty home, a PATH with the fake kettle on it, a free port. */
export interface Bench {
  readonly home: string
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly open: OpenLab
  readonly port: number
  close(): Promise<void>
}

/** Lays out a bench. The lab's folder has a space and a quote in its name, and the guest whatever is asked for. */
export async function kettleBench(guest = "o'brien $HOME \\ é"): Promise<Bench> {
  const home = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
  const bin = join(home, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'kettle'), `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'kettle.mjs')}' "$@"\n`)
  await chmod(join(bin, 'kettle'), 0o755)
  const port = await freePort()
  const folder = join(home, "my lab's folder")
  const open = await openLab([`LAB_DIR=${folder}`, `KETTLE_URL=http://127.0.0.1:${port}`, `GUEST=${guest}`], projectFolder, 'walkthrough.config.ts')
  return {
    home,
    folder,
    env: { ...process.env, HOME: home, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    open,
    port,
    close: () => rm(home, { recursive: true, force: true }),
  }
}

/**
 * A port nobody listens on just now, and that the system gives to nobody by itself: other tests that take any free one run
 * at the same time, and this one is used later.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000)
    const server = createServer()
    const free = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)))
    if (!free) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
}

/** Whether a command is on PATH here. */
export const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** Leaves a test out, loudly, where a program is missing; never in CI. */
export function need(command: string, skip: (note: string) => void): void {
  if (has(command)) return
  if (process.env['CI']) throw new Error(`${command} is missing, and CI has to have it`)
  process.stderr.write(`\n!! ${command} is not on this machine: what it would have shown was not tested\n`)
  skip(`${command} is missing`)
}
