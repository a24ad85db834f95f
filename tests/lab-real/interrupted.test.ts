import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/config/index.ts'
import { newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** `npm run lab -- up` and a Ctrl-C while the servers start: nothing of it goes on. */
describe('Ctrl-C in the middle of up', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await newReader(realServer())
  })
  afterAll(() => reader.leave())

  it('ends with 130 and leaves no process and no port', async () => {
    const settings = Object.entries(reader.values).flatMap(([name, value]) => ['--set', `${name}=${value}`])
    const child = spawn(process.execPath, ['scripts/run.mjs', 'lab', 'up', ...settings], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'] ?? '', HOME: reader.home, TMPDIR: reader.home, NODE_DISABLE_COMPILE_CACHE: '1' },
      stdio: 'ignore',
      detached: true,
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    // The server is on its way up: its process is noted, etcd runs.
    await expect.poll(() => existsSync(join(reader.labDir, 'run', 'kube-apiserver.pid')), { timeout: 120_000, interval: 100 }).toBe(true)
    expect(await ownProcesses(reader.home)).not.toEqual([])
    // To the whole group, as a terminal does it.
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await ended).toBe(130)
    expect(await ownProcesses(reader.home)).toEqual([])
    for (const port of Object.values(reader.ports)) expect((await reader.bash(`exec 3<>/dev/tcp/127.0.0.1/${port}`)).status).not.toBe(0)
  })
})

/** Commands of the processes whose home this is; none where the system does not tell. */
async function ownProcesses(home: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (environment.split('\0').includes(`HOME=${home}`)) found.push((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' '))
  }
  return found
}
