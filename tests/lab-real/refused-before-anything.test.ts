import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile, chmod } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen, makeFolder, newReader, type Reader } from './support/reader.ts'
import { realServer } from './support/real-server.ts'

/** What is wrong before the first step is told at once, and nothing is made or changed. */
describe('refused before anything is changed', () => {
  let reader: Reader
  beforeEach(async () => {
    reader = await newReader(realServer())
  })
  afterEach(() => reader.leave())

  it.each([
    ['etcd', 'ETCD_URL'],
    ['secure', 'SECURE_PORT'],
    ['proxy', 'PROXY_PORT'],
  ] as const)('the %s port is in use: names it, and the parameter to change', async (which, parameter) => {
    const port = reader.ports[which]
    const other = await listen(port)
    try {
      const { status, stderr } = await reader.setup(['up'])
      expect(stderr).toContain(`✗ Port ${port} of 127.0.0.1 is in use. Stop what listens there, or choose another port: ${parameter}.`)
      expect(stderr).toContain('✗ Nothing was changed.')
      expect(status).toBe(1)
      expect(existsSync(reader.labDir)).toBe(false)
    } finally {
      await other.close()
    }
  })

  it('a cert/ from an earlier run: left as it is, and said how to remove it', async () => {
    const certificate = join(reader.labDir, 'cert', 'ca.crt')
    await makeFolder(join(reader.labDir, 'cert'))
    await writeFile(certificate, 'an authority of yesterday\n')
    const { status, stderr } = await reader.setup(['up'])
    expect(stderr).toContain(`✗ ${reader.labDir}/cert is there already, perhaps from an earlier run. Move it away, or remove it`)
    expect(stderr).toContain('✗ Nothing was changed.')
    expect(status).toBe(1)
    expect(await readFile(certificate, 'utf8')).toBe('an authority of yesterday\n')
    expect(await readdir(reader.labDir)).toEqual(['cert'])
    // Somebody else's file: not the lab's to remove.
    await rm(join(reader.labDir, 'cert'), { recursive: true })
  })

  it('a folder that may not be written to: names the folder that does not allow it', async () => {
    const parent = join(reader.home, "somebody's folder")
    await mkdir(parent, { mode: 0o555 })
    const { status, stderr } = await reader.setup(['up'], { unprivileged: true })
    await chmod(parent, 0o755)
    expect(stderr).toContain(`✗ ${reader.labDir} cannot be written to: ${parent} does not allow it. Choose another folder: LAB_DIR.`)
    expect(stderr).toContain('✗ Nothing was changed.')
    expect(status).toBe(1)
    expect(await readdir(parent)).toEqual([])
  })

  it('a lab folder that may not be written to: the same', async () => {
    await makeFolder(reader.labDir)
    await chmod(reader.labDir, 0o555)
    const { status, stderr } = await reader.setup(['up'], { unprivileged: true })
    expect(stderr).toContain(`✗ ${reader.labDir} cannot be written to`)
    expect(status).toBe(1)
    expect(await readdir(reader.labDir)).toEqual([])
  })

  it('no openssl on PATH: says so, and how people get it', async () => {
    const path = await pathWithout('openssl')
    const { status, stderr } = await reader.setup(['up'], { path })
    await rm(path, { recursive: true })
    expect(stderr).toContain('✗ openssl is missing (openssl). Install it, then run this again.')
    expect(stderr).toContain('✗ Nothing was changed.')
    expect(status).toBe(1)
    expect(existsSync(reader.labDir)).toBe(false)
  })
})

/** A folder with links to every program that is on PATH now, but one. */
async function pathWithout(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-path-'))
  for (const from of (process.env['PATH'] ?? '').split(':')) {
    const programs = existsSync(from) ? await readdir(from) : []
    for (const program of programs) {
      if (program !== name && !existsSync(join(folder, program))) await symlink(join(from, program), join(folder, program)).catch(() => undefined)
    }
  }
  return folder
}
